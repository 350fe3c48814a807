"""What a confirmed outcome takes, closes and tells, by pairing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ledger.models import Event
from matching.engagements import actions, closing
from matching.engagements.consequences import of_beginning
from matching.engagements.outcomes.registry import all_outcomes
from matching.introductions import capacity
from matching.introductions.capacity import FullError
from matching.pairings.registry import all_pairings
from tests import make
from tests.matching.engagements.on_outcomes import heard, state_of

pytestmark = pytest.mark.django_db


def test_each_pairing_has_its_outcome_and_every_outcome_shows_columns_of_an_agreement():
    assert list(all_outcomes()) == list(all_pairings())
    for outcome in all_outcomes().values():
        shown = {name for name, _ in outcome.shown}
        assert shown | {"usd_from"} >= set(outcome.terms.base_fields) - {"public_id"}


@pytest.mark.parametrize("pairing", ["hiring", "internships", "contracting"])
def test_the_last_place_closes_the_opening_and_tells_who_talks_or_waits_there(pairing):
    opening = make.an_opening(pairing)
    chosen, talks = (make.an_introduction(opening, state="accepted") for _ in range(2))
    waits = make.an_introduction(opening)
    make.an_engagement(chosen)
    opening.refresh_from_db()
    assert opening.status == "closed"
    heard("engagement.confirmed", closing.of_confirmed)
    assert state_of(talks) == state_of(waits) == ("lapsed", "taken")
    assert state_of(chosen) == ("accepted", "")


def test_a_place_that_the_two_keep_already_is_not_said_to_be_taken_by_another():
    tender = make.a_tender(capacity=3)
    row = make.an_answer(tender, state="awarded").introduction
    said = of_beginning(row, is_candidate=False)
    assert "It takes one of 3 places; 0 are taken." in said
    make.an_answer(tender, state="awarded")
    assert "It takes one of 3 places; 1 are taken." in of_beginning(row, is_candidate=False)


def test_with_a_place_left_nothing_is_closed():
    job = make.a_job(capacity=2)
    chosen, talks = (make.an_introduction(job, state="accepted") for _ in range(2))
    make.an_engagement(chosen)
    heard("engagement.confirmed", closing.of_confirmed)
    job.refresh_from_db()
    assert (job.status, state_of(talks)) == ("published", ("accepted", ""))
    assert capacity.use_of(job) == (1, 1)


def test_whoever_is_hired_looks_for_no_other_job_and_the_others_are_told_no_more_than_that():
    search = make.looks_for_a_job(make.a_graduate())
    chosen, talks = (make.an_introduction(None, search, state="accepted") for _ in range(2))
    elsewhere = make.an_introduction(
        make.a_mentoring_offer(), make.looks_for_a_mentor(search.profile)
    )
    make.an_engagement(chosen)
    search.refresh_from_db()
    assert search.status == "withdrawn"
    heard("engagement.confirmed", closing.of_confirmed)
    assert state_of(talks) == ("lapsed", "unavailable")
    assert state_of(elsewhere) == ("waiting", "")


def test_a_change_closes_nothing():
    search = make.looks_for_a_job(make.a_graduate())
    found = make.an_engagement(make.an_introduction(make.a_job(), search, state="accepted"))
    search.status = "active"
    search.save()
    talks = make.an_introduction(None, search, state="accepted")
    make.states(found, found.owner, usd=2500)
    actions.confirm(engagement=found, by=found.candidate, by_id=None)
    changes = Event.objects.filter(verb="engagement.confirmed", codes__kind="change")
    closing.of_confirmed(list(changes))
    assert (len(changes), state_of(talks)) == (1, ("accepted", ""))


@pytest.mark.parametrize("pairing", ["mentorship", "investing"])
def test_a_mentor_and_an_investor_go_on(pairing):
    opening = make.an_opening(pairing, capacity=2)
    chosen = make.an_introduction(opening, state="accepted")
    talks = make.an_introduction(opening, state="accepted")
    make.an_engagement(chosen)
    heard("engagement.confirmed", closing.of_confirmed)
    opening.refresh_from_db()
    chosen.candidacy.refresh_from_db()
    assert (opening.status, chosen.candidacy.status) == ("published", "active")
    assert state_of(talks) == ("accepted", "")


def test_an_investment_takes_no_place_and_no_talk():
    mandate = make.a_mandate(capacity=1)
    for _ in range(capacity.TALKS_A_PLACE + 1):
        make.an_engagement(make.an_introduction(mandate, state="accepted"))
    assert capacity.use_of(mandate) == (0, 0)


def test_what_an_investor_says_alone_runs_at_once_and_a_commitment_waits_for_the_founder():
    row = make.an_introduction(make.a_mandate(), state="accepted")
    owner = row.opening.owner
    found = make.an_engagement(row, by=owner, stage="observing", usd=None, instrument="")
    assert found.state == "running"
    make.states(found, owner, stage="considering", usd=20_000)
    assert not found.agreements.filter(state="waiting").exists()
    make.states(found, owner, stage="committed", usd=20_000, instrument="safe")
    assert found.agreements.get(state="waiting").stage == "committed"
    actions.confirm(engagement=found, by=found.candidate, by_id=None)
    assert [each.stage for each in found.agreements.filter(state="confirmed")] == [
        "observing", "considering", "committed",
    ]  # fmt: skip


def test_growth_of_a_contract_is_kept_with_its_days():
    today = timezone.localdate()
    tender = make.a_tender()
    found = make.an_engagement(
        make.an_introduction(tender, state="accepted"),
        from_on=today - timedelta(days=200),
        usd=10_000,
        headcount=4,
    )
    for usd, people in ((25_000, 10), (48_000, 20)):
        make.states(found, found.owner, usd=usd, headcount=people)
        actions.confirm(engagement=found, by=found.candidate, by_id=None)
    grown = list(found.agreements.values_list("usd", "headcount"))
    assert grown == [(10_000, 4), (25_000, 10), (48_000, 20)]


def test_the_agreed_hours_are_those_of_the_month_and_more_than_are_left_are_refused():
    mentor = make.a_mentor(hours_month=4)
    make.acts_for(mentor)
    row = make.an_introduction(make.a_mentoring_offer(mentor), state="accepted", hours=2)
    found = make.an_engagement(row, hours=3)
    assert capacity.hours_left(mentor) == 1
    make.states(found, found.candidate, hours=5)
    with pytest.raises(FullError, match="takes 2 hours a month, and 1 of yours"):
        actions.confirm(engagement=found, by=mentor, by_id=None)
    assert found.agreements.get(state="waiting").hours == 5
    assert capacity.hours_left(mentor) == 1
