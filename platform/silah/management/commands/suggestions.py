"""`manage.py suggestions PAIRING > out.csv`: everyone's best matches."""

import csv
import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from matching.models import Candidacy, Opening, TopMatches
from matching.pairings import registry
from matching.pairings.declaration import Pairing, Side
from matching.suggestions import Suggestion, suggestions
from profiles.loading.cells import escaped

MOST = settings.MATCHES_STORED
WRONG = 2
SIDES: dict[str, Side] = {"openings": "opening", "candidates": "candidacy"}


class Command(BaseCommand):
    help = "Print everyone's best matches as CSV: opening, candidate, rank, score (of 1,000,000)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("pairing", help="such as hiring")
        parser.add_argument("--k", type=int, default=50, help=f"places a list, 1 to {MOST}")
        parser.add_argument(
            "--side",
            default="openings",
            help="openings: each opening's candidates; candidates: each candidate's openings",
        )

    def handle(self, **options: Any) -> None:
        pairing, side = _pairing(options["pairing"]), _side(options["side"])
        if not 1 <= options["k"] <= MOST:
            raise CommandError(
                f"Lists hold {MOST} places: give --k 1 to {MOST}.",
                returncode=WRONG,
            )
        try:
            count = self._write(pairing, side, options["k"])
        except BrokenPipeError:
            _stop_writing()
            return
        if not count:
            self.stderr.write(_why_none(pairing))

    def _write(self, pairing: Pairing, side: Side, k: int) -> int:
        writer = csv.writer(self.stdout, lineterminator="\n")
        writer.writerow(Suggestion._fields)
        count = 0
        for place in suggestions(pairing, side=side, k=k):
            writer.writerow([escaped(place.opening), escaped(place.candidate), *place[2:]])
            count += 1
        return count


def _stop_writing() -> None:
    """Whoever read the rest has gone (`| head`): nothing is wrong, and nothing is left to say."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _pairing(slug: str) -> Pairing:
    try:
        return registry.get(slug)
    except LookupError as error:
        raise CommandError(str(error.args[0]), returncode=WRONG) from None


def _side(name: str) -> Side:
    if name not in SIDES:
        raise CommandError(
            f"There is no side “{name}”: give openings or candidates.", returncode=WRONG
        )
    return SIDES[name]


def _why_none(pairing: Pairing) -> str:
    slug = pairing.slug
    if not Candidacy.objects.filter(pairing=slug).active().exists():
        return "No candidacies: load a candidacies file; only a candidacy is consent to be matched."
    if not Opening.objects.filter(pairing=slug).open().exists():
        return "No open openings: load an openings file, or publish some."
    if not TopMatches.objects.filter(pairing=slug).exists():
        return f"Nothing is matched yet: run manage.py match --pairing {slug}."
    return "Nobody fits anybody: every pair is ruled out. manage.py explain says why."
