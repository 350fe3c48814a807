"""A query is held against the bar of each doc, as the oracle would."""

import random

import numpy as np
import pytest

from matching.engine.index import Side
from matching.engine.oracle import best
from matching.engine.parties import Holder, Party
from matching.engine.ranking import reaching
from matching.engine.tables import compile_tables
from tests.matching.engine.criteria_sets import EIGHT, SETS
from tests.matching.engine.draws import draw_holders, draw_requirers, draw_weights
from tests.matching.engine.fuzz import side_of


@pytest.mark.parametrize("name", SETS)
def test_those_are_found_whose_bar_is_reached(name: str) -> None:
    rng = random.Random(9)
    criteria = SETS[name]
    holders, requirers = draw_holders(rng, criteria, 60), draw_requirers(rng, criteria, 60)
    weights = draw_weights(rng, criteria)
    sides: list[tuple[list[Party], list[Party]]] = [
        ([*holders], [*requirers]),
        ([*requirers], [*holders]),
    ]
    found_any = 0
    for queries, docs in sides:
        asking, asked = side_of(criteria, queries), side_of(criteria, docs)
        for query in queries[:20]:
            scores = dict(best(query, docs, criteria, weights, len(docs)))
            bars = {doc.id: _bar(rng, scores.get(doc.id, 0)) for doc in docs}
            least = np.array([bars[id_] for id_ in asked.ids.tolist()], np.int32)
            (row,) = asking.rows_of([query.id])

            ids, got = reaching(compile_tables(criteria, weights), asked, asking, row, least)

            expected = {id_: score for id_, score in scores.items() if score >= bars[id_]}
            assert dict(zip(ids.tolist(), got.tolist(), strict=True)) == expected
            found_any += len(expected)
    assert found_any > 100


def test_as_many_bars_as_docs_are_asked_for() -> None:
    docs = Side.from_requirers(EIGHT, [])
    queries = Side.from_holders(EIGHT, [Holder(1, (0, 0, 0), (1, 1, 1, 1), {})])
    tables = compile_tables(EIGHT, draw_weights(random.Random(1), EIGHT))

    with pytest.raises(ValueError, match="give one each"):
        reaching(tables, docs, queries, 0, np.zeros(3, np.int32))


def _bar(rng: random.Random, score: int) -> int:
    return rng.choice((0, score, score + 1, max(score - 1, 0), rng.randrange(1_000_000)))
