"""What a confirmed outcome takes, closes and tells, by pairing."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from ledger.models import Event
from matching.engagements import actions, closing
from matching.engagements.actions import Said
from matching.engagements.consequences import of_beginning
from matching.engagements.models import Agreement, Engagement
from matching.engagements.outcomes.registry import all_outcomes
from matching.engagements.tasks import sweep_engagements
from matching.introductions import actions as introductions
from matching.introductions import capacity, outages
from matching.introductions.capacity import FullError
from matching.introductions.models import Introduction
from matching.moves import IllegalMoveError, RefusedError
from matching.pairings.registry import all_pairings
from profiles.actions import consents
from profiles.models import Consent, Governorate, Profile
from profiles.steps import Step
from tests import make

pytestmark = pytest.mark.django_db


def heard(verb: str, handler: Any) -> None:
    handler(list(Event.objects.filter(verb=verb)))


def state_of(row: Introduction) -> tuple[str, str]:
    row.refresh_from_db()
    return row.state, row.because


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


def test_what_both_read_of_each_other_holds_for_what_came_of_it():
    row = make.an_introduction(state="accepted", shares=Step.NAME)
    found = make.an_engagement(row)
    given = Consent.objects.in_force().values_list("owner", "step", "purpose")
    assert set(given) == {(found.owner_id, 3, "hiring"), (found.candidate_id, 3, "hiring")}


OBSERVES = {"stage": "observing", "usd": None, "instrument": ""}


def observed() -> Engagement:
    """What an investor alone says of a talk in which both read the other by name."""
    row = make.an_introduction(make.a_mandate(), state="accepted", shares=Step.NAME)
    return make.an_engagement(row, by=row.opening.owner, **OBSERVES)


def given(by: Profile) -> list[tuple[str, date]]:
    return list(Consent.objects.in_force().filter(owner=by).values_list("purpose", "until"))


def test_what_an_investor_says_alone_lets_them_read_the_founder_no_longer_than_the_talk():
    found = observed()
    for side in (found.owner, found.candidate):
        assert given(side) == [("introduction", timezone.localdate() + consents.USUAL)]
    make.states(found, found.owner, stage="considering")
    assert given(found.candidate) == [("introduction", timezone.localdate() + consents.USUAL)]
    introductions.lapse(introduction=found.introduction)
    assert given(found.owner) == given(found.candidate) == []


def test_from_the_first_terms_that_both_said_they_read_each_other_for_a_year():
    found = observed()
    make.states(found, found.owner, stage="committed", usd=20_000, instrument="safe")
    assert given(found.candidate) == [("introduction", timezone.localdate() + consents.USUAL)]
    actions.confirm(engagement=found, by=found.candidate, by_id=None)
    for side in (found.owner, found.candidate):
        assert given(side) == [("investment", timezone.localdate() + consents.LONGEST)]


def test_what_was_narrowed_since_both_said_so_is_not_widened_by_a_further_change():
    found = observed()
    make.states(found, found.owner, stage="committed", usd=20_000, instrument="safe")
    actions.confirm(engagement=found, by=found.candidate, by_id=None)
    until = timezone.localdate() + timedelta(days=5)
    Consent.objects.in_force().update(purpose="introduction", until=until)
    make.states(found, found.owner, stage="invested", usd=20_000)
    actions.confirm(engagement=found, by=found.candidate, by_id=None)
    assert given(found.candidate) == [("introduction", until)]


@pytest.mark.parametrize(("state", "because"), [("completed", "done"), ("ended", "other")])
def test_once_it_is_over_the_place_is_free_and_the_introduction_is_over(state, because):
    job = make.a_job()
    row = make.an_introduction(job, state="accepted")
    found = make.an_engagement(row, state=state)
    assert state_of(row) == ("ended", because)
    assert (capacity.use_of(job), found.ended_on) == ((0, 0), timezone.localdate())


def test_it_never_ends_before_it_began():
    found = make.an_engagement()
    before = timezone.localdate() - timedelta(days=1)
    with pytest.raises(RefusedError, match="It began later"):
        actions.end(engagement=found, by=found.owner, because="terms", on=before, by_id=None)
    found.refresh_from_db()
    assert found.state == "running"


def test_it_is_not_completed_before_it_began():
    before = Said(uuid4(), timezone.localdate() - timedelta(days=1))
    found = make.an_engagement()
    with pytest.raises(RefusedError, match="It began later"):
        actions.complete(engagement=found, by=found.owner, said=before, by_id=None)
    later = make.an_engagement(from_on=timezone.localdate() + timedelta(days=9))
    today = Said(uuid4(), timezone.localdate())
    with pytest.raises(IllegalMoveError, match="It has not begun yet"):
        actions.complete(engagement=later, by=later.owner, said=today, by_id=None)
    assert not Agreement.objects.filter(kind="completion").exists()


def test_nothing_comes_of_what_is_not_accepted_or_of_what_something_came_of():
    for state in ("waiting", "ended", "lapsed"):
        with pytest.raises(IllegalMoveError, match="Nothing was recorded"):
            make.an_engagement(make.an_introduction(state=state))
    row = make.an_introduction(state="accepted")
    make.an_engagement(row, state="stated")
    with pytest.raises(RefusedError, match="recorded already"):
        make.an_engagement(row)
    assert Engagement.objects.count() == 1


def test_after_a_refusal_it_can_be_stated_again():
    row = make.an_introduction(state="accepted")
    make.an_engagement(row, state="dropped")
    assert make.an_engagement(row).state == "running"


@pytest.mark.parametrize(("began", "after"), [("stated", "dropped"), ("running", "ended")])
def test_where_the_introduction_is_over_it_is_over_too(began, after):
    row = make.an_introduction(state="accepted")
    found = make.an_engagement(row, state=began)
    introductions.lapse(introduction=row)
    heard("introduction.lapsed", closing.of_introductions)
    found.refresh_from_db()
    assert found.state == after
    assert not found.agreements.filter(state="waiting").exists()


def test_of_a_statement_one_is_reminded_and_it_runs_out():
    found = make.an_engagement(state="stated")
    waiting = found.agreements.filter(state="waiting")
    assert sweep_engagements() == (0, 0)
    waiting.update(remind_at=timezone.now())
    assert sweep_engagements() == (1, 0)
    assert sweep_engagements() == (0, 0)
    waiting.update(due_at=timezone.now())
    assert sweep_engagements() == (0, 1)
    found.refresh_from_db()
    assert (found.state, found.agreements.get().state) == ("dropped", "expired")


def test_whoever_was_reminded_is_not_reminded_again_by_an_outage_anywhere():
    found = make.an_engagement(state="stated")
    long_ago = timezone.now() - timedelta(days=8)
    found.agreements.update(stated_at=long_ago, remind_at=long_ago + timedelta(days=7))
    assert sweep_engagements() == (1, 0)
    outages.declare(
        what="power",
        governorates=Governorate.objects.filter(code="PS-GZA"),
        starts_at=timezone.now(),
        by_id=None,
    )
    heard("outage.declared", closing.of_outages)
    assert sweep_engagements() == (0, 0)
    assert Event.objects.filter(verb="engagement.reminded").count() == 1


def test_an_outage_stops_its_clock_and_gives_the_time_back():
    graduate = make.a_graduate(governorate="PS-GZA")
    row = make.an_introduction(None, make.looks_for_a_job(graduate), state="accepted")
    found = make.an_engagement(row, by=row.opening.owner, state="stated")
    due = found.agreements.get().due_at
    outage = outages.declare(
        what="power",
        governorates=Governorate.objects.filter(code="PS-GZA"),
        starts_at=timezone.now(),
        by_id=None,
    )
    heard("outage.declared", closing.of_outages)
    assert found.agreements.get().due_at is None
    outage.ends_at = outage.starts_at + timedelta(hours=30)
    outages.change(outage=outage, by_id=None)
    heard("outage.declared", closing.of_outages)
    assert found.agreements.get().due_at - due == timedelta(hours=30)
