"""One list, one counterpart that changes: what the whole population would say, or an honest no."""

from random import Random

from matching.freshness.revising import revised

MOST = 4


def best(scores: dict[int, int]) -> list[tuple[int, int]]:
    return sorted((-score, id_) for id_, score in scores.items())[:MOST]


def test_a_revised_list_is_that_of_the_whole_population_or_is_asked_anew() -> None:
    random, kept = Random(6), 0
    for _ in range(5000):
        scores = {id_: random.randint(0, 9) for id_ in range(random.randint(0, 9))}
        party, score = random.randint(0, 9), random.choice([None, *range(10)])
        before = best(scores)
        after = {**scores, party: score} if score is not None else scores
        after = {id_: s for id_, s in after.items() if id_ != party or score is not None}
        found = revised(before, party, score, MOST)
        if found is None:
            assert len(before) == MOST
            assert party in {id_ for _, id_ in before}
        else:
            kept += 1
            assert found == best(after)
    assert kept > 4000


def test_whoever_falls_behind_the_last_of_a_full_list_makes_it_be_asked_anew() -> None:
    assert revised([(-9, 1), (-8, 2)], 1, 7, 2) is None
    assert revised([(-9, 1), (-8, 2)], 2, 7, 2) is None
    assert revised([(-9, 1), (-8, 2)], 2, None, 2) is None


def test_ties_go_to_the_smaller_id() -> None:
    assert revised([(-9, 1), (-8, 5)], 4, 8, 2) == [(-9, 1), (-8, 4)]
    assert revised([(-9, 1), (-8, 5)], 6, 8, 2) == [(-9, 1), (-8, 5)]


def test_a_list_that_is_not_full_takes_and_loses_anybody() -> None:
    assert revised([(-9, 1)], 2, 0, 2) == [(-9, 1), (0, 2)]
    assert revised([(-9, 1)], 1, None, 2) == []
