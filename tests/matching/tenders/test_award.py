"""As many are awarded at once as there are places, and an award names both: real threads."""

from functools import partial

import pytest

from ledger.models import Event
from matching.actions import change_opening
from matching.engagements import actions as engagements
from matching.introductions import actions as introductions
from matching.introductions.capacity import TALKS_A_PLACE, FullError, use_of
from matching.introductions.models import Introduction
from matching.models import Candidacy, Opening
from matching.moves import RefusedError
from matching.tenders import actions, places
from matching.tenders.closing import of_tenders
from matching.tenders.models import Answer
from profiles.models import Consent
from profiles.recognition import viewer_of
from profiles.steps import Step
from tests import make
from tests.matching.racing import at_once

AT_ONCE = 20


def award(row: Answer) -> str:
    return actions.award(answer=row, by=row.owner, by_id=None).state


@pytest.mark.parametrize("capacity", [1, 3])
def test_of_twenty_awards_at_once_as_many_are_made_as_there_are_places(
    transactional_db: None, capacity: int
) -> None:
    tender = make.a_tender(capacity=capacity)
    rows = [make.an_answer(tender) for _ in range(AT_ONCE)]

    attempts = [partial(award, row) for row in rows]
    assert at_once(attempts, FullError) == {"done": capacity, "refused": AT_ONCE - capacity}

    assert Answer.objects.filter(state="awarded").count() == capacity
    assert Introduction.objects.filter(state="accepted").count() == capacity
    assert Consent.objects.in_force().count() == 2 * capacity


def test_awarded_both_are_introduced_and_each_reads_the_others_name(db: None) -> None:
    firm = make.a_local_firm(is_named=False)
    row = make.an_answer(
        make.a_tender(make.a_diaspora_firm(is_named=False)), make.offers_a_team(firm)
    )
    award(row)
    row.refresh_from_db()
    assert row.introduction.state == "accepted"
    assert (row.introduction.asker, row.introduction.asked) == (firm, row.owner)
    for reader, other in ((row.owner, firm), (firm, row.owner)):
        assert viewer_of(make.acts_for(reader)).step_given(other.pk) == Step.NAME


@pytest.mark.parametrize("step", [Step.NAME, Step.CONTACT])
def test_what_was_given_for_the_answer_is_read_for_the_introduction_from_the_award_on(
    db: None, step: Step
) -> None:
    row = make.an_answer(shares=step)
    award(row)
    given = Consent.objects.in_force().get(owner=row.firm)
    assert (given.step, given.purpose) == (step, "introduction")
    assert Consent.objects.in_force().get(owner=row.owner).step == Step.NAME


def test_two_who_talk_already_are_awarded_in_that_talk(db: None) -> None:
    row = make.an_answer()
    talk = make.an_introduction(row.opening, row.candidacy)
    award(row)
    row.refresh_from_db()
    assert (row.introduction, row.introduction.state) == (talk, "accepted")


def test_an_award_ends_with_its_introduction_and_leaves_its_place(db: None) -> None:
    tender = make.a_tender(capacity=1)
    first, second = make.an_answer(tender), make.an_answer(tender)
    award(first)
    with pytest.raises(FullError, match="The only place is awarded"):
        award(second)
    first.refresh_from_db()
    introductions.end(introduction=first.introduction, by=first.firm, because="done", by_id=None)
    assert places.left(tender) == 1
    assert award(second) == "awarded"


def test_a_place_that_a_contract_took_elsewhere_is_not_awarded(db: None) -> None:
    tender = make.a_tender(capacity=1)
    row = make.an_answer(tender)
    talk = make.an_introduction(tender, state="accepted")
    introductions.come_true(introduction=talk)
    with pytest.raises(FullError):
        award(row)


def test_a_contract_made_elsewhere_finds_no_place_that_is_awarded(db: None) -> None:
    tender = make.a_tender(capacity=1)
    chosen = make.an_answer(tender)
    talk = make.an_introduction(tender, state="accepted")
    contract = make.an_engagement(talk, state="stated")
    award(chosen)
    with pytest.raises(FullError, match="The only place is taken"):
        engagements.confirm(engagement=contract, by=tender.owner, by_id=None)
    chosen.refresh_from_db()
    assert (chosen.state, chosen.introduction.state) == ("awarded", "accepted")
    tender.refresh_from_db()
    assert tender.status == "published"


def test_a_tender_that_is_awarded_is_asked_for_by_nobody_and_who_waits_there_is_told(
    db: None,
) -> None:
    tender = make.a_tender(capacity=1)
    waits = make.an_introduction(tender)
    chosen = make.an_answer(tender, state="awarded")
    with pytest.raises(RefusedError, match="All places are taken"):
        make.an_introduction(tender)
    of_tenders(list(Event.objects.filter(verb="answer.awarded")))
    waits.refresh_from_db()
    assert (waits.state, waits.because) == ("lapsed", "taken")
    chosen.introduction.refresh_from_db()
    assert chosen.introduction.state == "accepted"


def test_a_company_awards_while_as_many_talks_run_as_may(db: None) -> None:
    tender = make.a_tender(capacity=1)
    for _ in range(TALKS_A_PLACE):
        make.an_introduction(tender, state="accepted")
    assert award(make.an_answer(tender)) == "awarded"


def test_two_who_talk_when_it_is_awarded_keep_one_place(db: None) -> None:
    tender = make.a_tender(capacity=1)
    row = make.an_answer(tender)
    make.an_introduction(tender, row.candidacy, state="accepted")
    award(row)
    assert use_of(tender) == (1, 0)
    assert make.an_engagement(Introduction.objects.get()).state == "running"


def test_a_contract_that_came_of_an_award_takes_its_place_once(db: None) -> None:
    tender = make.a_tender(capacity=2)
    row = make.an_answer(tender, state="awarded")
    introductions.come_true(introduction=row.introduction)
    assert places.left(tender) == 1


def test_a_tender_keeps_the_places_that_it_awarded(db: None) -> None:
    tender = make.a_tender(capacity=4)
    for _ in range(3):
        award(make.an_answer(tender))
    late = make.an_answer(tender)
    with pytest.raises(RefusedError, match="End what takes 1 place first"):
        change_opening(opening=tender, answers={"capacity": 2}, by_id=None)
    tender.refresh_from_db()
    assert tender.capacity == 4
    change_opening(opening=tender, answers={"capacity": 3}, by_id=None)
    with pytest.raises(FullError):
        award(late)


def test_past_its_last_day_a_tender_is_awarded_and_once_closed_it_is_not(db: None) -> None:
    row, late = make.an_answer(), make.an_answer()
    Opening.objects.filter(pk=row.opening_id).update(closes_on="2026-01-01")
    Opening.objects.filter(pk=late.opening_id).update(status="closed")
    assert award(row) == "awarded"
    with pytest.raises(RefusedError, match="cannot be awarded any more"):
        award(late)


def test_whoever_is_gone_or_excluded_is_awarded_nothing(db: None) -> None:
    gone, excluded = make.an_answer(), make.an_answer()
    Candidacy.objects.filter(pk=gone.candidacy_id).update(status="withdrawn")
    make.excludes(excluded.firm, excluded.owner)
    for row in (gone, excluded):
        with pytest.raises(RefusedError, match="cannot be awarded any more"):
            award(row)
    assert not Introduction.objects.exists()
    assert not Consent.objects.exists()
