"""`manage.py match`: the runs that the workers do, here and now."""

import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ledger.models import Job
from matching import tasks
from matching.pairings import registry
from matching.runs import Shard
from silah.progress import Bar

WRONG, INTERRUPTED = 2, 130


class Command(BaseCommand):
    help = "Match everyone in every pairing, or in one: the same tasks that the workers run."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--pairing", help="one pairing only, such as hiring")

    def handle(self, **options: Any) -> None:
        try:
            pairings = _chosen(options["pairing"])
        except LookupError as error:
            raise CommandError(str(error.args[0]), returncode=WRONG) from None
        for pairing in pairings:
            self._match(pairing)

    def _match(self, pairing: str) -> None:
        started = time.monotonic()
        job = tasks.start(pairing)
        try:
            shards = tasks.open_job(job.pk)
            self._score(job, pairing, shards)
        except KeyboardInterrupt:
            job.fail(InterruptedError())
            raise CommandError(
                f"Stopped: some lists of {pairing} are new, the others as before.",
                returncode=INTERRUPTED,
            ) from None
        except Exception as error:
            job.fail(error)
            raise
        self._report(pairing, shards, time.monotonic() - started)

    def _score(self, job: Job, pairing: str, shards: Iterable[Shard]) -> None:
        shards = list(shards)
        with Bar(self.stderr, pairing, sum(map(len, shards))) as bar:  # type: ignore[arg-type]
            done = 0
            for shard in shards:
                tasks.score_shard(job.pk, asdict(shard))
                done += len(shard)
                bar.come_to(done)

    def _report(self, pairing: str, shards: Iterable[Shard], seconds: float) -> None:
        counts: Counter[str] = Counter()
        for shard in shards:
            counts[shard.side] += len(shard)
        self.stdout.write(
            f"{pairing}: {counts['opening']:,} openings, {counts['candidacy']:,} candidacies, "
            f"{seconds:.1f} s"
        )


def _chosen(pairing: str | None) -> list[str]:
    return list(registry.all_pairings()) if pairing is None else [registry.get(pairing).slug]
