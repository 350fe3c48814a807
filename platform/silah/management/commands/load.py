"""`manage.py load KIND FILE.csv`: people, firms, openings, candidacies and more from a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from profiles.loading.running import Tally, Watcher, load
from profiles.loading.source import Refusal, Source, UnusableFileError, open_source
from profiles.loading.tables import LoadTable
from silah.loading import columns_page, table_of
from silah.progress import Bar

UNUSABLE, INTERRUPTED = 2, 130


class Command(BaseCommand):
    help = "Load a CSV file; docs/loading.md lists the columns. Status 1 if a row was refused."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", help="graduates, mentors, investors, firms, openings, ...")
        parser.add_argument("file", nargs="?", type=Path, help="a CSV file")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen only")
        parser.add_argument("--columns", action="store_true", help="list the columns of the kind")

    def handle(self, **options: Any) -> None:
        try:
            table = table_of(options["kind"])
            if options["columns"]:
                self.stdout.write(columns_page(table))
                return
            if options["file"] is None:
                raise UnusableFileError(f"Give a file: manage.py load {table.kind} FILE.csv")
            self._load(table, open_source(options["file"]), dry_run=options["dry_run"])
        except (LookupError, UnusableFileError) as error:
            raise CommandError(str(error), returncode=UNUSABLE) from None

    def _load(self, table: LoadTable, source: Source, *, dry_run: bool) -> None:
        with Bar(self.stderr, table.kind, source.lines) as bar:  # type: ignore[arg-type]

            def tell(refusal: Refusal) -> None:
                bar.say(f"{source.path}: {refusal}")

            if source.note:
                bar.say(source.note)
            try:
                tally = load(table, source, Watcher(tell, bar.come_to), dry_run=dry_run)
            except KeyboardInterrupt:
                message = "Stopped: nothing was written."
                raise CommandError(message, returncode=INTERRUPTED) from None
        self._report(tally, dry_run=dry_run)

    def _report(self, tally: Tally, *, dry_run: bool) -> None:
        self.stdout.write(f"Dry run, nothing written. {tally}" if dry_run else str(tally))
        if tally.refused:
            raise CommandError(
                f"Correct the rows refused ({tally.refused:,}) and load the file again: "
                "rows that are there already stay as they are."
            )
