"""The best-first kernel lists what the exhaustive one lists, where the oracle has no time."""

import random
from typing import NamedTuple

import numpy as np
import pytest

from benchmarks.engine_population import CRITERIA, WEIGHTS, Population, populate
from matching.engine.columns import read_holders, read_requirers
from matching.engine.criteria import ONE, Coverage, Criteria, Level, Weights
from matching.engine.index import Side
from matching.engine.kernels.groups import WINDOW
from matching.engine.layout import Layout
from matching.engine.parties import Asked, Holder, Requirer
from matching.engine.ranking import FEW, NOBODY, Exclusions, pruned, rank, scan
from matching.engine.tables import compile_tables
from tests.full import FULL
from tests.matching.engine.criteria_sets import EIGHT, SKILLS_ALONE
from tests.matching.engine.draws import draw_holders, draw_requirers, draw_weights

HOLDERS, REQUIRERS = (400_000, 60_000) if FULL else (70_000, 30_000)
ASKED = 400 if FULL else 60
SKILLS_WEIGHT = {"skills": (1000, 1000)}
ONE_LEVEL: Criteria = (
    Level("place", lambda h, r: ONE - 100 * abs(h - r), size=2),
    Coverage("skills"),
)
EVEN = {"place": (100, 100), "skills": (900, 900)}


class Question(NamedTuple):
    """Who asks whom, about how many, and with which weights."""

    docs: Side
    queries: Side
    k: int
    weights: Weights


@pytest.fixture(scope="module")
def population() -> Population:
    return populate(HOLDERS, REQUIRERS, seed=11)


@pytest.mark.parametrize("k", [1, 3, 10, 60])
@pytest.mark.parametrize("requiring", [True, False])
def test_both_kernels_give_the_same_lists(population: Population, requiring: bool, k: int) -> None:
    sides = population.holders, population.requirers
    docs, queries = sides if requiring else sides[::-1]

    _assert_equal(Question(docs, queries, k, WEIGHTS), random.Random(k))


@pytest.mark.parametrize("seed", range(6))
def test_they_do_with_any_weights(population: Population, seed: int) -> None:
    rng = random.Random(seed)
    sides = population.holders, population.requirers
    docs, queries = sides if seed % 2 else sides[::-1]

    _assert_equal(Question(docs, queries, 10, draw_weights(rng, CRITERIA)), rng)


def test_they_do_where_everybody_is_alike_and_one_group_is_several_windows() -> None:
    rng, many = random.Random(3), WINDOW * 2 + 999
    holders = [Holder(id_, (), (), {rng.randrange(9): 1 + id_ % 4}) for id_ in range(many)]
    requirers = [
        Requirer(id_, (), (), (), {skill: Asked(2, level) for skill in range(id_ % 7)})
        for id_, level in enumerate(range(4))
    ]
    docs = Side.from_holders(SKILLS_ALONE, holders)
    queries = Side.from_requirers(SKILLS_ALONE, requirers)

    _assert_equal(Question(docs, queries, 20, SKILLS_WEIGHT), rng)


def test_they_do_where_the_second_best_group_leaves_the_desk_half_seen() -> None:
    """The second would fit alone, and its last doc is the best of all."""
    many = WINDOW - 1
    holders = [Holder(id_, (0,), (), {1: 1}) for id_ in range(3000)]
    holders += [Holder(3000 + id_, (1,), (), {1: 1 + id_ // (many - 1) * 3}) for id_ in range(many)]
    requirers = [Requirer(0, (0,), (), (), {1: Asked(1, 4)})]
    docs = Side.from_holders(ONE_LEVEL, holders)
    queries = Side.from_requirers(ONE_LEVEL, requirers)

    question = compile_tables(ONE_LEVEL, EVEN), docs, queries, np.arange(1), 1
    found = pruned(*question, Exclusions.none(1))

    assert found.ids.tolist() == scan(*question, Exclusions.none(1)).ids.tolist()
    assert found.ids.tolist() == [[3000 + many - 1]]


def test_a_query_that_every_doc_is_barred_from_gets_an_empty_list(population: Population) -> None:
    docs, queries = population.holders, population.requirers
    tables = compile_tables(CRITERIA, WEIGHTS)

    found = pruned(
        tables, docs, queries, np.arange(3), 5, Exclusions.none(3), absent=np.asarray(docs.ids)
    )

    assert (found.ids == -1).all()


def test_a_side_read_in_chunks_is_the_side_read_at_once() -> None:
    rng = random.Random(6)
    layout = Layout.of(EIGHT)
    for role, parties, read in (
        ("holders", draw_holders(rng, EIGHT, 90), read_holders),
        ("requirers", draw_requirers(rng, EIGHT, 90), read_requirers),
    ):
        whole = Side.from_chunks(role, layout, [read(layout, parties)])  # type: ignore[arg-type, operator]
        parts = (read(layout, parties[at : at + 7]) for at in range(0, 90, 7))  # type: ignore[operator]
        pieces = Side.from_chunks(role, layout, parts)  # type: ignore[arg-type]
        for name in ("ids", "row", "rank", "facets", "words", "needs", "skill_code", "post"):
            assert (getattr(whole, name) == getattr(pieces, name)).all(), name


def test_the_kernel_is_chosen_by_the_number_of_docs(population: Population) -> None:
    docs, queries = population.holders, population.requirers
    assert len(docs) >= FEW

    question = compile_tables(CRITERIA, WEIGHTS), docs, queries, np.arange(5), 10
    chosen = rank(*question, Exclusions.none(5))

    assert (chosen.ids == scan(*question, Exclusions.none(5)).ids).all()


def _assert_equal(question: Question, rng: random.Random) -> None:
    docs, queries, k, weights = question
    rows = np.array(rng.sample(range(len(queries)), min(ASKED, len(queries))))
    ids = docs.ids.tolist()
    tables, nobody = compile_tables(_criteria(docs), weights), Exclusions.none(len(rows))
    first = scan(tables, docs, queries, rows, k, nobody)
    excluded = Exclusions.from_lists([_some_of(rng, found) for found in first.ids.tolist()])
    absent = np.array(sorted(rng.sample(ids, len(ids) // 20)), np.int64)
    for barred, gone in ((nobody, NOBODY), (excluded, NOBODY), (excluded, absent)):
        expected = scan(tables, docs, queries, rows, k, barred, gone)
        found = pruned(tables, docs, queries, rows, k, barred, gone)
        assert (found.ids == expected.ids).all()
        assert (found.scores == expected.scores).all()


def _criteria(side: Side) -> object:
    return SKILLS_ALONE if side.layout == Layout.of(SKILLS_ALONE) else CRITERIA


def _some_of(rng: random.Random, ids: list[int]) -> list[int]:
    """Some of those in the list itself, so that an exclusion changes it."""
    return [id_ for id_ in ids if id_ >= 0 and rng.random() < 0.5]
