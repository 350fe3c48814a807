"""Kernels and the oracle agree to the last id, whatever they are asked."""

import random
import sys

import numpy as np
import pytest

from matching.engine.criteria import Criteria
from matching.engine.index import Side
from matching.engine.parties import Asked, Holder, Requirer
from matching.engine.ranking import Exclusions, scan
from matching.engine.tables import compile_tables
from matching.pairings.registry import all_pairings
from tests.full import FULL
from tests.matching.engine.criteria_sets import EIGHT, SETS, SKILLS_ALONE
from tests.matching.engine.draws import draw_holders, draw_requirers, draw_weights
from tests.matching.engine.fuzz import listed, run, scanned
from tests.matching.engine.planting import possible_states

PAIRS = 1_000_000 if FULL else 30_000
SKILLS_WEIGHT = {"skills": (1000, 1000)}


def test_kernels_equal_the_oracle_on_random_pairs(capsys: pytest.CaptureFixture[str]) -> None:
    pairings = {slug: pairing.criteria for slug, pairing in all_pairings().items()}

    everything = run(PAIRS, 2, pairings) | run(PAIRS // 2, 3, SETS)

    with capsys.disabled():
        sys.stdout.writelines(f"\n{name}: {counts}" for name, counts in everything.items())
    for name, criteria in {**pairings, **SETS}.items():
        counts = everything[name]
        assert counts.mismatches == []
        assert counts.ties
        assert counts.exclusions
        assert 2 * counts.full_lists >= counts.lists
        for criterion in criteria:
            for state in possible_states(criterion):
                assert counts.states[criterion.name, state], (name, criterion.name, state)


@pytest.mark.parametrize("name", SETS)
def test_a_list_longer_than_the_side_is_padded(name: str) -> None:
    rng = random.Random(4)
    criteria = SETS[name]
    holders, requirers = draw_holders(rng, criteria, 3), draw_requirers(rng, criteria, 2)

    ranking = scanned(criteria, draw_weights(rng, criteria), requirers, holders, 60, [[], []])

    assert ranking.ids.shape == ranking.scores.shape == (2, 60)
    assert (ranking.ids[:, 3:] == -1).all()
    assert (ranking.scores[:, 3:] == -1).all()


@pytest.mark.parametrize("criteria", [EIGHT, SKILLS_ALONE])
def test_an_empty_side_gives_empty_lists(criteria: Criteria) -> None:
    rng = random.Random(5)
    tables = compile_tables(criteria, draw_weights(rng, criteria))
    nobody = Side.from_holders(criteria, [])
    asking = Side.from_requirers(criteria, draw_requirers(rng, criteria, 3))

    ranking = scan(tables, nobody, asking, np.arange(3), 5, Exclusions.none(3))
    nothing = scan(tables, asking, nobody, np.arange(0), 5, Exclusions.none(0))

    assert (ranking.ids == -1).all()
    assert nothing.ids.shape == (0, 5)


def test_ties_go_to_the_smaller_id() -> None:
    holders = [Holder(id_, (), (), {1: 1}) for id_ in (2**40, 7, 2**33, 1)]
    requirer = Requirer(1, (), (), (), {1: Asked(2)})

    ranking = scanned(SKILLS_ALONE, SKILLS_WEIGHT, [requirer], holders, 3, [[]])

    assert listed(ranking, 0) == [(1, 1_000_000), (7, 1_000_000), (2**33, 1_000_000)]


def test_an_excluded_party_leaves_its_place_to_the_next() -> None:
    holders = [Holder(id_, (), (), {1: 1}) for id_ in range(5)]
    requirer = Requirer(1, (), (), (), {1: Asked(2)})

    ranking = scanned(SKILLS_ALONE, SKILLS_WEIGHT, [requirer], holders, 3, [[0, 2, 99]])

    assert [id_ for id_, _ in listed(ranking, 0)] == [1, 3, 4]


def test_a_party_without_skills_scores_zero_on_them() -> None:
    holders = [Holder(1, (), (), {})]
    requirers = [Requirer(1, (), (), (), {1: Asked(2)}), Requirer(2, (), (), (), {})]

    ranking = scanned(SKILLS_ALONE, SKILLS_WEIGHT, requirers, holders, 1, [[], []])

    assert [listed(ranking, row) for row in (0, 1)] == [[(1, 0)], [(1, 0)]]


def test_coverage_is_rounded_down_exactly_for_every_share() -> None:
    requirers = [
        Requirer(total, (), (), (), {1: Asked(1), 2: Asked(total - 1)}) for total in range(2, 3000)
    ]
    holders = [Holder(1, (), (), {2: 1})]

    forward = scanned(SKILLS_ALONE, SKILLS_WEIGHT, requirers, holders, 1, [[]] * len(requirers))
    reverse = scanned(SKILLS_ALONE, SKILLS_WEIGHT, holders, requirers, 1000, [[]])

    expected = [1000 * (1000 * (total - 1) // total) for total in range(2, 3000)]
    assert forward.scores[:, 0].tolist() == expected
    assert reverse.scores[0].tolist() == sorted(expected, reverse=True)[:1000]


def test_sides_of_the_same_role_are_refused() -> None:
    side = Side.from_holders(SKILLS_ALONE, [])
    tables = compile_tables(SKILLS_ALONE, SKILLS_WEIGHT)

    with pytest.raises(ValueError, match="compare holders with requirers"):
        scan(tables, side, side, np.arange(0), 1, Exclusions.none(0))


def test_a_side_indexed_for_other_criteria_is_refused() -> None:
    docs = Side.from_holders(EIGHT, [])
    queries = Side.from_requirers(SKILLS_ALONE, [])

    with pytest.raises(ValueError, match="index both sides again"):
        scan(
            compile_tables(SKILLS_ALONE, SKILLS_WEIGHT),
            docs,
            queries,
            np.arange(0),
            1,
            Exclusions.none(0),
        )


@pytest.mark.parametrize(
    ("rows", "k", "lists", "advice"),
    [
        ([0], 0, 1, "ask for 1 to 1000"),
        ([0], 1001, 1, "ask for 1 to 1000"),
        ([1], 5, 1, "use rows_of"),
        ([-1], 5, 1, "use rows_of"),
        ([0], 5, 2, "give one each"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(
    rows: list[int], k: int, lists: int, advice: str
) -> None:
    docs = Side.from_holders(SKILLS_ALONE, [])
    queries = Side.from_requirers(SKILLS_ALONE, [Requirer(1, (), (), (), {})])
    tables = compile_tables(SKILLS_ALONE, SKILLS_WEIGHT)

    with pytest.raises(ValueError, match=advice):
        scan(tables, docs, queries, np.array(rows), k, Exclusions.none(lists))
