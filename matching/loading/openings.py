"""The file of openings: jobs, tenders, placements, mandates and mentoring offers."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

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
from matching.models import Opening, OpeningSkill
from matching.search import folded_text
from profiles.loading import cells
from profiles.loading.lists import Asked
from profiles.loading.people import TextLanguage
from profiles.loading.tables import Column, LoadTable, Result, Row, RowRefusedError, nothing
from profiles.loading.words import Words
from profiles.loading.writing import Columns, assign, insert, new, upsert
from profiles.models import Skill

OPENINGS_LOADED = "openings.loaded"


def table() -> LoadTable:
    words = Words()
    columns = (*_own(), *terms.asked_columns(words), *terms.columns("opening"))
    return LoadTable(
        kind="openings",
        columns=columns,
        keys=("external_id",),
        write=OpeningWriter(columns),
        verb=OPENINGS_LOADED,
        touches=lambda row: str(row.values["pairing"].slug),
    )


def _own() -> tuple[Column, ...]:
    statuses = Opening.Status
    return (
        Column(
            "external_id",
            "the opening's id in your system; the same id again updates the same opening",
            "JOB-7",
            cells.identifier,
            required=True,
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
            "owner",
            "external id of the firm, investor or mentor whose opening it is",
            "F-12",
            cells.identifier,
            part="owner",
            required=True,
        ),
        Column("title", "one line", "Backend developer", cells.text(160), required=True),
        Column("description", "as long as needed", "You build our API.", cells.text(20_000)),
        Column(
            "language",
            "language of the text: en, ar; empty: en",
            "en",
            cells.one_of(TextLanguage),
            blank=lambda: "en",
        ),
        Column("country", "where the work is; empty: where the owner is", "DE", cells.country),
        Column(
            "status",
            f"{cells.listed(statuses.choices)}; empty: published",
            "published",
            cells.one_of(statuses),
            blank=lambda: statuses.PUBLISHED.value,
        ),
        Column("closes_on", "last day; empty: open", "2027-03-31", cells.day, blank=nothing),
        Column(
            "capacity",
            "places, 1 to 1000; empty: 1",
            "2",
            cells.whole(1, 1000),
            blank=lambda: 1,
        ),
    )


class OpeningWriter:
    """Writes batches of openings; what is the same already is left alone."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.own = frozenset(column.name for column in columns if column.part == "row")
        self.terms = terms.Taker("opening")
        self.asked: dict[int, dict[int, Asked]] = {}

    def __call__(self, rows: Sequence[Row]) -> list[Result]:
        stored = self._stored([row.key for row in rows])
        keys = [opening["id"] for opening in stored.values()]
        self.asked = asked_skills(OpeningSkill, "opening_id", keys)
        owners = profiles_called(row.values["owner"] for row in rows)

        def change(row: Row) -> Change:
            return self._change(row, stored.get(row.key), owners)

        plans = [planned(change, row) for row in rows]
        self._save([plan for plan in plans if isinstance(plan, Change)])
        return results(plans)

    def _stored(self, keys: list[str]) -> dict[str, Columns]:
        openings = Opening.objects.filter(external_id__in=keys)
        rows: Iterable[Any] = openings.select_for_update().values()
        return {row["external_id"]: row for row in rows}

    def _change(self, row: Row, stored: Columns | None, owners: Found) -> Change:
        pairing = row.values["pairing"]
        if stored and stored["pairing"] != pairing.slug:
            why = f"the opening is one of {stored['pairing']}. Give another external_id."
            raise RowRefusedError(row.line, [("pairing", why)])
        owner = one_profile(row, "owner", pairing.owner_kinds, owners)
        opening = stored or new(
            Opening,
            external_id=row.key,
            pairing=pairing.slug,
            status=Opening.Status.PUBLISHED.value,
        )
        took = self.terms.take(row, pairing, opening)
        own = {name: value for name, value in row.values.items() if name in self.own}
        differs = assign(opening, {**own, "owner_id": owner})
        return Change(
            opening,
            is_new=stored is None,
            differs=differs or took,
            asked=self.asked.get(opening["id"], {}),
            wanted=row.values.get("skills"),
        )

    def _save(self, changes: list[Change]) -> None:
        changed = [change for change in changes if change.outcome != "unchanged"]
        _fold(changed)
        _publish([change.stored for change in changed])
        insert(Opening, [change.stored for change in changed if change.is_new])
        upsert(Opening, [change.stored for change in changed if not change.is_new], "id")
        save_skills(OpeningSkill, "opening_id", changed)


def _publish(openings: Sequence[Columns]) -> None:
    now = timezone.now()
    for opening in openings:
        if opening["status"] == Opening.Status.PUBLISHED and opening["published_at"] is None:
            opening["published_at"] = now


def _fold(changes: Sequence[Change]) -> None:
    """Write what each is searched by, with the labels of the skills it will have."""
    labels = {
        key: (label_en, label_ar)
        for key, label_en, label_ar in Skill.objects.filter(
            pk__in=set().union(*(change.skills for change in changes))
        ).values_list("pk", "label_en", "label_ar")
    }
    for change in changes:
        opening = change.stored
        words = [label for skill in sorted(change.skills) for label in labels[skill]]
        opening["folded"] = folded_text(opening["title"], opening["description"], words)
