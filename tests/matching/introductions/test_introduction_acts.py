"""What either side does on the page of an introduction, and what nobody else can."""

import pytest
from django.test import Client

from matching.introductions.models import Report
from matching.models import Exclusion
from profiles.models import Consent
from profiles.steps import Step
from tests import make
from tests.matching.introductions.on_the_page import do, labels, read, url
from tests.reading import text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "asker", "asked"),
    [
        ("waiting", ["Withdraw"], ["Accept", "Decline"]),
        ("accepted", ["End it"], ["End it"]),
        ("declined", ["Ask again"], ["Ask again"]),
        ("withdrawn", ["Ask again"], ["Ask again"]),
        ("expired", ["Ask again"], ["Ask again"]),
        ("ended", ["Ask again"], ["Ask again"]),
        ("lapsed", [], []),
    ],
)
def test_each_side_is_offered_what_the_table_allows(
    state: str, asker: list[str], asked: list[str]
) -> None:
    row = make.an_introduction(state=state)
    assert labels(read(row.asker, row)) == asker
    assert labels(read(row.asked, row)) == asked


@pytest.mark.parametrize("act", ["accept", "decline", "withdraw", "end", "report", "block", ""])
def test_strangers_outsiders_and_staff_find_nothing(act: str) -> None:
    row = make.an_introduction()
    assert Client().get(url(row, act)).status_code == 302
    for account in (make.acts_for(make.a_graduate()), make.staff()):
        client = Client()
        client.force_login(account)
        assert client.get(url(row, act)).status_code == 404
        if act:
            assert client.post(url(row, act), {"because": "done"}).status_code == 404
    row.refresh_from_db()
    assert row.state == "waiting"


def test_whoever_only_reads_for_a_firm_reads_it_and_does_nothing() -> None:
    row = make.an_introduction()
    client = Client()
    client.force_login(make.acts_for(row.asked, role="reader"))
    assert labels(client.get(url(row))) == []
    assert client.post(url(row, "accept"), {"shares": "2"}).status_code == 404


def test_accepting_says_what_it_takes_and_shares_what_was_chosen() -> None:
    mentor = make.a_mentor(hours_month=6, legal_name="Sameh Khoury", is_named=False)
    mentor.identity.email = "sameh@example.org"
    mentor.identity.save()
    row = make.an_introduction(make.a_mentoring_offer(mentor, capacity=3), hours=2)
    client = Client()
    client.force_login(make.acts_for(mentor))
    page = text(client.get(url(row, "accept")))
    assert "It takes one of 3 places; 0 are taken." in page
    assert "It takes 2 hours of your month; 6 are left." in page
    client.post(url(row, "accept"), {"shares": "4"})
    row.refresh_from_db()
    assert row.state == "accepted"
    seen = text(read(row.asker, row))
    assert "Sameh Khoury" in seen
    assert "sameh@example.org" in seen


def test_a_full_opening_accepts_nobody_and_says_why() -> None:
    offer = make.a_mentoring_offer(capacity=1)
    rows = [make.an_introduction(offer) for _ in range(2)]
    do(offer.owner, rows[0], "accept", shares="3")
    page = do(offer.owner, rows[1], "accept", shares="3")
    assert "The only place is taken." in text(page)
    rows[1].refresh_from_db()
    assert rows[1].state == "waiting"


def test_declining_needs_a_reason_that_the_other_reads() -> None:
    row = make.an_introduction()
    assert do(row.asked, row, "decline").status_code == 422
    do(row.asked, row, "decline", because="terms")
    row.refresh_from_db()
    assert row.state == "declined"
    page = text(read(row.asker, row))
    assert "The reason: The terms do not suit." in page
    assert "They declined: The terms do not suit" in page


def test_ending_says_who_and_why() -> None:
    row = make.an_introduction(state="accepted")
    do(row.asker, row, "end", because="done")
    assert "You ended it: What it was for is done" in text(read(row.asker, row))
    assert "They ended it: What it was for is done" in text(read(row.asked, row))


@pytest.mark.parametrize("act", ["accept", "decline"])
def test_a_stale_page_names_the_state_and_changes_nothing(act: str) -> None:
    row = make.an_introduction(state="withdrawn")
    page = do(row.asked, row, act, shares="3", because="terms")
    assert "This request is “Withdrawn” now. Nothing was changed." in text(page)
    client = Client()
    client.force_login(make.acts_for(row.asked))
    assert "“Withdrawn” now" in text(client.get(url(row, act), follow=True))


def test_a_move_of_the_other_side_is_not_ones_own() -> None:
    row = make.an_introduction()
    assert do(row.asker, row, "accept", shares="2").status_code == 404
    row.refresh_from_db()
    assert row.state == "waiting"


def test_reported_it_reaches_staff_once() -> None:
    row = make.an_introduction()
    for _ in range(2):
        assert "Reported." in text(do(row.asked, row, "report", why="money"))
    assert Report.objects.get().by == row.asked


def test_blocked_they_read_nothing_of_each_other_and_not_who_did_it() -> None:
    firm = make.a_local_firm(headline="Canary head")
    row = make.an_introduction(make.a_job(firm), shares=Step.CONTACT)
    assert "You never meet again" in text(do(row.asked, row, "block"))
    assert Exclusion.objects.filter(reason="blocked").exists()
    assert not Consent.objects.in_force().exists()
    for side in (row.asker, row.asked):
        page = text(read(side, row))
        assert "This introduction is not possible any more" in page
        assert "One of you is not to be met here any more." in page
        assert "Canary head" not in page
        assert "block" not in page.partition("<main")[2].partition("timeline")[2]
