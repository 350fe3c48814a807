"""The file of candidacies: each row is someone's consent to be matched in a pairing."""

from collections.abc import Iterable, Sequence
from typing import Any

from matching.loading import terms
from matching.loading.writing import (
    Change,
    Found,
    asked_skills,
    one_profile,
    planned,
    profiles_called,
    results,
    save_skills,
)
from matching.models import Candidacy, CandidacySkill
from profiles.loading import cells
from profiles.loading.lists import Asked
from profiles.loading.tables import Column, LoadTable, Result, Row, RowRefusedError, nothing
from profiles.loading.words import Words
from profiles.loading.writing import Columns, assign, insert, new, upsert
from profiles.models import Profile

CANDIDACIES_LOADED = "candidacies.loaded"

Key = tuple[int, str]
"""A profile's key and the slug of a pairing."""


def table() -> LoadTable:
    words = Words()
    columns = (*_own(), *terms.asked_columns(words), *terms.columns("candidacy"))
    return LoadTable(
        kind="candidacies",
        columns=columns,
        keys=("profile", "kind", "pairing"),
        write=CandidacyWriter(columns),
        verb=CANDIDACIES_LOADED,
        touches=lambda row: str(row.values["pairing"].slug),
    )


def _own() -> tuple[Column, ...]:
    statuses = Candidacy.Status
    return (
        Column(
            "profile",
            "external id of the graduate or firm who wants to be matched",
            "G-1042",
            cells.identifier,
            part="profile",
            required=True,
        ),
        Column(
            "kind",
            "graduate or firm, where both have that id",
            "graduate",
            cells.one_of(Profile.Kind),
            part="profile",
        ),
        Column(
            "pairing",
            "hiring, contracting, internships, investing, mentorship",
            "hiring",
            terms.pairing,
            part="pairing",
            required=True,
        ),
        Column(
            "status",
            f"{cells.listed(statuses.choices)}; empty: active where new, else as it is. "
            "A withdrawn one is not opened again by a file",
            "active",
            cells.one_of(statuses),
            part="status",
        ),
        Column("until", "last day; empty: no end", "2027-06-30", cells.day, blank=nothing),
    )


class CandidacyWriter:
    """Writes batches of candidacies; what is the same already is left alone."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.own = frozenset(column.name for column in columns if column.part == "row")
        self.terms = terms.Taker("candidacy")
        self.asked: dict[int, dict[int, Asked]] = {}

    def __call__(self, rows: Sequence[Row]) -> list[Result]:
        found = profiles_called(row.values["profile"] for row in rows)
        stored = _stored(found, {row.values["pairing"].slug for row in rows})
        keys = [candidacy["id"] for candidacy in stored.values()]
        self.asked = asked_skills(CandidacySkill, "candidacy_id", keys)
        lines: dict[Key, int] = {}

        def change(row: Row) -> Change:
            key = _key(row, found)
            if lines.setdefault(key, row.line) != row.line:
                why = f"line {lines[key]} is the same candidacy. Keep one of them."
                raise RowRefusedError(row.line, [("profile", why)])
            return self._change(row, key, stored.get(key))

        plans = [planned(change, row) for row in rows]
        _save([plan for plan in plans if isinstance(plan, Change)])
        return results(plans)

    def _change(self, row: Row, key: Key, stored: Columns | None) -> Change:
        candidacy = stored or new(Candidacy, profile_id=key[0], pairing=key[1])
        status = _status(row, candidacy)
        took = self.terms.take(row, row.values["pairing"], candidacy)
        own = {name: value for name, value in row.values.items() if name in self.own}
        differs = assign(candidacy, {**own, "status": status})
        return Change(
            candidacy,
            is_new=stored is None,
            differs=differs or took,
            asked=self.asked.get(candidacy["id"], {}),
            wanted=row.values.get("skills"),
        )


def _status(row: Row, candidacy: Columns) -> str:
    """What the file says; but a file never takes back that someone withdrew."""
    status = str(row.values.get("status") or candidacy["status"])
    withdrawn = Candidacy.Status.WITHDRAWN
    if candidacy["id"] and candidacy["status"] == withdrawn and status != withdrawn:
        why = "was withdrawn. Only the person, or staff in the admin, may open it again."
        raise RowRefusedError(row.line, [("status", why)])
    return status


def _key(row: Row, found: Found) -> Key:
    pairing, kind = row.values["pairing"], row.values.get("kind")
    kinds = pairing.candidate_kinds & {kind} if kind else pairing.candidate_kinds
    if not kinds:
        why = f"{pairing.slug} is for a {' or a '.join(sorted(pairing.candidate_kinds))}."
        raise RowRefusedError(row.line, [("kind", f"{why} Correct the kind or the pairing.")])
    return one_profile(row, "profile", kinds, found), pairing.slug


def _stored(found: Found, pairings: set[str]) -> dict[Key, Columns]:
    """The active candidacy of each profile and pairing, else the last one there was."""
    profiles = [key for by_kind in found.values() for key in by_kind.values()]
    candidacies = Candidacy.objects.filter(profile__in=profiles, pairing__in=pairings)
    rows: Iterable[Any] = candidacies.select_for_update().values()
    by_worth = sorted(rows, key=lambda row: (row["status"] == Candidacy.Status.ACTIVE, row["id"]))
    return {(row["profile_id"], row["pairing"]): row for row in by_worth}


def _save(changes: Sequence[Change]) -> None:
    changed = [change for change in changes if change.outcome != "unchanged"]
    insert(Candidacy, [change.stored for change in changed if change.is_new])
    upsert(Candidacy, [change.stored for change in changed if not change.is_new], "id")
    save_skills(CandidacySkill, "candidacy_id", changed)
