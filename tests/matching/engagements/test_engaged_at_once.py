"""Two who confirm at once never take more places than there are: real threads, real PostgreSQL."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections

from matching.engagements import actions
from matching.engagements.models import Agreement, Engagement
from matching.introductions import capacity
from matching.introductions.models import Introduction
from matching.models import Candidacy, Opening
from matching.moves import RefusedError
from tests import make
from tests.full import FULL

ROUNDS = 100 if FULL else 5
AT_ONCE = 10


def at_once(attempts: list[Callable[[], object]]) -> Counter[str]:
    start = Barrier(len(attempts))

    def tried(attempt: Callable[[], object]) -> str:
        try:
            start.wait()
            attempt()
            return "done"
        except RefusedError:
            return "refused"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(attempts)) as pool:
        return Counter(pool.map(tried, attempts))


def confirming(row: Engagement) -> Callable[[], object]:
    return lambda: actions.confirm(engagement=row, by=row.owner, by_id=None)


def test_of_ten_hires_confirmed_at_once_for_two_places_two_are(transactional_db: None) -> None:
    job = make.a_job(capacity=2)
    talks = [make.an_introduction(job, state="accepted") for _ in range(AT_ONCE)]
    rows = [make.an_engagement(talk, state="stated") for talk in talks]
    for _ in range(ROUNDS):
        Introduction.objects.update(takes="talk")
        Engagement.objects.update(state="stated", began_on=None)
        Agreement.objects.update(state="waiting")
        Opening.objects.update(status="published")
        Candidacy.objects.update(status="active")
        assert at_once([confirming(row) for row in rows]) == {"done": 2, "refused": AT_ONCE - 2}
        assert Engagement.objects.filter(state="running").count() == 2
        assert capacity.use_of(job).filled == 2


def test_confirmed_by_two_windows_at_once_it_is_confirmed_once(transactional_db: None) -> None:
    row = make.an_engagement(state="stated")
    for _ in range(ROUNDS):
        Introduction.objects.update(takes="talk")
        Engagement.objects.update(state="stated", began_on=None)
        Agreement.objects.update(state="waiting")
        assert at_once([confirming(row), confirming(row)]) == {"done": 1, "refused": 1}


def test_confirmed_and_taken_back_at_once_one_of_the_two_counts(transactional_db: None) -> None:
    row = make.an_engagement(state="stated")

    def taking_back() -> object:
        return actions.withdraw(engagement=row, by=row.candidate, by_id=None)

    for _ in range(ROUNDS):
        Introduction.objects.update(takes="talk")
        Engagement.objects.update(state="stated", began_on=None)
        Agreement.objects.update(state="waiting")
        assert at_once([confirming(row), taking_back]) == {"done": 1, "refused": 1}
        row.refresh_from_db()
        confirmed = row.agreements.get().state == "confirmed"
        assert (row.state == "running") == confirmed
