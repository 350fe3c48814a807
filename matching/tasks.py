"""The engine's work as Celery tasks; `manage.py match` runs the same functions."""

from dataclasses import asdict
from typing import Any

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from ledger.models import Job
from matching import runs
from matching.pairings import registry
from matching.runs import Shard
from matching.saved import alerts


@shared_task
def match_everyone() -> None:
    """Every pairing anew: closing dates pass and consents end without anyone saving."""
    for pairing in registry.all_pairings():
        match_pairing.delay(start(pairing).pk)


def start(pairing: str, *, by_id: int | None = None) -> Job:
    """A queued Job for a full run of one pairing."""
    registry.get(pairing)
    return Job.objects.create(kind=f"match:{pairing}", started_by_id=by_id)


def match_later(pairing: str, *, rebuild: bool) -> None:
    """Queue a full run for when the caller's transaction has committed; beat sweeps a lost one."""
    job = start(pairing)
    transaction.on_commit(lambda: match_pairing.delay(job.pk, rebuild=rebuild), robust=True)


@shared_task
def match_pairing(job_id: int, *, rebuild: bool = True) -> None:
    """Build the index, then hand out the shards; the last of them ends the Job."""
    for shard in open_job(job_id, rebuild=rebuild):
        score_shard.delay(job_id, asdict(shard))


def open_job(job_id: int, *, rebuild: bool = True) -> list[Shard]:
    """Build the index of a Job's pairing, unless told otherwise, and start its count."""
    job = Job.objects.get(pk=job_id)
    try:
        generation, shards = runs.prepare(_pairing_of(job), rebuild=rebuild)
    except Exception as error:
        job.fail(error)
        raise
    job.start(total=len(shards), generation=generation.name)
    if not shards:
        _close(job)
    return shards


@shared_task
def score_shard(job_id: int, shard: dict[str, Any]) -> None:
    """Score and store one shard, count it, and end the Job after the last.

    A shard that is delivered twice is counted once: its name is kept in the Job until the end.
    """
    part = Shard(**shard)
    runs.score(part)
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job_id)
        if job.is_over:
            return
        scored = {*job.result.get("scored", []), part.name}
        job.done, job.result = len(scored), {**job.result, "scored": sorted(scored)}
        job.save(update_fields=["done", "result"])
        if job.done == job.total:
            _close(job)


def _close(job: Job) -> None:
    generation = job.result["generation"]
    runs.finish(_pairing_of(job), generation)
    job.finish(generation=generation)


def _pairing_of(job: Job) -> str:
    return job.kind.removeprefix("match:")


@shared_task
def look_for_news() -> int:
    """Hand out the saved searches whose reader has morning now; returns how many."""
    due = alerts.due_searches(timezone.now())
    for search_id in due:
        send_news.delay(search_id)
    return len(due)


@shared_task
def send_news(search_id: int) -> int:
    """Mail what is new in one saved search; run twice, it tells nothing twice."""
    return alerts.send_news(search_id, timezone.now())
