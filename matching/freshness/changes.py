"""The durable segment of those who changed since the index was built, as rows."""

from collections.abc import Iterable, Mapping

from django.db import connection
from django.db.models import Max

from matching.engine.parties import Party
from matching.freshness import parties
from matching.models import IndexChange
from matching.pairings.declaration import SIDES, Pairing, Side

Changed = Mapping[Side, Mapping[int, Party | None]]
"""Of each side the parties that changed, by id; `None`: may not be matched any more."""


def since(pairing: Pairing, number: int) -> tuple[Changed, int]:
    """Who changed after that change, and the number of the last change, `number` if none."""
    found: dict[Side, dict[int, Party | None]] = {side: {} for side in SIDES}
    last = number
    rows = IndexChange.objects.since(pairing.slug, number)
    for side, party, facts, at in rows.values_list("side", "party", "facts", "number"):
        read = parties.holder if side == pairing.holder else parties.requirer
        found[side][party] = None if facts is None else read(party, facts)
        last = max(last, at)
    return found, last


def last_number(pairing: str, number: int) -> int:
    """The number of the last change after that one, `number` if there is none."""
    last = IndexChange.objects.since(pairing, number).aggregate(last=Max("number"))["last"]
    return number if last is None else int(last)


def write(pairing: str, changed: Changed) -> int:
    """Keep these changes under one new number, which is returned. The caller holds the lists."""
    number = _next_number()
    IndexChange.objects.bulk_create(
        list(_rows(pairing, changed, number)),
        update_conflicts=True,
        unique_fields=["pairing", "side", "party"],
        update_fields=["number", "facts"],
    )
    return number


def _rows(pairing: str, changed: Changed, number: int) -> Iterable[IndexChange]:
    for side, found in changed.items():
        for id_, party in found.items():
            facts = None if party is None else parties.to_numbers(party)
            yield IndexChange(pairing=pairing, side=side, party=id_, number=number, facts=facts)


def _next_number() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('matching_change')")
        (number,) = cursor.fetchone()
    return int(number)


def drop_until(pairing: str, number: int) -> None:
    """Forget what the index holds by now."""
    IndexChange.objects.filter(pairing=pairing, number__lte=number).delete()
