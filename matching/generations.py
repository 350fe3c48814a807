"""Index generations on disk: one folder a rebuild, published by one row, read memory-mapped."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet

from matching import facts, index_files
from matching.engine.columns import Columns, read_holders, read_requirers
from matching.engine.index import Role
from matching.engine.index import Side as Index
from matching.engine.layout import Layout
from matching.engine.parties import Party
from matching.freshness import changes, locks
from matching.models import IndexGeneration
from matching.pairings.declaration import SIDES, Pairing, Side
from matching.pairings.facts import Facts

KEPT = 2
"""A worker may still be reading the one before."""
MOST_OPEN = 24


class NoGenerationError(Exception):
    """There is no index to start from here; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Generation:
    """What was true of a pairing at one moment, as arrays. `name` sorts by age.

    changes: the number of the last change that it contains
    """

    pairing: Pairing
    name: str
    changes: int

    @property
    def folder(self) -> Path:
        return Path(settings.INDEX_ROOT) / self.pairing.slug / self.name

    def index(self, side: Side) -> Index:
        """One side, mapped into memory. Raises NoGenerationError where it is torn or foreign.

        A host that lacks the folder fetches it, where hosts share none.
        """
        try:
            if not self.folder.exists():
                index_files.fetch(self.name, self.folder)
                _remove_folders(self)
            index = _opened(self.folder / side)
        except (OSError, ValueError, LookupError) as error:
            raise NoGenerationError(_refused(self, str(error))) from error
        if index.layout != Layout.of(self.pairing.criteria):
            raise NoGenerationError(_refused(self, "The criteria changed since."))
        return index


@lru_cache(MOST_OPEN)
def _opened(folder: Path) -> Index:
    return Index.load(folder)


def _refused(generation: Generation, why: str) -> str:
    slug = generation.pairing.slug
    return (
        f"The index {generation.name} of {slug} cannot be used here: {why} Share the folder "
        "INDEX_ROOT between all hosts or set SILAH_INDEX_SHARED=false on each of them, or build "
        f"another with `manage.py match --pairing {slug}`."
    )


def current(pairing: Pairing) -> Generation:
    """The newest that was published. Raises NoGenerationError where there is none."""
    row = _published(pairing).first()
    if row is None:
        raise NoGenerationError(
            f"No index of {pairing.slug} was built yet: "
            f"run `manage.py match --pairing {pairing.slug}`."
        )
    return Generation(pairing, row.name, row.changes)


def is_current(generation: Generation) -> bool:
    return _newest_name(generation.pairing) == generation.name


def _newest_name(pairing: Pairing) -> str:
    return _published(pairing).values_list("name", flat=True).first() or ""


def _published(pairing: Pairing) -> "QuerySet[IndexGeneration]":
    return IndexGeneration.objects.filter(pairing=pairing.slug).order_by("-name")


@transaction.atomic
def build(pairing: Pairing) -> Generation:
    """Read both sides from PostgreSQL, write a new generation and publish it.

    One at a time for each pairing. What is saved while it is read waits for nothing: a change that
    is applied later bears a later number, and counts instead of what the index says of that party.
    """
    locks.hold_index(pairing.slug)
    generation = Generation(pairing, _next_name(), _last_change(pairing))
    for side in SIDES:
        _write(generation, side)
    row = IndexGeneration.objects.create(
        pairing=pairing.slug, name=generation.name, changes=generation.changes
    )
    if not settings.INDEX_IS_SHARED:
        index_files.keep(row, generation.folder)
    _publish(generation)
    return generation


def _last_change(pairing: Pairing) -> int:
    newest = _published(pairing).first()
    return changes.last_number(pairing.slug, newest.changes if newest else 0)


def _write(generation: Generation, side: Side) -> None:
    """A few thousand parties are held at a time, and the index."""
    pairing = generation.pairing
    layout = Layout.of(pairing.criteria)
    chunks = (_columns(pairing, side, layout, chunk) for chunk in facts.stream(pairing, side))
    Index.from_chunks(_role(pairing, side), layout, chunks).save(generation.folder / side)


def _columns(pairing: Pairing, side: Side, layout: Layout, chunk: list[Facts]) -> Columns:
    if pairing.holder == side:
        return read_holders(layout, map(pairing.holder_of, chunk))
    return read_requirers(layout, map(pairing.requirer_of, chunk))


def _role(pairing: Pairing, side: Side) -> Role:
    return "holders" if pairing.holder == side else "requirers"


def index_of(pairing: Pairing, side: Side, parties: Iterable[Party]) -> Index:
    """An index in memory."""
    rows: Any = parties
    if pairing.holder == side:
        return Index.from_holders(pairing.criteria, rows)
    return Index.from_requirers(pairing.criteria, rows)


def _publish(generation: Generation) -> None:
    """Its row counts when the transaction ends, until when nobody changes a party."""
    slug = generation.pairing.slug
    locks.hold_lists(slug)
    changes.drop_until(slug, generation.changes)
    older = _published(generation.pairing).values_list("name", flat=True)[KEPT:]
    IndexGeneration.objects.filter(name__in=list(older)).delete()
    _remove_folders(generation)


def _next_name() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('matching_generation')")
        (number,) = cursor.fetchone()
    # The token keeps a database that was made anew from meeting the folders of the old one.
    return f"{number:012d}-{token_hex(3)}"


def _remove_folders(generation: Generation) -> None:
    """Of this host, those of older generations that are no longer published."""
    names = set(_published(generation.pairing).values_list("name", flat=True))
    for folder in generation.folder.parent.iterdir():
        if folder.name < generation.name and folder.name not in names:
            shutil.rmtree(folder, ignore_errors=True)
