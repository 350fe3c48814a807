"""An import of ESCO: one transaction, batches of skills, one Event; it may be run again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from django.db import connection, reset_queries, transaction

from ledger.actions import record
from profiles.loading.source import Refusal, UnusableFileError
from profiles.taxonomy.esco.joining import Batch, Outcome
from profiles.taxonomy.esco.reading import EscoFile, EscoSkill, arabic, english

WIDENED = "taxonomy.widened"
BATCH = 500
CHANGES = ("created", "joined", "translated", "synonyms added")


@dataclass(frozen=True, slots=True)
class Watcher:
    """Whom an import tells: of rows that are no skill, of conflicts, of the line it has come to."""

    refused: Callable[[Refusal], None]
    conflict: Callable[[str], None]
    came_to: Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Import:
    """The files of one folder. Raises UnusableFileError where they are not ESCO's."""

    english: EscoFile
    arabic: EscoFile | None
    everything: bool

    @classmethod
    def of(cls, folder: Path, *, everything: bool = False) -> "Import":
        files = cls(english(folder), arabic(folder), everything)
        if not (everything or files.english.tells_digital):
            raise UnusableFileError(
                f"{files.english.source.path} does not say which skills are digital (inScheme). "
                "Take the whole file from ESCO, or import all skills with --all."
            )
        return files

    @property
    def lines(self) -> int:
        """Those of the English file count twice: it is read for labels, then for other names."""
        return 2 * self.english.source.lines + (self.arabic.source.lines if self.arabic else 0)

    @transaction.atomic
    def run(self, watcher: Watcher, *, dry_run: bool = False) -> Outcome:
        outcome, silent = Outcome(), replace(watcher, refused=lambda refusal: None)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('load'))")
        lines = self.english.source.lines
        self._read(self.english, Batch.take, watcher, outcome, after=0)
        self._read(self.english, Batch.name, silent, outcome, after=lines)
        if self.arabic:
            self._read(self.arabic, Batch.translate, watcher, outcome, after=2 * lines)
        if dry_run:
            transaction.set_rollback(True)
        elif any(outcome.counts[what] for what in CHANGES):
            record(verb=WIDENED, codes={"source": "esco", **outcome.counts})
        return outcome

    def _read(
        self,
        file: EscoFile,
        use: Callable[[Batch, EscoSkill], None],
        watcher: Watcher,
        outcome: Outcome,
        *,
        after: int,
    ) -> None:
        rows = file.skills()
        while some := list(islice(rows, BATCH)):
            skills = list(self._skills(some, watcher))
            batch = Batch.of(skills, watcher.conflict, outcome)
            for skill in skills:
                use(batch, skill)
            batch.save()
            watcher.came_to(after + some[-1][0])
            reset_queries()

    def _skills(
        self, rows: list[tuple[int, EscoSkill | Refusal]], watcher: Watcher
    ) -> Iterator[EscoSkill]:
        """The skills that are wanted; rows that are none are told."""
        for _, row in rows:
            if isinstance(row, Refusal):
                watcher.refused(row)
            elif self.everything or row.is_digital or not self.english.tells_digital:
                yield row
