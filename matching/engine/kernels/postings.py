"""Lists of postings: what the docs of a run of rows earn with all skills of a query."""

import numpy as np
from numpy.typing import NDArray

from matching.engine.building import LEVEL_BITS
from matching.engine.compiled import inner, signed
from matching.engine.kernels.coverage import earn
from matching.engine.kernels.walk import Walk
from matching.engine.operands import Docs


@inner
def earn_rows(earned: NDArray[np.uint16], low: int, walk: Walk, docs: Docs) -> None:
    """Set what the docs from row `low` earn; the walk's lists go on behind them."""
    lists, credits, requiring = walk.lists, walk.credits, walk.ask.requiring
    post, weights, people = docs.post, docs.post_weight, docs.rank.shape[0]
    earned[:] = 0
    for at in range(lists.shape[1]):
        cursor = _advanced(post, lists[0, at], lists[1, at], low, people)
        lists[0, at] = earn(
            earned, low, cursor, lists[1, at], post, weights, credits[at], requiring
        )


@inner
def _advanced(post: NDArray[np.uint32], cursor: int, stop: int, row: int, people: int) -> int:
    """Where a list comes to a row or past it, from the cursor on.

    Sought where it would be if the list were spread evenly over all rows, then in steps that
    double: what is far away in memory is read only a few times.
    """
    if cursor >= stop or post[cursor] >> LEVEL_BITS >= row:
        return cursor
    here = signed(post[cursor] >> LEVEL_BITS)
    low = cursor + (stop - 1 - cursor) * (row - here) // (people - here)
    high, step = low + 1, 8
    while low > cursor and post[low] >> LEVEL_BITS >= row:
        low, high, step = max(cursor, low - step), low, step * 2
    while high < stop and post[high] >> LEVEL_BITS < row:
        low, high, step = high, min(high + step, stop), step * 2
    while low < high:
        middle = (low + high) // 2
        if post[middle] >> LEVEL_BITS < row:
            low = middle + 1
        else:
            high = middle
    return low
