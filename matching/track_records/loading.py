"""The file of past investments: each row is one round in which an investor took part."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from django.utils import timezone

from matching.loading.writing import Change, Found, one_profile, planned, profiles_called, results
from matching.pairings.codes import Stage
from matching.pairings.investing import PAIRING
from matching.track_records.measuring import hold, measure
from matching.track_records.models import EARLIEST, PastInvestment
from profiles.actions import write_funded
from profiles.loading import cells, lists
from profiles.loading.tables import Column, LoadTable, Result, Row, RowRefusedError, nothing
from profiles.loading.words import Words
from profiles.loading.writing import Columns, assign, insert, new, upsert

INVESTMENTS_LOADED = "investments.loaded"
FACTS = {
    "year": "year",
    "stage": "stage",
    "sectors": "sectors",
    "governorate": "governorate_id",
}
"""Columns of the file, as those of the row are called."""
Key = tuple[int, str]
"""A profile's key and the round's external id."""


def table() -> LoadTable:
    writer = InvestmentWriter()
    return LoadTable(
        kind="investments",
        columns=_columns(Words()),
        keys=("investor", "external_id"),
        write=writer,
        verb=INVESTMENTS_LOADED,
        touches=writer.touches,
    )


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(
            "external_id",
            "the round's id in your system; the same id again updates the same round of an "
            "investor",
            "R-31",
            cells.identifier,
            required=True,
        ),
        Column(
            "investor",
            "external id of the investor who took part in it",
            "I-12",
            cells.identifier,
            required=True,
        ),
        Column(
            "year",
            f"year of the round, from {EARLIEST} to this one",
            "2024",
            cells.whole(EARLIEST, timezone.localdate().year),
            required=True,
        ),
        Column("stage", cells.listed(Stage.choices), "seed", cells.one_of(Stage)),
        Column(
            "sectors",
            "slugs, labels or synonyms",
            "fintech; health",
            lists.sector_slugs(words),
            blank=list,
        ),
        Column(
            "governorate",
            "where the startup was, in Palestine: code or label of the taxonomy; a stage, a sector "
            "or a governorate is needed",
            "PS-NBS",
            words.governorate,
            blank=nothing,
        ),
    )


class InvestmentWriter:
    """Writes batches of rounds, then counts anew what the investors are told to have funded."""

    def __init__(self) -> None:
        self.changed: set[str] = set()
        """External ids of the investors of whom something else is told than before the load."""

    def touches(self, row: Row) -> str:
        return PAIRING.slug if row.values["investor"] in self.changed else ""

    def __call__(self, rows: Sequence[Row]) -> list[Result]:
        found = profiles_called(row.values["investor"] for row in rows)
        names = {key: name for name, by_kind in found.items() for key in by_kind.values()}
        hold(names)
        stored = _stored(names, [row.values["external_id"] for row in rows])
        change = partial(_change, found=found, stored=stored)
        plans = [planned(change, row) for row in rows]
        touched = _save([plan for plan in plans if isinstance(plan, Change)])
        self.changed |= {names[key] for key in measure(touched, write_funded)}
        return results(plans)


def _stored(profiles: Iterable[int], external_ids: list[str]) -> dict[Key, Columns]:
    rounds = PastInvestment.objects.filter(profile__in=profiles, external_id__in=external_ids)
    rows: Iterable[Any] = rounds.values()
    return {(row["profile_id"], row["external_id"]): row for row in rows}


def _change(row: Row, found: Found, stored: dict[Key, Columns]) -> Change:
    """What an investor removed stays removed, whatever the file says."""
    key = one_profile(row, "investor", PAIRING.owner_kinds, found), row.values["external_id"]
    known = stored.get(key)
    round_ = known or _new(*key)
    if round_["is_struck"]:
        return Change(round_, is_new=False, differs=False)
    said = {FACTS[name]: value for name, value in row.values.items() if name in FACTS}
    differs = assign(round_, said)
    if not (round_["stage"] or round_["sectors"] or round_["governorate_id"]):
        why = "is empty, and so are the sectors and the governorate. Write one of them."
        raise RowRefusedError(row.line, [("stage", why)])
    return Change(round_, is_new=known is None, differs=differs)


def _new(profile_id: int, external_id: str) -> Columns:
    source = PastInvestment.Source.LOADED.value
    return new(PastInvestment, profile_id=profile_id, external_id=external_id, source=source)


def _save(changes: Sequence[Change]) -> set[int]:
    """Returns whose rounds they are."""
    changed = [change for change in changes if change.outcome != "unchanged"]
    insert(PastInvestment, [change.stored for change in changed if change.is_new])
    upsert(PastInvestment, [change.stored for change in changed if not change.is_new], "id")
    return {change.stored["profile_id"] for change in changed}
