"""`manage.py import_esco FOLDER`: skills of ESCO into the taxonomy, digital ones unless --all."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from profiles.loading.source import Refusal, UnusableFileError
from profiles.taxonomy.esco.running import Import, Watcher
from silah.progress import Bar

UNUSABLE, INTERRUPTED = 2, 130
FIRST_CONFLICTS = 20


class Command(BaseCommand):
    help = "Take ESCO's skills into the taxonomy; docs/loading.md says how and whose they are."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="where skills_en.csv is (and skills_ar.csv)")
        parser.add_argument("--all", action="store_true", help="all skills, not only digital ones")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen only")

    def handle(self, **options: Any) -> None:
        try:
            files = Import.of(options["folder"], everything=options["all"])
        except UnusableFileError as error:
            raise CommandError(str(error), returncode=UNUSABLE) from None
        with Bar(self.stderr, "esco", files.lines) as bar:  # type: ignore[arg-type]
            told = _Conflicts(bar, tells_all=options["verbosity"] > 1)
            refused: list[int] = []

            def refuse(refusal: Refusal) -> None:
                refused.append(refusal.line)
                bar.say(str(refusal))

            watcher = Watcher(refuse, told.tell, bar.come_to)
            try:
                outcome = files.run(watcher, dry_run=options["dry_run"])
            except KeyboardInterrupt:
                message = "Stopped: nothing was written."
                raise CommandError(message, returncode=INTERRUPTED) from None
            told.end()
        dry = "Dry run, nothing written: " if options["dry_run"] else ""
        self.stdout.write(f"{dry}{outcome}.")
        if refused:
            raise CommandError(f"Rows refused: {len(refused):,}; all others were taken.")


class _Conflicts:
    """The first few are said, then how many more there were."""

    def __init__(self, bar: Bar, *, tells_all: bool) -> None:
        self.bar = bar
        self.tells_all = tells_all
        self.count = 0

    def tell(self, sentence: str) -> None:
        self.count += 1
        if self.tells_all or self.count <= FIRST_CONFLICTS:
            self.bar.say(sentence)

    def end(self) -> None:
        if not self.tells_all and self.count > FIRST_CONFLICTS:
            self.bar.say(f"... and {self.count - FIRST_CONFLICTS:,} more (--verbosity 2 says all).")
