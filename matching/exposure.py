"""How evenly a pairing's stored lists show people: who stands in many, who in none.

The best k of everybody flood whoever is popular; these figures say how much.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from matching.pairings.declaration import Side

HISTOGRAM = """
WITH standing AS (
    SELECT listed, count(*) AS times
    FROM matching_topmatches, unnest(ids) AS listed
    WHERE pairing = %(pairing)s AND {side}_id IS NULL
    GROUP BY listed
)
SELECT coalesce(times, 0) AS often, count(*)
FROM matching_topmatches LEFT JOIN standing ON listed = {side}_id
WHERE pairing = %(pairing)s AND {side}_id IS NOT NULL
GROUP BY often
ORDER BY often
"""
"""Rows of (in how many lists, how many people); whoever was matched has a list, and so a row."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """One side of a pairing in the lists of the other.

    listed: the share of people in at least one list, 0..1
    gini: of the number of lists that each stands in: 0 all in as many, towards 1 all in one's
    """

    people: int
    listed: float
    gini: float


def exposure(pairing: str, side: Side) -> Exposure:
    """Of the parties of `side`, counted by PostgreSQL: what comes back is short at any size."""
    with connection.cursor() as cursor:
        cursor.execute(HISTOGRAM.format(side=side), {"pairing": pairing})
        return of_histogram(cursor.fetchall())


def of_histogram(histogram: Iterable[tuple[int, int]]) -> Exposure:
    """From (in how many lists, how many people), ascending; nobody at all is even."""
    people = places = weighted = unlisted = 0
    for times, count in histogram:
        # Gini adds up rank x times, ranks from 1: the ranks of this group are people + 1, ...
        weighted += times * (count * people + count * (count + 1) // 2)
        people, places = people + count, places + times * count
        unlisted += 0 if times else count
    if not places:
        return Exposure(people, 0.0, 0.0)
    gini = (2 * weighted - (people + 1) * places) / (people * places)
    return Exposure(people, 1 - unlisted / people, gini)
