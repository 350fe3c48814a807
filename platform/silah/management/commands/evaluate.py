"""`manage.py evaluate PAIRING TRUTH.csv`: how well the ranking foretells who came together."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from matching.evaluation import EvaluationError, Report, Together, evaluate
from matching.pairings import registry
from matching.pairings.declaration import Pairing, Side
from profiles.loading import cells
from profiles.loading.source import Refusal, Source, UnusableFileError, first_cells, open_source
from profiles.loading.tables import Column, Row, Table, read_row

WRONG = 2
SIDES: dict[str, Side] = {"openings": "opening", "candidates": "candidacy"}
POOLS = ("all", "seen-before")
TRUTH = Table(
    kind="truth files",
    columns=(
        Column("opening", "external or public id", "JOB-7", cells.text(80), required=True),
        Column("candidate", "the profile's id", "G-1042", cells.text(80), required=True),
        Column("as_of", "the day they met", "2017-07-01", cells.day, required=True),
    ),
    keys=("opening", "candidate", "as_of"),
)


class Command(BaseCommand):
    help = "Measure a pairing's ranking on a CSV of opening, candidate, as_of."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("pairing", help="such as investing")
        parser.add_argument("file", type=Path, help="a CSV file: opening, candidate, as_of")
        parser.add_argument(
            "--query",
            default="candidates",
            help="candidates (default): rank the openings for each candidate; openings: converse",
        )
        parser.add_argument(
            "--pool",
            default="all",
            help="all (default): every counterpart that may be matched; seen-before: only those "
            "that an earlier row names",
        )
        parser.add_argument(
            "--since", default="0001-01-01", help="ask about rows of this day and later only"
        )

    def handle(self, **options: Any) -> None:
        refused: list[Refusal] = []
        try:
            pairing = registry.get(options["pairing"])
            query = SIDES[_one_of(options["query"], SIDES)]
            pool: Any = _one_of(options["pool"], POOLS)
            since = _day(options["since"])
            rows = self._rows(open_source(options["file"]), refused)
            report = evaluate(pairing, rows, query=query, pool=pool, since=since)
        except (LookupError, UnusableFileError, EvaluationError) as error:
            raise CommandError(str(error.args[0]), returncode=WRONG) from None
        for line in _lines(pairing, options["query"], report):
            self.stdout.write(line)
        if refused:
            raise CommandError(f"{len(refused):,} mistakes: those rows were not measured.")

    def _rows(self, source: Source, refused: list[Refusal]) -> Iterator[Together]:
        """The rows that read well; of the others every mistake is told at once."""
        records = source.records()
        columns = TRUTH.header(first_cells(records, source))
        for record in records:
            row = [record] if isinstance(record, Refusal) else read_row(TRUTH, columns, record)
            if isinstance(row, Row):
                values = row.values
                yield Together(values["opening"], values["candidate"], values["as_of"])
                continue
            refused += row
            for refusal in row:
                self.stderr.write(f"{source.path}: {refusal}")


def _one_of(name: str, known: Iterable[str]) -> str:
    if name not in known:
        raise LookupError(f"“{name}” is not one of {', '.join(known)}: give one of those.")
    return name


def _day(text: str) -> date:
    try:
        day: date = cells.day(text)
    except ValueError as error:
        raise LookupError(f"--since {error}") from None
    return day


def _lines(pairing: Pairing, query: str, report: Report) -> Iterator[str]:
    pools = sorted(report.pools)
    yield (
        f"{pairing.slug}: {report.queries:,} queries ({query}), {report.positives:,} positives; "
        f"pool per query {pools[0]:,} to {pools[-1]:,}, median {pools[len(pools) // 2]:,}"
    )
    for reason, count in report.dropped.items():
        yield f"dropped: {count:,} rows {reason}"
    yield f"{'':<12}{'recall@10':>10}{'recall@50':>10}{'AUC':>8}{'popularity-matched AUC':>24}"
    for name, figures in report.figures.items():
        at_10, at_50, auc, matched = (f"{figure:.3f}" for figure in figures)
        yield f"{name:<12}{at_10:>10}{at_50:>10}{auc:>8}{matched:>24}"
