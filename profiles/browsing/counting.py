"""What a list finds and how many of each value: ANDs and popcounts of the bits in `held`."""

from collections.abc import Iterable, Mapping
from itertools import islice

from profiles.browsing.facets import Facet
from profiles.browsing.held import Bits, Held, Values

MOST_TOTALS = 200
FEW_IN = 50
"""One row in so many is few."""


def totals(facets: Mapping[str, Facet], held: Held, base: Bits) -> dict[str, dict[str, int]]:
    """Counts without any choice: the same for every reader who may know of the same rows."""
    if base not in held.totals:
        if len(held.totals) >= MOST_TOTALS:
            held.totals.clear()
        held.totals[base] = counts(facets, held.values, base, {})
    return held.totals[base]


def counts(
    facets: Mapping[str, Facet], held: Values, base: Bits, chosen: Mapping[str, Bits]
) -> dict[str, dict[str, int]]:
    """How many rows of `base` have each value, counted without the facet's own choice.

    Where each further value takes rows away, its number is that of the rows it would leave.
    """
    found = {}
    for name, facet in facets.items():
        among = base
        for other, bits in chosen.items():
            if other != name or facet.is_narrowing:
                among &= bits
        found[name] = {
            value: n for value, bits in held[name].items() if (n := (among & bits).bit_count())
        }
    return found


def choice(facet: Facet, held: Mapping[str, Bits], values: Iterable[str]) -> Bits:
    """The rows with any of the values, or with all where the facet is narrowing."""
    bits = [held.get(value, 0) for value in values]
    if facet.is_narrowing:
        found = -1
        for each in bits:
            found &= each
        return found
    return _any(bits)


def a_page(held: Held, groups: Iterable[Bits], sort: str, start: int, size: int) -> list[int]:
    """Keys of the rows from `start` on: one group after the other, each in the order of `sort`."""
    places: list[int] = []
    for found in groups:
        total = found.bit_count()
        if start < total and len(places) < size:
            places += _of_group(held, found, sort, start, size - len(places))
        start = max(0, start - total)
    return [held.keys[place] for place in places]


def _of_group(held: Held, found: Bits, sort: str, start: int, size: int) -> list[int]:
    """Few are picked out and sorted; of many the first are soon met in the order of all."""
    flags = f"{found:0{len(held.keys)}b}"[::-1]
    if found.bit_count() * FEW_IN < len(flags):
        return sorted(_places(flags), key=held.ranks[sort].__getitem__)[start : start + size]
    met = (place for place in held.in_order(sort) if flags[place] == "1")
    return list(islice(met, start, start + size))


def _places(flags: str) -> Iterable[int]:
    place = flags.find("1")
    while place >= 0:
        yield place
        place = flags.find("1", place + 1)


def _any(bits: Iterable[Bits]) -> Bits:
    found = 0
    for each in bits:
        found |= each
    return found
