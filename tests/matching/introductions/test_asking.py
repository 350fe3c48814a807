"""Who may ask whom, how often, and what each then reads of the other."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from ledger.models import Event
from matching.actions import exclude
from matching.introductions import actions
from matching.introductions.actions import Asking
from matching.introductions.models import Introduction
from matching.introductions.tasks import sweep_introductions
from matching.models import Exclusion, Opening
from matching.moves import RefusedError
from profiles.disclosure import disclose
from profiles.models import Consent, Profile
from profiles.steps import Step
from tests import make

pytestmark = pytest.mark.django_db
SAID = Asking(public_id=uuid4(), purpose="talk", message="May we talk?", shares=Step.NAME)


def ask(**changed: Any) -> Introduction:
    opening = changed.pop("opening", None) or make.a_job()
    candidacy = changed.pop("candidacy", None) or make.looks_for_a_job(make.a_graduate())
    said = replace(SAID, public_id=changed.pop("public_id", uuid4()))
    asker = changed.pop("asker", candidacy.profile)
    return actions.ask(opening=opening, candidacy=candidacy, asker=asker, said=said, by_id=None)


def reads(reader: Profile, of: Profile) -> Step:
    return disclose(Profile.objects.get(pk=of.pk), make.viewing_as(reader)).step


def test_sent_twice_it_is_asked_once() -> None:
    job, search, once = make.a_job(), make.looks_for_a_job(make.a_graduate()), uuid4()
    first = ask(opening=job, candidacy=search, public_id=once)
    assert ask(opening=job, candidacy=search, public_id=once) == first
    assert Introduction.objects.count() == Event.objects.filter(verb="introduction.asked").count()


def test_an_owner_asks_a_candidate_too() -> None:
    job = make.a_job()
    row = ask(opening=job, asker=job.owner)
    assert (row.asker, row.asked) == (job.owner, row.candidacy.profile)


def test_while_one_is_live_neither_asks_again() -> None:
    row = make.an_introduction()
    for asker in (row.asker, row.asked):
        with pytest.raises(RefusedError, match="has asked already"):
            ask(opening=row.opening, candidacy=row.candidacy, asker=asker)


@pytest.mark.parametrize("state", ["withdrawn", "expired", "declined", "ended"])
def test_afterwards_one_may_ask_again(state: str) -> None:
    row = make.an_introduction(state=state)
    assert ask(opening=row.opening, candidacy=row.candidacy).state == "waiting"


def test_five_wait_at_most_and_the_sixth_is_told_what_to_do() -> None:
    search = make.looks_for_a_job(make.a_graduate())
    rows = [ask(candidacy=search) for _ in range(5)]
    with pytest.raises(RefusedError, match="5 requests of yours wait"):
        ask(candidacy=search)
    actions.withdraw(introduction=rows[0], by=search.profile, by_id=None)
    assert ask(candidacy=search).state == "waiting"


def paused(job: Opening, search: Any) -> None:
    Opening.objects.filter(pk=job.pk).update(status="paused")


def vanished(job: Opening, search: Any) -> None:
    Profile.objects.filter(pk=search.profile_id).update(status="hidden")


def unverified(job: Opening, search: Any) -> None:
    Profile.objects.filter(pk=job.owner_id).update(verified_at=None)


def withdrawn(job: Opening, search: Any) -> None:
    search.status = "withdrawn"
    search.save()


def excluded(job: Opening, search: Any) -> None:
    exclude(a=search.profile, b=job.owner, reason=Exclusion.Reason.BLOCKED, by_id=None)


@pytest.mark.parametrize("before", [paused, vanished, unverified, withdrawn, excluded])
def test_whoever_is_not_there_is_not_asked(before: Any) -> None:
    job, search = make.a_job(), make.looks_for_a_job(make.a_graduate())
    before(job, search)
    job, asker = Opening.objects.get(pk=job.pk), Profile.objects.get(pk=job.owner_id)
    with pytest.raises(RefusedError, match="Nothing was sent"):
        ask(opening=job, candidacy=search, asker=asker)
    assert not Introduction.objects.exists()
    assert not Consent.objects.exists()


def test_asking_shows_the_asker_and_nothing_of_the_asked() -> None:
    row = make.an_introduction(make.a_job(make.a_local_firm()), shares=Step.NAME)
    assert reads(row.asked, row.asker) == Step.NAME
    assert reads(row.asker, row.asked) == Step.REGION


def test_accepting_shows_the_asked_as_far_as_they_say() -> None:
    row = make.an_introduction(make.a_job(make.a_local_firm()))
    actions.accept(introduction=row, by=row.asked, shares=Step.CONTACT, by_id=None)
    assert reads(row.asker, row.asked) == Step.CONTACT
    assert reads(row.asked, row.asker) == Step.REGION
    assert reads(make.a_graduate(), row.asked) == Step.REGION


@pytest.mark.parametrize("state", ["declined", "withdrawn", "expired"])
def test_where_nothing_came_of_it_what_was_shown_is_withheld_again(state: str) -> None:
    row = make.an_introduction(state=state, shares=Step.CONTACT)
    assert reads(row.asked, row.asker) == Step.REGION


def test_what_another_introduction_needs_stays_shown() -> None:
    firm, graduate = make.an_international_company(), make.a_graduate()
    job, placement = make.a_job(firm), make.a_placement(firm)
    make.an_introduction(job, make.looks_for_a_job(graduate), shares=Step.NAME)
    other = make.an_introduction(placement, make.looks_for_a_placement(graduate), shares=Step.NAME)
    actions.withdraw(introduction=other, by=graduate, by_id=None)
    assert reads(firm, graduate) == Step.NAME


def test_the_clock_reminds_twice_and_then_ends_it() -> None:
    with time_machine.travel(timezone.now(), tick=False) as now:
        row = make.an_introduction()
        seen = []
        for _hour in range(0, 73, 12):
            sweep_introductions()
            row.refresh_from_db()
            seen.append((row.state, row.reminders))
            now.shift(timedelta(hours=12))
    waiting = [("waiting", number) for number in (0, 0, 1, 1, 2, 2)]
    assert seen == [*waiting, ("expired", 2)]
    assert Event.objects.filter(verb="introduction.reminded").count() == 2
    sweep_introductions()
    assert Event.objects.filter(verb="introduction.expired").count() == 1
