"""Versions are published and never changed; windows, open numbers and checks are kept true."""

import copy
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from grants import actions
from grants.actions import NotPublishableError
from grants.documents import FOLDER, read, read_all
from grants.eligibility import current, current_of, read_as
from grants.evaluation import Verdict
from grants.models import Check, Programme, RuleSet
from grants.tasks import sweep_checks
from ledger.models import Event
from tests import make
from tests.grants import invented

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
FITS = {
    **invented.COMPANY,
    "months_operating": 14,
    "enters_markets": True,
    "women_led": True,
    "eligible_cost": Decimal("36000.50"),
}


@pytest.fixture
def nexus() -> Programme:
    return Programme.objects.get(slug="ipsd-nexus")


def filled(programme: Programme, value: str = "12") -> RuleSet:
    return invented.filled(programme.slug, "least_months", value)


def test_every_shipped_document_is_published_with_the_tables():
    shipped = {(each["slug"], each["version"]) for each in read_all()}
    assert set(RuleSet.objects.values_list("programme__slug", "version")) == shipped
    assert actions.publish_missing() == 0


def test_what_is_published_is_neither_changed_nor_deleted(nexus):
    row = nexus.rule_sets.get()
    row.document = {}
    for attempt in (row.save, row.delete):
        with pytest.raises(DatabaseError, match="publish a new version"), transaction.atomic():
            attempt()
    assert nexus.rule_sets.get().document["slug"] == "ipsd-nexus"


def test_a_file_that_was_edited_under_its_number_changes_nothing(nexus):
    edited = copy.deepcopy(read(FOLDER / "ipsd-nexus.toml"))
    edited["parameters"]["cap"]["spans"][0]["value"] = "99999"
    with pytest.raises(NotPublishableError, match="Version 1 is published, and stays"):
        actions.publish(document=edited, by_id=None)
    assert nexus.rule_sets.get().document["parameters"]["cap"]["spans"][0]["value"] == "30000"


def test_a_number_that_was_open_is_filled_by_a_new_version_and_the_old_one_stands(nexus):
    before = read_as(current_of(nexus.slug), FITS, as_of=TODAY)
    assert before.verdict is Verdict.RULE_NOT_PUBLISHED
    made = filled(nexus)
    after = read_as(current_of(nexus.slug), FITS, as_of=TODAY)
    assert (made.version, after.verdict) == (2, Verdict.MEETS)
    assert after.read.source("least-months-2")["url"] == invented.MANUAL["url"]
    assert read_as(before.rule_set, FITS, as_of=TODAY).verdict is Verdict.RULE_NOT_PUBLISHED
    with pytest.raises(NotPublishableError, match="published already"):
        filled(nexus, "6")


def test_a_number_that_is_none_is_refused_and_nothing_is_published(nexus):
    for value in ("-1", "many", "1e9"):
        with pytest.raises(NotPublishableError, match="least_months"):
            filled(nexus, value)
    assert nexus.rule_sets.count() == 1


def test_a_status_of_a_day_to_come_is_refused(nexus):
    tomorrow = timezone.localdate() + timedelta(days=1)
    said = {"programme": nexus, "status": "open", "source": "", "by_id": None}
    with pytest.raises(NotPublishableError, match="still to come"):
        actions.set_status(**said, checked_on=tomorrow)
    actions.set_status(**said, checked_on=TODAY)
    nexus.refresh_from_db()
    assert (nexus.status, nexus.status_checked_on) == ("open", TODAY)


def test_a_check_is_replayed_as_it_was_whatever_was_published_since(nexus):
    reading = read_as(current_of(nexus.slug), FITS, as_of=TODAY)
    check = actions.keep(reading=reading, facts=FITS, profile_id=None, user_id=None)
    filled(nexus)
    check = Check.objects.get(pk=check.pk)
    again = actions.replay(check)
    assert (again.evaluation, again.amount) == (reading.evaluation, reading.amount)
    assert (check.low, check.high) == (Decimal("30000.00"), Decimal("30000.00"))


def test_what_is_forgotten_leaves_its_verdict_and_nothing_else(nexus):
    profile = make.a_startup()
    reading = read_as(current_of(nexus.slug), FITS, as_of=TODAY)
    check = actions.keep(reading=reading, facts=FITS, profile_id=profile.pk, user_id=None)
    for _ in range(2):
        actions.forget(check=check, by_id=None)
    row = Check.objects.get()
    assert (row.facts, row.results, row.profile, row.low) == ({}, {}, None, None)
    assert row.verdict == "rule_not_published"
    assert Event.objects.filter(verb="check.forgotten").count() == 1


def test_what_no_account_holds_is_forgotten_after_the_visit_and_an_accounts_is_not(nexus):
    """A stranger's, and that of a firm whose member has left for good."""
    reading = read_as(current_of(nexus.slug), FITS, as_of=TODAY)
    account, startup = make.an_account(), make.a_startup()
    for profile_id, user_id in ((None, None), (startup.pk, None), (startup.pk, account.pk)):
        actions.keep(reading=reading, facts=FITS, profile_id=profile_id, user_id=user_id)
    assert sweep_checks() == 0
    Check.objects.update(made_at=timezone.now() - timedelta(days=400))
    assert sweep_checks() == 2
    assert sweep_checks() == 0
    assert Check.objects.get(user=account).facts
    assert not Check.objects.filter(user=None).exclude(facts={}).exists()


def test_events_hold_no_answer(nexus):
    reading = read_as(current_of(nexus.slug), FITS, as_of=TODAY)
    actions.keep(reading=reading, facts=FITS, profile_id=None, user_id=None)
    assert "36000" not in str(list(Event.objects.values_list("codes", flat=True)))


def test_all_programmes_are_read_in_one_query(nexus, django_assert_num_queries):
    for rule_set in current():
        read_as(rule_set, {}, as_of=TODAY)
    with django_assert_num_queries(1):
        for rule_set in current():
            read_as(rule_set, {}, as_of=TODAY)
