"""Where following one party after the other ends, a run takes over, and nothing is lost between."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from ledger.models import Job
from matching import freshening, runs, tasks
from matching.freshness import applying
from matching.models import IndexChange, TopMatches
from profiles.actions import save_profile
from tests import make
from tests.matching.freshness.lists import from_nothing, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def searches() -> list[Any]:
    """Three who look for a job, a job, and their lists."""
    make.a_job()
    found = [make.looks_for_a_job(make.a_graduate()) for _ in range(3)]
    runs.run("hiring")
    return found


def change(rows: list[Any]) -> None:
    for row in rows:
        row.profile.experience_years = 0
        save_profile(profile=row.profile, by_id=None)


def queued() -> list[str]:
    return list(Job.objects.filter(state=Job.State.QUEUED).values_list("kind", flat=True))


def test_more_than_a_few_parties_are_indexed_instead(
    searches: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshening, "FEW", 2)
    change(searches)
    freshening.follow("hiring", {"candidacy": [row.pk for row in searches]})
    assert not IndexChange.objects.exists()
    assert stored("hiring") == from_nothing("hiring")


def test_more_changes_than_an_index_bears_lead_to_another(
    searches: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshening, "MOST_CHANGED", 1)
    for row in searches[:2]:
        freshening.follow("hiring", {"candidacy": [row.pk]})
    assert not IndexChange.objects.exists()


def test_more_lists_than_can_be_touched_at_once_are_left_to_a_run(
    searches: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "MOST_TOUCHED", 0)
    change(searches[:1])
    freshening.follow("hiring", {"candidacy": [searches[0].pk]})
    assert IndexChange.objects.count() == 1
    assert stored("hiring") == from_nothing("hiring")


def test_a_large_pairing_is_left_to_the_workers(
    searches: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshening, "SMALL", 0)
    freshening.index_everyone("hiring")
    assert queued() == ["match:hiring"]


def test_a_draft_or_a_closed_party_is_no_change(searches: list[Any]) -> None:
    draft = make.a_job(status="draft")
    before = stored("hiring")
    freshening.follow("hiring", {"opening": [draft.pk]})
    assert not IndexChange.objects.exists()
    assert stored("hiring") == before


def test_weights_are_published_without_another_index(searches: list[Any]) -> None:
    before = set(TopMatches.objects.values_list("generation", flat=True))
    freshening.score_everyone("hiring")
    assert set(TopMatches.objects.values_list("generation", flat=True)) == before


@pytest.mark.parametrize(
    ("state", "hours", "begun"),
    [("queued", 1, 1), ("running", 1, 0), ("running", 7, 1), ("failed", 1, 1), ("done", 99, 0)],
)
def test_a_run_that_was_lost_is_begun_anew(state: str, hours: int, begun: int) -> None:
    then = timezone.now() - timedelta(hours=hours)
    Job.objects.create(
        kind="match:hiring", state=state, created_at=then, started_at=then, finished_at=then
    )
    assert tasks.sweep_runs() == begun
    assert tasks.sweep_runs() == 0
    assert Job.objects.count() == 1 + begun
