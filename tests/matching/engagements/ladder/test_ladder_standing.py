"""How somebody stands on the ladder, from rows: what came true, what waits, who may be met."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from matching.engagements import actions
from matching.engagements.ladder.actions import RESTS, rest
from matching.engagements.ladder.rungs import LADDER
from matching.engagements.ladder.standing import LASTED, QUIET, role_on_ladder, standing_of
from matching.engagements.models import Engagement, RestingStep
from matching.engagements.outcomes.registry import all_outcomes
from profiles.recognition import viewer_of
from tests import make

pytestmark = pytest.mark.django_db


def engaged(pairing="mentorship", *, days=60, state="running", because="", **terms):
    """Of that many days; ended ones end today."""
    row = make.an_introduction(make.an_opening(pairing), state="accepted")
    found = make.an_engagement(row, state="running", **terms)
    columns = {"state": state, "began_on": timezone.localdate() - timedelta(days=days)}
    if state != "running":
        columns |= {"ended_on": timezone.localdate(), "because": because}
    Engagement.objects.filter(pk=found.pk).update(**columns)
    return found


def standing(profile):
    return standing_of(make.viewing_as(profile))


@pytest.mark.parametrize("pairing", all_outcomes())
def test_what_has_lasted_came_true_for_the_owner_and_not_for_the_candidate(pairing):
    found = engaged(pairing)
    assert standing(found.owner).done == {pairing}
    assert standing(found.candidate).done == set()


@pytest.mark.parametrize(
    ("said", "is_done"),
    [
        ({"days": LASTED.days}, True),
        ({"days": LASTED.days - 1}, False),
        ({"days": 3, "state": "completed"}, True),
        ({"days": 60, "state": "ended", "because": "no_time"}, True),
        ({"days": 3, "state": "ended", "because": "no_time"}, False),
        ({"days": 60, "state": "dropped"}, False),
    ],
)
def test_it_came_true_once_it_was_completed_or_has_lasted(said, is_done):
    found = engaged(**said)
    assert standing(found.owner).done == ({"mentorship"} if is_done else set())


def test_of_an_investment_only_what_was_committed_came_true():
    row = make.an_introduction(make.a_mandate(), state="accepted")
    owner = row.opening.owner
    found = make.an_engagement(row, by=owner, stage="observing", usd=None, instrument="")
    long_ago = timezone.localdate() - timedelta(days=90)
    Engagement.objects.filter(pk=found.pk).update(began_on=long_ago)
    assert standing(owner).done == set()
    make.states(found, owner, stage="committed", usd=20_000, instrument="safe")
    actions.confirm(engagement=found, by=found.candidate, by_id=None)
    assert standing(owner).done == {"investing"}


@pytest.mark.parametrize(("because", "is_calm"), [("danger", False), ("no_fit", False),
                                                  ("no_time", True), ("terms", True)])  # fmt: skip
def test_after_an_end_in_danger_or_that_did_not_fit_it_is_quiet_for_both(because, is_calm):
    found = engaged("investing", state="ended", because=because)
    assert standing(found.owner).is_calm is is_calm
    assert standing(found.candidate).is_calm is is_calm
    Engagement.objects.update(ended_on=timezone.localdate() - QUIET)
    assert standing(found.owner).is_calm


def test_whoever_owes_an_answer_reads_of_nothing_further():
    found = engaged()
    assert standing(found.owner).is_calm
    asked = make.an_introduction(make.a_mentoring_offer(found.owner))
    assert not standing(found.owner).is_calm
    assert standing(asked.asker).is_calm


def test_nor_does_whoever_is_to_confirm_what_the_other_stated():
    found = engaged("contracting")
    make.states(found, found.candidate, headcount=9)
    assert not standing(found.owner).is_calm
    assert standing(found.candidate).is_calm


def test_somebody_is_met_who_seeks_it_now_and_is_not_kept_apart():
    mentor = make.a_mentor(excluded_countries=["FR"])
    assert standing(mentor).met == set()
    make.raises(make.a_startup(country="FR"))
    assert standing(mentor).met == set()
    paused = make.offers_a_team(make.a_local_firm(), status="paused")
    assert standing(mentor).met == set()
    apart = make.raises(make.a_startup())
    make.excludes(apart.profile, mentor)
    assert standing(mentor).met == set()
    paused.status = "active"
    paused.save()
    make.raises(make.a_startup())
    assert standing(mentor).met == {"contracting", "investing"}


def test_nobody_meets_their_own_startup():
    startup = make.a_startup()
    make.raises(startup)
    user = make.acts_for(startup)
    make.an_investor(user=user)
    assert standing_of(viewer_of(user)).met == set()


def test_an_opening_that_stands_is_begun_and_a_closed_one_is_not():
    firm = make.a_diaspora_firm()
    make.a_placement(firm, status="closed")
    assert standing(firm).begun == set()
    make.a_placement(firm, status="draft", published_at=None)
    assert standing(firm).begun == {"internships"}


def test_roles_are_those_that_one_decides_for():
    firm = make.a_diaspora_firm()
    reader, owner = make.acts_for(firm, role="reader"), make.acts_for(firm)
    make.a_mentor(user=reader)
    make.an_investor(user=owner)
    assert standing_of(viewer_of(reader)).roles == {"mentor"}
    assert standing_of(viewer_of(owner)).roles == {"investor", "diaspora"}


@pytest.mark.parametrize(
    ("build", "role"),
    [
        (make.a_mentor, "mentor"),
        (make.an_investor, "investor"),
        (make.a_diaspora_firm, "diaspora"),
        (make.an_international_company, "international"),
        (make.a_local_firm, ""),
        (make.a_startup, ""),
        (make.a_graduate, ""),
    ],
)
def test_the_ladder_is_for_members_of_the_diaspora(build, role):
    profile = build()
    assert role_on_ladder(profile) == role
    assert standing(profile).roles == ({role} if role else set())


def test_it_is_read_in_one_query_however_much_there_is():
    user = make.acts_for(make.a_diaspora_firm())
    make.a_mentor(user=user)
    for _ in range(3):
        engaged()
    viewer = viewer_of(user)
    with CaptureQueriesContext(connection) as queries:
        standing_of(viewer)
    assert len(queries) == 1


def test_a_step_rests_for_half_a_year_for_that_account_alone():
    user, other = make.acts_for(make.a_mentor()), make.acts_for(make.a_mentor())
    for _ in range(2):
        rest(user=user, rung=LADDER[1])
    row = RestingStep.objects.get()
    assert row.until == timezone.localdate() + RESTS
    assert standing_of(viewer_of(user)).rests == {"host"}
    assert standing_of(viewer_of(other)).rests == set()
    RestingStep.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert standing_of(viewer_of(user)).rests == set()
