"""Two who confirm at once never take more places than there are: real threads, real PostgreSQL."""

from collections.abc import Callable
from uuid import uuid4

from django.utils import timezone

from matching.engagements import actions
from matching.engagements.actions import Said
from matching.engagements.models import Agreement, Engagement
from matching.introductions import capacity
from matching.introductions.models import Introduction
from matching.models import Candidacy, Opening
from tests import make
from tests.full import FULL
from tests.matching.racing import at_once

ROUNDS = 100 if FULL else 5
AT_ONCE = 10


def set_back() -> None:
    """All that was stated waits again for its word."""
    Introduction.objects.update(takes="talk")
    Engagement.objects.update(state="stated", began_on=None)
    Agreement.objects.update(state="waiting")


def confirming(row: Engagement) -> Callable[[], object]:
    return lambda: actions.confirm(engagement=row, by=row.owner, by_id=None)


def test_of_ten_hires_confirmed_at_once_for_two_places_two_are(transactional_db: None) -> None:
    job = make.a_job(capacity=2)
    talks = [make.an_introduction(job, state="accepted") for _ in range(AT_ONCE)]
    rows = [make.an_engagement(talk, state="stated") for talk in talks]
    for _ in range(ROUNDS):
        set_back()
        Opening.objects.update(status="published")
        Candidacy.objects.update(status="active")
        assert at_once([confirming(row) for row in rows]) == {"done": 2, "refused": AT_ONCE - 2}
        assert Engagement.objects.filter(state="running").count() == 2
        assert capacity.use_of(job).filled == 2


def test_confirmed_by_two_windows_at_once_it_is_confirmed_once(transactional_db: None) -> None:
    row = make.an_engagement(state="stated")
    for _ in range(ROUNDS):
        set_back()
        assert at_once([confirming(row), confirming(row)]) == {"done": 1, "refused": 1}


def test_sent_by_two_windows_at_once_a_change_is_recorded_once(transactional_db: None) -> None:
    talk = make.an_introduction(make.a_mandate(), state="accepted")
    row = make.an_engagement(
        talk, by=talk.opening.owner, stage="observing", usd=None, instrument=""
    )
    for number in range(ROUNDS):
        said = Said(uuid4(), timezone.localdate(), {"stage": "considering"})

        def changing(said: Said = said) -> object:
            return actions.change(engagement=row, by=row.owner, said=said, by_id=None)

        assert at_once([changing] * AT_ONCE) == {"done": AT_ONCE}
        assert row.agreements.count() == number + 2


def test_confirmed_and_taken_back_at_once_one_of_the_two_counts(transactional_db: None) -> None:
    row = make.an_engagement(state="stated")

    def taking_back() -> object:
        return actions.withdraw(engagement=row, by=row.candidate, by_id=None)

    for _ in range(ROUNDS):
        set_back()
        assert at_once([confirming(row), taking_back]) == {"done": 1, "refused": 1}
        row.refresh_from_db()
        confirmed = row.agreements.get().state == "confirmed"
        assert (row.state == "running") == confirmed
