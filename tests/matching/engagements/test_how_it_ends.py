"""How an outcome ends, is refused or runs out, and what ends with it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ledger.models import Event
from matching.engagements import actions, closing
from matching.engagements.actions import Said
from matching.engagements.models import Agreement, Engagement
from matching.engagements.tasks import sweep_engagements
from matching.introductions import actions as introductions
from matching.introductions import capacity, outages
from matching.moves import IllegalMoveError, RefusedError
from profiles.models import Governorate
from tests import make
from tests.matching.engagements.on_outcomes import heard, state_of

pytestmark = pytest.mark.django_db


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
