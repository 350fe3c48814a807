"""A full run has a line of its own: whoever saves a profile meanwhile does not wait for it."""

from pathlib import Path
from typing import Any

import pytest

from ledger.models import Job
from matching import tasks
from matching.models import TopMatches
from profiles.actions import set_skills
from profiles.models import Skill
from tests import make
from tests.matching.freshness.multitude import a_multitude
from tests.workers import running_worker, seconds_until

pytestmark = [pytest.mark.alone, pytest.mark.django_db(transaction=True)]
AIM = 2.0


def test_a_saved_profile_is_matched_while_a_full_run_goes_on(tmp_path: Path) -> None:
    a_multitude(people=20_000, jobs=60)
    search = make.looks_for_a_job(make.a_graduate(skills={"git": 1}))
    with (
        running_worker(tmp_path, "--queues=single", "--hostname=single@%h"),
        running_worker(tmp_path, "--queues=bulk", "--hostname=bulk@%h"),
    ):
        first = run_begun()
        seconds_until(lambda: Job.objects.get(pk=first.pk).is_over)
        save(search, "python")
        seconds_until(lambda: best_of(search) != [])
        run, before = run_begun(), best_of(search)
        seconds_until(lambda: Job.objects.get(pk=run.pk).done > 0)
        save(search, "django", "postgresql", "python")
        waited = seconds_until(lambda: best_of(search) != before)
        run.refresh_from_db()
        assert not run.is_over
    assert waited < AIM


def run_begun() -> Job:
    job = tasks.start("hiring")
    tasks.match_pairing.delay(job.pk)
    return job


def save(search: Any, *slugs: str) -> None:
    skills = Skill.objects.filter(slug__in=slugs)
    set_skills(profile=search.profile, levels=dict.fromkeys(skills, 4), by_id=None)


def best_of(search: Any) -> list[tuple[int, int]]:
    stored = TopMatches.objects.filter(candidacy=search).first()
    return [] if stored is None else list(zip(stored.ids, stored.scores, strict=True))
