"""Who may read more is told; who gave it sees that it was read; an end is told to nobody."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from ledger.actions import record
from ledger.models import Mail, Notification
from profiles.actions import consents
from profiles.models import Consent
from profiles.privacy.vanishing import vanish
from profiles.steps import Step
from tests import make
from tests.matching.introductions.telling import deliver, mails_to, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def graduate():
    return make.a_graduate(legal_name="Lina Khalil")


@pytest.fixture
def firm():
    return make.an_international_company(legal_name="Nordlicht GmbH")


@pytest.fixture
def owner(graduate):
    return make.acts_for(graduate)


@pytest.fixture
def reader(firm):
    return make.acts_for(firm)


def give(graduate, firm, step=Step.NAME, purpose="hiring") -> Consent:
    until = timezone.localdate() + timedelta(days=30)
    return consents.give(
        owner=graduate, to=firm, step=step, purpose=purpose, until=until, by_id=graduate.user_id
    )


def reads(consent: Consent, user) -> None:
    codes = {"owner": consent.owner_id, "to": consent.to_id, "step": int(consent.step)}
    with transaction.atomic():
        record(verb=consents.CONSENT_READ, subject=consent, actor_id=user.pk, codes=codes)


def test_the_counterparty_is_told_what_it_may_read_now(graduate, firm, owner, reader):
    give(graduate, firm)
    line = told(reader)["consent.given"]
    assert line.text == "Lina Khalil lets you read more of their profile"
    assert line.more.startswith("Up to: Name. Last day: ")
    assert line.url == f"/profiles/{graduate.public_id}/"
    assert told(owner) == {}
    assert Notification.objects.get().mailed_at is None


@pytest.mark.parametrize("how", ["revoked", "over", "vanished", "excluded"])
def test_what_is_no_longer_in_force_is_told_to_nobody(graduate, firm, owner, reader, how):
    consent = give(graduate, firm)
    deliver()
    if how == "revoked":
        consents.revoke(owner=graduate, to=firm, by_id=owner.pk)
    if how == "over":
        Consent.objects.update(until=timezone.localdate() - timedelta(days=1))
    if how == "vanished":
        vanish(user=owner)
    if how == "excluded":
        make.excludes(graduate, firm)
    assert told(reader) == {}
    assert consent.pk
    assert not mails_to(reader)


def test_that_it_was_revoked_is_no_notification(graduate, firm, owner, reader):
    give(graduate, firm)
    consents.revoke(owner=graduate, to=firm, by_id=owner.pk)
    deliver()
    assert not Notification.objects.exclude(kind="consent.given").exists()


def test_widened_it_is_told_as_it_is_now(graduate, firm, owner, reader):
    give(graduate, firm, Step.NAME)
    give(graduate, firm, Step.CONTACT)
    assert "Contact" in told(reader)["consent.given"].more


def test_what_comes_with_a_request_is_told_by_the_request_alone(reader, firm):
    job = make.a_job(firm)
    row = make.an_introduction(job, shares=Step.CONTACT)
    deliver()
    assert set(Notification.objects.of(reader.pk).values_list("kind", flat=True)) == {
        "introduction.asked"
    }
    assert Consent.objects.filter(owner=row.asker, to=firm).exists()


def test_shown_more_later_on_it_is_told_by_itself(reader, firm):
    row = make.an_introduction(make.a_job(firm), shares=Step.REGION, state="accepted")
    give(row.asker, firm, Step.CONTACT, purpose="introduction")
    assert "Contact" in told(reader)["consent.given"].more


def test_whoever_gave_it_sees_who_read_and_gets_no_mail_of_it(graduate, firm, owner, reader):
    owner.notices = "at_once"
    owner.save()
    consent = give(graduate, firm)
    reads(consent, reader)
    line = told(owner)["consent.read"]
    assert line.text == "Nordlicht GmbH read what you let them read"
    assert line.more == "Up to: Name."
    at = f"/profile/privacy/{graduate.public_id}/consents/{firm.public_id}"
    assert line.url == f"{at}/history/"
    assert "consent.read" not in told(reader)
    assert not Mail.objects.filter(to=owner.email).exists()


def test_of_whom_is_not_to_be_met_any_more_not_even_the_reading_is_told(
    graduate, firm, owner, reader
):
    reads(give(graduate, firm), reader)
    deliver()
    make.excludes(graduate, firm)
    assert told(owner) == {}


def test_another_person_reads_none_of_it(graduate, firm, owner, reader):
    outsider = make.acts_for(make.a_graduate())
    reads(give(graduate, firm), reader)
    deliver()
    Notification.objects.update(user=outsider)
    assert told(outsider) == {}
