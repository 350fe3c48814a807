from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from silah.catalogues import compiled, read_compiled, read_source


class Command(BaseCommand):
    help = "Check that every compiled catalogue says what its .po file says."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--write", action="store_true", help="compile the stale ones anew")

    def handle(self, *, write: bool, **_options: Any) -> None:
        stale = list(stale_sources())
        if write:
            for source in stale:
                source.with_suffix(".mo").write_bytes(compiled(read_source(source)))
        elif stale:
            names = ", ".join(str(source) for source in stale)
            raise CommandError(f"Not compiled since: {names}. Say manage.py checkmessages --write.")


def stale_sources() -> Iterator[Path]:
    """The .po files whose .mo file is missing, broken or older in content."""
    for folder in settings.LOCALE_PATHS:
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            if not _is_fresh(source):
                yield source


def _is_fresh(source: Path) -> bool:
    try:
        expected = read_source(source)
    except ValueError as error:
        raise CommandError(str(error)) from None
    try:
        return read_compiled(source.with_suffix(".mo")) == expected
    except (FileNotFoundError, ValueError):
        return False
