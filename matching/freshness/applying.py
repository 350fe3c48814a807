"""Changed parties, and every list that they belong to, stand in or enter, in one transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

import numpy as np
from django.conf import settings
from django.db import transaction

from matching import facts, storing
from matching.engine.parties import Party
from matching.freshness import changes, locks
from matching.freshness.asking import lists_of, reached
from matching.freshness.changes import Changed
from matching.freshness.leasts import Leasts, leasts_of
from matching.freshness.pool import Pool
from matching.freshness.revising import Place, revised
from matching.models import TopMatches
from matching.pairings.declaration import SIDES, Pairing, Side, other
from matching.queries.exclusions import excluded_of
from matching.storing import Ranked

MOST_TOUCHED = 20_000
"""Lists that one delivery writes: more take longer than others can wait for theirs."""

Parties = Mapping[Side, Collection[int]]
Barred = Mapping[Side, Mapping[int, Collection[int]]]
"""Of each side, whom each of those who changed must not meet."""
Touched = dict[int, dict[int, int | None]]
"""List by its owner, to what changed in it: counterpart to score, `None` where they fit no more."""


class Applied(NamedTuple):
    """changed: how many the index has not; is_whole: whether no list was left to a full run."""

    changed: int
    is_whole: bool


@transaction.atomic
def apply(pairing: Pairing, parties: Parties) -> Applied:
    """Bring every list in line with these parties as they are now, unless too many are touched.

    Raises NoGenerationError where there is no index to start from.
    """
    locks.hold_lists(pairing.slug)
    before = Pool.read(pairing)
    changed = {side: _as_they_are(before, side, parties.get(side, ())) for side in SIDES}
    after = before.after(changed, changes.write(pairing.slug, changed)).kept()
    barred = {side: excluded_of(pairing.slug, side, changed[side]) for side in SIDES}
    for side in SIDES:
        _rewrite_own(after, side, changed, barred)
    is_whole = all(_revise_others(before, after, side, changed, barred) for side in SIDES)
    return Applied(sum(map(len, after.changed.values())), is_whole)


def _as_they_are(pool: Pool, side: Side, ids: Collection[int]) -> dict[int, Party | None]:
    """Whoever was not there before and is not now, such as a draft, is left out."""
    pairing = pool.pairing
    there = facts.there(pairing, side, ids)
    now = {party.id: pairing.party_of(side, party) for party in there}
    return {id_: now.get(id_) for id_ in ids if id_ in now or id_ in pool.sides[side]}


def _rewrite_own(pool: Pool, side: Side, changed: Changed, barred: Barred) -> None:
    """The lists of those who changed are asked for; whoever is gone has none."""
    there = [id_ for id_, party in changed[side].items() if party is not None]
    gone = [id_ for id_, party in changed[side].items() if party is None]
    ids = np.array(sorted(there), np.int64)
    pool.store(side, lists_of(pool, side, ids, barred[side]))
    storing.forget(gone, side=side)


def _revise_others(before: Pool, after: Pool, side: Side, changed: Changed, barred: Barred) -> bool:
    """The lists of `side` in which counterparts that changed stand, or stand now; if few enough."""
    with leasts_of(after, side) as leasts:
        touched = _touched(before, after, leasts, changed[other(side)], barred[other(side)])
    for owner in changed[side]:
        touched.pop(owner, None)
    if len(touched) > MOST_TOUCHED:
        return False
    kept, anew = _revised(after, side, touched)
    after.store(side, kept)
    after.store(side, lists_of(after, side, np.array(sorted(anew), np.int64)))
    return True


def _touched(
    before: Pool,
    after: Pool,
    leasts: Leasts,
    counterparts: Collection[int],
    barred: Mapping[int, Collection[int]],
) -> Touched:
    touched: Touched = defaultdict(dict)
    for id_ in counterparts:
        for owner, _ in _reached(before, after, leasts, id_):
            touched[owner][id_] = None
        never = set(barred.get(id_, ()))
        for owner, score in _reached(after, after, leasts, id_):
            touched[owner][id_] = None if owner in never else score
    return touched


def _reached(
    asking: Pool, asked: Pool, leasts: Leasts, counterpart: int
) -> Iterator[tuple[int, int]]:
    """(owner, score) of the lists that a counterpart, as one pool has it, could stand in."""
    place = asking.sides[other(leasts.side)].place(counterpart)
    if place is not None:
        for owners, scores in reached(asked, leasts, *place):
            yield from zip(owners.tolist(), scores.tolist(), strict=True)


class _Outcome(NamedTuple):
    kept: list[Ranked]
    anew: list[int]


def _revised(pool: Pool, side: Side, touched: Touched) -> _Outcome:
    outcome = _Outcome([], [])
    rows = TopMatches.objects.filter(**{f"{side}__in": list(touched)}, pairing=pool.pairing.slug)
    current = rows.filter(weights_version=pool.weights_version)
    for owner, ids, scores in current.values_list(f"{side}_id", "ids", "scores"):
        before: list[Place] = [(-score, id_) for score, id_ in zip(scores, ids, strict=True)]
        after = _revise(before, touched[owner])
        if after is None:
            outcome.anew.append(owner)
        elif after != before:
            ids, scores = [id_ for _, id_ in after], [-score for score, _ in after]
            outcome.kept.append(Ranked.of(owner, ids, scores))
    return outcome


def _revise(places: list[Place], changed: Mapping[int, int | None]) -> list[Place] | None:
    for party, score in changed.items():
        found = revised(places, party, score, settings.MATCHES_STORED)
        if found is None:
            return None
        places = found
    return places
