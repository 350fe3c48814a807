"""What other floors bring about between two, and who is told that a place is gone."""

import pytest

from ledger.models import Event
from matching.introductions import actions, capacity
from matching.introductions.capacity import FullError
from matching.introductions.lapsing import of_full_openings
from matching.introductions.models import Introduction
from matching.moves import IllegalMoveError
from profiles.models import Consent
from profiles.steps import Step
from tests import make
from tests.matching.introductions.telling import a_pair, told

pytestmark = pytest.mark.django_db


def introduced(opening, candidacy, by=None):
    return actions.introduce(
        opening=opening,
        candidacy=candidacy,
        asker=by or candidacy.profile,
        shares=Step.NAME,
        by_id=None,
    )


def steps_of(row: Introduction) -> list[tuple[int, int]]:
    return sorted(Consent.objects.in_force().values_list("owner", "step"))


def test_two_who_agreed_elsewhere_are_introduced_at_once_by_name():
    tender = make.a_tender()
    team = make.offers_a_team(make.a_local_firm())
    row = introduced(tender, team)
    assert (row.state, row.asker, row.asked) == ("accepted", team.profile, tender.owner)
    assert steps_of(row) == sorted([(tender.owner_id, 3), (team.profile_id, 3)])
    assert introduced(tender, team) == row
    assert Event.objects.filter(verb=actions.MADE).count() == 1


def test_a_request_that_waits_is_accepted_by_it():
    waits = make.an_introduction(make.a_tender(), shares=Step.REGION)
    row = introduced(waits.opening, waits.candidacy)
    assert (row.pk, row.state, row.due_at) == (waits.pk, "accepted", None)
    assert {step for _, step in steps_of(row)} == {3}


def test_two_who_are_introduced_keep_a_place_and_need_one():
    tender = make.a_tender(capacity=1)
    talk = make.an_introduction(tender, state="accepted")
    with_a_place = introduced(tender, make.offers_a_team(make.a_local_firm()))
    assert (with_a_place.takes, capacity.use_of(tender)) == ("place", (1, 1))
    with pytest.raises(FullError, match="The only place is taken"):
        introduced(tender, talk.candidacy)
    assert introduced(tender, with_a_place.candidacy) == with_a_place


def test_nothing_is_filled_before_it_is_accepted_or_after_it_is_over():
    for state in ("waiting", "ended", "lapsed"):
        row = make.an_introduction(make.a_job(), state=state)
        with pytest.raises(IllegalMoveError, match="This request is"):
            actions.come_true(introduction=row)
        assert Introduction.objects.get(pk=row.pk).takes == "talk"


def test_once_a_mentor_has_taken_the_last_place_whoever_waits_is_told():
    offer = make.a_mentoring_offer(capacity=1)
    goals = make.looks_for_a_mentor(make.a_graduate())
    graduate = make.acts_for(goals.profile)
    waits = make.an_introduction(offer, goals)
    make.an_introduction(offer, state="accepted")
    of_full_openings(list(Event.objects.filter(verb="introduction.accepted")))
    waits.refresh_from_db()
    assert (waits.state, waits.because) == ("lapsed", "taken")
    assert told(graduate)["introduction.lapsed"].more == "The reason: The place is taken."


def test_a_talk_about_a_job_ends_nobodys_request():
    job = make.a_job(capacity=1)
    waits = make.an_introduction(job)
    make.an_introduction(job, state="accepted")
    of_full_openings(list(Event.objects.filter(verb="introduction.accepted")))
    waits.refresh_from_db()
    assert waits.state == "waiting"


def test_what_was_settled_above_is_told_there_and_not_twice():
    job, search, owner, graduate = a_pair()
    row = make.an_introduction(job, search, state="accepted")
    assert actions.settle(introduction=row, by=job.owner, because="done", by_id=None)
    assert actions.settle(introduction=row, by=job.owner, because="done", by_id=None) is None
    assert "introduction.ended" not in told(owner) | told(graduate)
