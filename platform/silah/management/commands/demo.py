"""`manage.py demo` makes the tables and an invented cast; with `--match` it matches them too."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from kombu.exceptions import OperationalError

from ledger.actions import record
from ledger.models import Event, Job
from matching import tasks
from matching.pairings import registry
from profiles.models import Profile
from silah import env
from tests import scenarios
from tests.cast.logins import PASSWORD, logins, recovery_codes_of_staff

LOADED = "demo.loaded"
PATIENCE = 120
PAUSE = 0.1


class Command(BaseCommand):
    help = "Load the invented cast (once), match it with --match, and print a login per role."

    # The checks would load every page's code, which takes longer than a second start needs.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--match", action="store_true", help="then match all pairings by Celery"
        )
        parser.add_argument("--seed", type=int, default=scenarios.SEED, help="another cast")
        parser.add_argument("--scale", type=float, default=1.0, help="size of the cast; 1 is 4,800")
        parser.add_argument(
            "--timeout", type=float, default=PATIENCE, help="seconds to wait for the matches"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not env.DEMO:
            raise CommandError(
                "The demo fills a database with invented people: it runs only where SILAH_DEMO=1."
            )
        call_command("migrate", verbosity=0, interactive=False)
        load(seed=options["seed"], scale=options["scale"])
        if options["match"]:
            self._match(options["timeout"])
        for login in logins():
            self.stdout.write(f"{login.role:<18} {login.email:<34} {PASSWORD}")
        codes = "  ".join(recovery_codes_of_staff())
        self.stdout.write(f"{'':<18} as the second factor of staff, each once: {codes}")
        self.stdout.write(f"{'mail':<18} /demo/mail/")

    def _match(self, patience: float) -> None:
        jobs = dispatch()
        over: set[int] = set()
        deadline = time.monotonic() + patience
        while len(over) < len(jobs):
            if time.monotonic() > deadline:
                raise CommandError(_too_late(len(jobs) - len(over), patience))
            time.sleep(PAUSE)
            for job in Job.objects.filter(pk__in=jobs).exclude(pk__in=over).order_by("pk"):
                if job.is_over:
                    over.add(job.pk)
                    self._report(job)
                else:
                    self._show(job)

    def _report(self, job: Job) -> None:
        name = job.kind.removeprefix("match:")
        if job.state == Job.State.FAILED:
            raise CommandError(f"Matching {name} failed: {job.error}. The worker's log says why.")
        assert job.finished_at is not None
        seconds = (job.finished_at - job.created_at).total_seconds()
        self._clear()
        self.stdout.write(f"{name:<12} matched in {seconds:.2f} s")

    def _show(self, job: Job) -> None:
        if self.stdout.isatty():
            name = job.kind.removeprefix("match:")
            self._clear()
            self.stdout.write(f"{name:<12} {job.done} of {job.total} parts", ending="")
            self.stdout.flush()

    def _clear(self) -> None:
        if self.stdout.isatty():
            self.stdout.write("\r\x1b[K", ending="")


def is_loaded() -> bool:
    return Event.objects.filter(verb=LOADED).exists()


@transaction.atomic
def load(*, seed: int, scale: float) -> None:
    """Save the cast once; a database with anybody else's profiles is left alone."""
    if is_loaded():
        return
    if Profile.objects.exists():
        raise CommandError(
            "This database holds profiles that the demo did not make: give the demo an empty one."
        )
    scenarios.demo_meetings(scenarios.demo_cast(seed=seed, scale=scale))
    record(verb=LOADED, codes={"seed": seed})


def dispatch() -> list[int]:
    """Queue a full run of every pairing; returns the keys of their Jobs."""
    started = [tasks.start(pairing).pk for pairing in registry.all_pairings()]
    try:
        for job_id in started:
            tasks.match_pairing.delay(job_id)
    except OperationalError as error:
        raise CommandError(
            "The queue at REDIS_URL does not answer: start Redis or Valkey there, then try again."
        ) from error
    return started


def _too_late(missing: int, patience: float) -> str:
    return (
        f"After {patience:g} s, {missing} of the pairings are not matched. Is a worker running? "
        "Start one with `celery -A silah worker`, then run `manage.py demo --match` again."
    )
