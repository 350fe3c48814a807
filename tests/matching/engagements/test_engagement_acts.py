"""Confirm, refuse, take back, change, complete and end on their pages, once and not by mistake."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.engagements import actions
from matching.engagements.models import Agreement, Engagement
from profiles.models import Profile
from tests import make
from tests.reading import logged_in, queries, text

pytestmark = pytest.mark.django_db


def url(row: Engagement, act: str) -> str:
    return reverse("act-on-engagement", args=[row.public_id, act])


def asked(profile: Profile, row: Engagement, act: str) -> Any:
    return logged_in(make.acts_for(profile)).get(url(row, act), follow=True)


def do(profile: Profile, row: Engagement, act: str, **said: Any) -> Any:
    page = logged_in(make.acts_for(profile)).post(url(row, act), said, follow=True)
    row.refresh_from_db()
    return page


def waiting(row: Engagement) -> Agreement:
    found: Agreement = row.agreements.get(state="waiting")
    return found


def test_confirming_says_what_it_closes_before_it_does():
    job = make.a_job()
    row = make.an_engagement(
        make.an_introduction(job, state="accepted"), by=job.owner, state="stated"
    )
    page = text(asked(row.candidate, row, "confirm"))
    assert "Your search “Looking for a job” ends" in page
    assert "It takes the last place: the opening closes, and those who wait there are told." in page
    assert "USD 1,500 to 1,800" in page
    do(row.candidate, row, "confirm", statement=waiting(row).public_id)
    job.refresh_from_db()
    assert (row.state, job.status) == ("running", "closed")


def test_the_first_terms_of_both_say_until_when_they_read_each_other_and_no_others_do():
    talk = make.an_introduction(make.a_mandate(), state="accepted")
    row = make.an_engagement(talk, by=talk.opening.owner, stage="observing", usd=None)
    for stage, is_said in (("committed", True), ("invested", False)):
        make.states(row, row.owner, stage=stage, usd=20_000, instrument="safe")
        page = text(asked(row.candidate, row, "confirm"))
        assert ("lets the other read holds until" in page) is is_said
        do(row.candidate, row, "confirm", statement=waiting(row).public_id)


def test_what_is_confirmed_is_what_was_read():
    """They took it back and recorded more meanwhile: a page that is out of date changes nothing."""
    row = make.an_engagement()
    make.states(row, row.candidate, usd=1900)
    seen = waiting(row).public_id
    actions.withdraw(engagement=row, by=row.candidate, by_id=None)
    make.states(row, row.candidate, usd=9000)
    for act in ("confirm", "refuse"):
        page = do(row.owner, row, act, statement=seen)
        assert "Something else was recorded meanwhile." in text(page)
    assert waiting(row).usd == 9000
    do(row.owner, row, "confirm", statement=waiting(row).public_id)
    assert row.agreements.filter(state="confirmed").last().usd == 9000


def test_what_is_taken_back_is_what_was_read():
    """A colleague took it back and recorded more meanwhile: the old window changes nothing."""
    row = make.an_engagement()
    make.states(row, row.candidate, usd=1900)
    seen = waiting(row).public_id
    actions.withdraw(engagement=row, by=row.candidate, by_id=None)
    make.states(row, row.candidate, usd=2000)
    page = do(row.candidate, row, "withdraw", statement=seen)
    assert "Something else was recorded meanwhile." in text(page)
    assert waiting(row).usd == 2000
    do(row.candidate, row, "withdraw", statement=waiting(row).public_id)
    assert not row.agreements.filter(state="waiting").exists()


def test_confirmed_twice_it_is_confirmed_once_and_says_so():
    row = make.an_engagement(state="stated")
    said = {"statement": waiting(row).public_id}
    do(row.owner, row, "confirm", **said)
    page = do(row.owner, row, "confirm", **said)
    assert "Nothing waits to be confirmed here. Nothing was changed." in text(page)
    assert row.state == "running"


def test_without_the_statement_nothing_is_confirmed():
    row = make.an_engagement(state="stated")
    page = do(row.owner, row, "confirm")
    assert page.status_code == 422
    assert row.state == "stated"


def test_a_place_that_is_gone_meanwhile_is_a_sentence():
    job = make.a_job()
    first, second = (
        make.an_engagement(make.an_introduction(job, state="accepted"), state="stated")
        for _ in range(2)
    )
    do(job.owner, first, "confirm", statement=waiting(first).public_id)
    page = do(job.owner, second, "confirm", statement=waiting(second).public_id)
    assert "The only place is taken." in text(page)
    assert second.state == "stated"


def test_refused_the_other_side_reads_that_it_is_not_so():
    row = make.an_engagement(state="stated")
    do(row.owner, row, "refuse", statement=waiting(row).public_id)
    assert row.state == "dropped"


def test_whoever_stated_it_takes_it_back_and_the_other_does_not():
    row = make.an_engagement(state="stated")
    said = {"statement": waiting(row).public_id}
    assert do(row.owner, row, "withdraw", **said).status_code == 404
    assert row.state == "stated"
    do(row.candidate, row, "withdraw", **said)
    assert row.state == "dropped"


def test_nobody_confirms_what_they_stated_themselves():
    row = make.an_engagement(state="stated")
    said = {"statement": waiting(row).public_id}
    assert do(row.candidate, row, "confirm", **said).status_code == 404
    assert "This is not yours to do." in text(asked(row.candidate, row, "confirm"))
    assert row.state == "stated"


def test_a_change_keeps_what_was_typed_and_is_recorded_once():
    row = make.an_engagement(usd_from=900, usd=1200)
    today = timezone.localdate()
    wrong = {"from_on": today, "route": "direct", "usd_from": 5000, "usd": 1000, "hours": 40,
             "public_id": uuid4()}  # fmt: skip
    page = do(row.owner, row, "change", **wrong)
    assert page.status_code == 422
    assert 'value="5000"' in text(page)
    right = wrong | {"usd": 6000}
    for _twice in range(2):
        assert "Recorded." in text(do(row.owner, row, "change", **right))
    assert waiting(row).usd == 6000
    assert row.agreements.count() == 2


def test_a_second_statement_is_refused_while_one_waits():
    row = make.an_engagement()
    make.states(row, row.candidate, usd=1900)
    page = asked(row.owner, row, "complete")
    assert "A statement waits to be confirmed already." in text(page)
    do(row.owner, row, "complete", on=timezone.localdate(), public_id=uuid4())
    assert row.agreements.filter(state="waiting").get().usd == 1900


def test_a_completion_is_stated_for_a_day_that_was_and_since_it_began():
    today = timezone.localdate()
    row = make.an_engagement(from_on=today - timedelta(days=10))
    for day in (today + timedelta(days=1), today - timedelta(days=11)):
        assert do(row.owner, row, "complete", on=day, public_id=uuid4()).status_code == 422
    said = {"on": today - timedelta(days=1), "public_id": uuid4()}
    for _twice in range(2):
        do(row.owner, row, "complete", **said)
    assert waiting(row).kind == "completion"
    do(row.candidate, row, "confirm", statement=waiting(row).public_id)
    assert (row.state, row.ended_on) == ("completed", said["on"])


def test_ended_early_it_is_over_at_once_with_its_reason():
    row = make.an_engagement()
    assert do(row.owner, row, "end", on=timezone.localdate()).status_code == 422
    do(row.owner, row, "end", on=timezone.localdate(), because="money")
    assert (row.state, row.because) == ("ended", "money")
    again = do(row.candidate, row, "end", on=timezone.localdate(), because="terms")
    assert "“Ended early” now" in text(again)
    assert row.because == "money"


def test_what_has_not_begun_ends_on_its_first_day_at_the_latest():
    begins = timezone.localdate() + timedelta(days=20)
    row = make.an_engagement(from_on=begins)
    assert f'value="{begins}"' in text(asked(row.owner, row, "end"))
    do(row.owner, row, "end", on=begins, because="no_time")
    assert (row.state, row.ended_on) == ("ended", begins)


def test_what_has_not_begun_is_not_completed():
    row = make.an_engagement(from_on=timezone.localdate() + timedelta(days=20))
    told = "It has not begun yet. Nothing was changed."
    assert told in text(asked(row.owner, row, "complete"))
    page = do(row.owner, row, "complete", on=timezone.localdate(), public_id=uuid4())
    assert page.status_code == 422
    assert not row.agreements.filter(state="waiting").exists()


def test_nobody_says_that_somebody_is_gone():
    row = make.an_engagement()
    page = do(row.owner, row, "end", on=timezone.localdate(), because="gone")
    assert page.status_code == 422
    assert row.state == "running"


@pytest.mark.parametrize("act", ["confirm", "refuse", "withdraw", "change", "complete", "end"])
def test_each_page_takes_at_most_ten_queries(act):
    row = make.an_engagement(state="running" if act in ("change", "complete", "end") else "stated")
    profile = row.candidate if act == "withdraw" else row.owner
    client = logged_in(make.acts_for(profile))
    assert queries(client, url(row, act)) <= 10


def test_a_page_id_of_the_other_side_records_nothing():
    row = make.an_engagement()
    theirs = row.agreements.get().public_id
    page = do(row.owner, row, "complete", on=timezone.localdate(), public_id=theirs)
    assert "This page is out of date." in text(page)
    assert row.agreements.count() == 1
