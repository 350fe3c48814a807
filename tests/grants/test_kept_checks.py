"""A copy of a check: what it holds, who opens it, and that it is forgotten."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from grants.models import Check, Programme, RuleSet
from tests import make
from tests.grants import invented
from tests.grants.invented import COMPANY
from tests.grants.visiting import NEXUS, answers, heading, said, stored

pytestmark = pytest.mark.django_db


def copy_of(visit: Client) -> str:
    answers(visit, **COMPANY)
    address = visit.post(f"{NEXUS}keep/")["Location"]
    assert visit.post(f"{NEXUS}keep/")["Location"] == address
    return str(address)


def test_a_check_is_kept_once_for_each_reading_and_not_for_each_view(visit):
    for _ in range(2):
        visit.get(NEXUS)
        answers(visit, **COMPANY)
        visit.get(NEXUS)
    check = Check.objects.get()
    assert (check.facts, check.user, check.profile) == (COMPANY, None, None)
    answers(visit, place="west_bank")
    assert Check.objects.count() == 2
    answers(visit, **COMPANY)
    assert Check.objects.count() == 2


def test_it_holds_only_what_its_programme_asks(visit):
    visit.post("/grants/answers/candidate/", {"candidate": "graduate"})
    assert not Check.objects.exists()
    answers(visit, **COMPANY)
    assert Check.objects.get().facts == COMPANY


def test_a_copy_shows_answers_rules_and_addresses_of_sources(visit):
    page = visit.get(copy_of(visit))
    assert heading(page).startswith("You meet 3 of 5 criteria.")
    assert "https://ipsd.ps/content/programs/nexus-program.html" in said(page)
    assert "Checked with rule set 1" in said(page)
    assert "<form" not in page.content.decode().split("<main")[1].split("</main>")[0]


def test_nobody_else_opens_it(visit):
    address = copy_of(visit)
    outsider, staff = Client(), Client()
    outsider.force_login(make.an_account())
    staff.force_login(make.staff(is_superuser=True))
    for client in (Client(), outsider, staff):
        assert client.get(address).status_code == 404


def test_an_account_opens_its_copies_from_anywhere():
    user, here, there = make.an_account(), Client(), Client()
    here.force_login(user)
    there.force_login(user)
    assert there.get(copy_of(here)).status_code == 200


def test_it_stays_as_it_was_and_says_that_rules_have_changed(visit):
    address = copy_of(visit)
    assert "The rules have changed" not in said(visit.get(address))
    invented.filled("ipsd-nexus", "least_months", "12")
    answers(visit, enters_markets="yes")
    page = visit.get(address)
    assert heading(page).startswith("You meet 3 of 5 criteria.")
    assert "one is not published" in heading(page)
    assert "The rules have changed since: rule set 2" in said(page)
    assert "Checked with rule set 2" in said(visit.get(NEXUS))


def test_newer_rules_hold_from_the_day_on_the_readers_clock():
    reader, newest = Client(), Programme.objects.get(slug="ipsd-nexus").newest
    reader.force_login(make.an_account(time_zone="Asia/Hebron"))
    address = copy_of(reader)
    RuleSet.objects.create(
        programme=newest.programme,
        version=2,
        document={**newest.document, "version": 2},
        published_at=datetime(2026, 11, 25, 22, 30, tzinfo=UTC),
    )
    assert "rule set 2 holds from 26 Nov 2026 on" in said(reader.get(address))


def test_another_day_is_another_copy(visit):
    address = copy_of(visit)
    Check.objects.update(as_of=timezone.localdate() - timedelta(days=1))
    assert visit.post(f"{NEXUS}keep/")["Location"] != address


def test_forgetting_takes_answers_and_copies_and_nobody_elses(visit):
    other = Client()
    kept_by_other = copy_of(other)
    address = copy_of(visit)
    page = visit.post("/grants/answers/forget/", follow=True)
    assert "Forgotten" in said(page)
    assert (stored(visit), visit.get(address).status_code) == ({}, 404)
    assert Check.objects.filter(facts={}, forgotten_at__isnull=False).count() == 1
    assert other.get(kept_by_other).status_code == 200
    assert visit.get("/grants/answers/forget/").status_code == 405


def test_a_session_holds_so_many_and_what_falls_out_is_forgotten(visit, monkeypatch):
    monkeypatch.setattr("grants.views.keeping.MOST_HELD", 2)
    for place in ("gaza", "west_bank", "both"):
        answers(visit, place=place)
    kept = Check.objects.order_by("pk")
    assert [bool(check.forgotten_at) for check in kept] == [True, False, False]
