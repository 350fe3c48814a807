"""The engine's work as Celery tasks; `manage.py match` runs the same functions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from ledger.models import Job
from matching import runs
from matching.exposure import exposure
from matching.pairings import registry
from matching.pairings.declaration import SIDES
from matching.runs import Shard
from matching.saved import alerts

PATIENCE = {
    Job.State.QUEUED: timedelta(minutes=30),
    Job.State.RUNNING: timedelta(hours=6),
    Job.State.FAILED: timedelta(minutes=30),
}
"""After how long in a state a run counts as lost."""


@shared_task
def match_everyone() -> None:
    """Every pairing anew: closing dates pass and consents end without anyone saving."""
    for pairing in registry.all_pairings():
        match_pairing.delay(start(pairing).pk)


@shared_task
def sweep_runs() -> int:
    """Begin anew the runs that failed or were lost with the queue; returns how many."""
    lost = [pairing for pairing in registry.all_pairings() if _is_lost(_newest(pairing))]
    for pairing in lost:
        match_pairing.delay(start(pairing).pk)
    return len(lost)


def _newest(pairing: str) -> Job | None:
    return Job.objects.filter(kind=f"match:{pairing}").order_by("-pk").first()


def _is_lost(job: Job | None) -> bool:
    if job is None or job.state not in PATIENCE:
        return False
    since = job.finished_at or job.started_at or job.created_at
    return timezone.now() - since > PATIENCE[Job.State(job.state)]


def start(pairing: str, *, by_id: int | None = None) -> Job:
    """A queued Job for a full run of one pairing."""
    registry.get(pairing)
    return Job.objects.create(kind=f"match:{pairing}", started_by_id=by_id)


def match_later(pairing: str, *, rebuild: bool) -> None:
    """Queue a full run for when the caller's transaction has committed; a lost one is swept."""
    job = start(pairing)
    transaction.on_commit(lambda: match_pairing.delay(job.pk, rebuild=rebuild), robust=True)


def is_under_way(pairing: str) -> bool:
    """Whether a full run of the pairing is queued or running."""
    newest = _newest(pairing)
    return newest is not None and not newest.is_over


@shared_task
def match_pairing(job_id: int, *, rebuild: bool = True) -> None:
    """Build the index, then hand out the shards; the last of them ends the Job.

    A Job counts as running once all its shards are handed out: delivered again, this is done
    again until then and never after.
    """
    if Job.objects.filter(pk=job_id, state=Job.State.QUEUED).exists():
        open_job(
            job_id,
            rebuild=rebuild,
            hand_out=lambda shard: score_shard.delay(job_id, asdict(shard)),
        )


def _keep(_shard: Shard) -> None:
    """The caller scores it."""


def open_job(
    job_id: int, *, rebuild: bool = True, hand_out: Callable[[Shard], object] = _keep
) -> list[Shard]:
    """Build the index of a Job's pairing, unless told otherwise, and start its count."""
    with _failing(job_id):
        pairing = _pairing_of(Job.objects.get(pk=job_id))
        generation, shards = runs.prepare(pairing, rebuild=rebuild)
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job_id)
        job.start(total=len(shards), generation=generation.name)
        for shard in shards:
            hand_out(shard)
        if not shards:
            _close(job)
    return shards


@shared_task
def score_shard(job_id: int, shard: dict[str, Any]) -> None:
    """Score and store one shard, count it, and end the Job after the last.

    A shard that is delivered twice is counted once: its name is kept in the Job until the end.
    """
    part = Shard(**shard)
    with _failing(job_id):
        runs.score(part)
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job_id)
        if job.state != Job.State.RUNNING:
            return
        scored = {*job.result.get("scored", []), part.name}
        job.done, job.result = len(scored), {**job.result, "scored": sorted(scored)}
        job.save(update_fields=["done", "result"])
        is_last = job.done == job.total
        if is_last:
            _close(job)
    if is_last:
        _count_exposure(job)


@contextmanager
def _failing(job_id: int) -> Iterator[None]:
    """An error ends the Job and goes on to the log of the worker."""
    try:
        yield
    except Exception as error:
        Job.objects.get(pk=job_id).fail(error)
        raise


def _close(job: Job) -> None:
    generation = job.result["generation"]
    runs.finish(_pairing_of(job), generation)
    job.finish(generation=generation)


def _count_exposure(job: Job) -> None:
    """Say in the Job's result how evenly its lists show people. Nobody waits for it with a lock."""
    pairing = _pairing_of(job)
    counted = {side: asdict(exposure(pairing, side)) for side in SIDES}
    Job.objects.filter(pk=job.pk).update(result={**job.result, "exposure": counted})


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
