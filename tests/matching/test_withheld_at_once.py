"""What is withheld where two end at once, or one begins: real threads, real PostgreSQL."""

from collections.abc import Callable
from functools import partial

from matching.introductions import actions as introductions
from matching.introductions.models import Introduction
from matching.tenders import actions as tenders
from matching.tenders.models import Answer
from profiles.models import Consent
from profiles.steps import Step
from tests import make
from tests.full import FULL
from tests.matching.racing import at_once

ROUNDS = 50 if FULL else 8


def withdrawing(row: Answer) -> Callable[[], object]:
    return lambda: tenders.withdraw(answer=row, by=row.firm, by_id=None)


def taking_back(row: Introduction) -> Callable[[], object]:
    return lambda: introductions.withdraw(introduction=row, by=row.asker, by_id=None)


def test_two_answers_that_are_withdrawn_at_once_leave_no_name(transactional_db: None) -> None:
    company, team = make.an_international_company(), make.offers_a_team(make.a_local_firm())
    posted = [make.a_tender(company) for _ in range(2)]
    for _ in range(ROUNDS):
        rows = [make.an_answer(tender, team, shares=Step.NAME) for tender in posted]
        assert at_once([withdrawing(row) for row in rows]) == {"done": 2}
        assert not Consent.objects.in_force().exists()


def test_a_name_that_is_widened_while_the_first_answer_is_withdrawn_stays_wide(
    transactional_db: None,
) -> None:
    company, team = make.an_international_company(), make.offers_a_team(make.a_local_firm())
    posted = [make.a_tender(company) for _ in range(2)]
    for _ in range(ROUNDS):
        first = make.an_answer(posted[0], team, shares=Step.NAME)
        widening = partial(make.an_answer, posted[1], team, shares=Step.CONTACT)
        assert at_once([withdrawing(first), widening]) == {"done": 2}
        assert Consent.objects.in_force().get().step == Step.CONTACT
        second = Answer.objects.live().get()
        assert second.consent == Consent.objects.in_force().get()
        tenders.withdraw(answer=second, by=second.firm, by_id=None)
        assert not Consent.objects.in_force().exists()


def test_two_requests_that_are_withdrawn_at_once_leave_nothing_shown(
    transactional_db: None,
) -> None:
    firm, seeks = make.an_international_company(), make.looks_for_a_job(make.a_graduate())
    posted = [make.a_job(firm) for _ in range(2)]
    for _ in range(ROUNDS):
        rows = [make.an_introduction(job, seeks, shares=Step.NAME) for job in posted]
        assert at_once([taking_back(row) for row in rows]) == {"done": 2}
        assert not Consent.objects.in_force().exists()
