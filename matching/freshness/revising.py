"""What becomes of one stored list when one counterpart changes."""

from bisect import insort

Place = tuple[int, int]
"""(-score, id): the best sorts first, ties go to the smaller id."""


def revised(places: list[Place], party: int, score: int | None, most: int) -> list[Place] | None:
    """The list once `party` fits it with that score (`None`: not at all).

    places: ascending, the `most` best, or everyone if fewer. Returns `None` where somebody who is
    not in the list may stand before its last now: it must be asked for anew.
    """
    new = None if score is None else (-score, party)
    rest = [place for place in places if place[1] != party]
    is_full, was_in = len(places) == most, len(rest) < len(places)
    falls_out = is_full and (new is None or new > places[-1])
    if falls_out:
        return None if was_in else places
    if new is not None:
        insort(rest, new)
    return rest[:most]
