"""Everyone's stored matches as rows of a file, without those who have gone since."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import Q

from matching.models import Candidacy, Opening, TopMatches
from matching.pairings.declaration import Pairing, Side
from matching.queries.exclusions import excluded_pairs

LISTS_AT_ONCE = 500


class Suggestion(NamedTuple):
    """One place in a list: external ids, or public ids where there are none."""

    opening: str
    candidate: str
    rank: int
    score: int


def suggestions(pairing: Pairing, *, side: Side, k: int) -> Iterator[Suggestion]:
    """The lists of one side, best first, at most k each, streamed.

    Whoever closed, left or came to exclude the other since the lists were stored is left out.
    """
    excluded = set(excluded_pairs(pairing.slug))
    lists = _lists(pairing, side)
    while batch := list(islice(lists, LISTS_AT_ONCE)):
        counterparts = _names(pairing, _other(side), {key for _, ids, _ in batch for key in ids})
        owners = _names(pairing, side, {owner for owner, _, _ in batch})
        for owner, ids, scores in batch:
            if owner in owners:
                there = [
                    (key, score)
                    for key, score in zip(ids, scores, strict=True)
                    if key in counterparts and _pair(side, owner, key) not in excluded
                ]
                for rank, (key, score) in enumerate(there[:k], start=1):
                    names = _pair(side, owners[owner], counterparts[key])
                    yield Suggestion(*names, rank, score)


def _lists(pairing: Pairing, side: Side) -> Iterator[tuple[int, list[int], list[int]]]:
    of_side = TopMatches.objects.filter(Q(**{f"{side}__isnull": False}), pairing=pairing.slug)
    rows = of_side.order_by(side).values_list(f"{side}_id", "ids", "scores")
    return iter(rows.iterator(chunk_size=LISTS_AT_ONCE))


def _other(side: Side) -> Side:
    return "candidacy" if side == "opening" else "opening"


def _names(pairing: Pairing, side: Side, keys: set[int]) -> dict[int, str]:
    """What those who may be matched now are called in files, by their keys."""
    rows: Any
    if side == "opening":
        rows = Opening.objects.filter(pairing=pairing.slug, pk__in=keys).open()
        rows = rows.values_list("pk", "external_id", "public_id")
    else:
        rows = Candidacy.objects.filter(pairing=pairing.slug, pk__in=keys).active()
        rows = rows.values_list("pk", "profile__external_id", "profile__public_id")
    return {key: external_id or str(public_id) for key, external_id, public_id in rows}


def _pair(side: Side, own: Any, other: Any) -> tuple[Any, Any]:
    """(opening's, candidacy's)."""
    return (own, other) if side == "opening" else (other, own)
