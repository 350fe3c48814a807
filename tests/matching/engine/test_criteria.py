"""Declarations and weights that cannot work are refused with what to do about them."""

import pytest

from matching.engine.criteria import (
    ONE,
    Coverage,
    Criteria,
    Criterion,
    Level,
    Overlap,
    Weights,
    check_criteria,
    check_weights,
)
from matching.engine.tables import compile_tables
from tests.matching.engine.criteria_sets import SETS, near, share

SKILLS = Coverage("skills")


def _raises(_holder: int, _requirer: int) -> int:
    raise ZeroDivisionError("by nothing")


@pytest.mark.parametrize("criteria", SETS.values())
def test_sound_declarations_pass(criteria: Criteria) -> None:
    assert check_criteria(criteria) == []


@pytest.mark.parametrize(
    ("criterion", "advice"),
    [
        (Level("skills", near), "Rename one “skills”"),
        (Level("", near), "Give every criterion a name"),
        (Coverage("more"), "exactly one Coverage: there are 2"),
        (Coverage("more", levels=8), "declare 1 to 7"),
        (
            Coverage("more", lambda h, a: 21),
            r"gave 21 for \(1, 0\): return a whole number of 0 to 20",
        ),
        (Level("pay", near, size=0), "declare a size of 1 to 255"),
        (Level("pay", near, size=256), "declare a size of 1 to 255"),
        (Overlap("hours", share, width=65), "declare a width of 1 to 64"),
        (Overlap("hours", share, most_needed=0), "declare a most_needed of 1 to 64"),
        (Level("pay", lambda h, r: 1001), r"“pay” gave 1001 for \(0, 0\)"),
        (Level("pay", lambda h, r: -1), "gave -1"),
        (Level("pay", lambda h, r: True), "gave True"),
        (Level("pay", lambda h, r: 0.5), "gave 0.5"),  # type: ignore[arg-type,return-value]
        (Level("pay", _raises), "raised ZeroDivisionError: by nothing"),
        (Overlap("hours", lambda c, n: ONE * c // n, width=2), r"gave 2000 for \(2, 1\)"),
    ],
)
def test_a_wrong_declaration_is_refused(criterion: Criterion, advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        compile_tables((SKILLS, criterion), {})


def test_a_set_without_coverage_is_refused() -> None:
    assert check_criteria(()) == ["Declare exactly one Coverage: there are 0."]


def test_levels_that_need_too_many_bits_are_refused() -> None:
    wide = [Level(f"level {i}", lambda h, r: 0, size=255) for i in range(8)]

    assert check_criteria([*wide, SKILLS]) == [
        "The levels and silences need 64 bits and 63 fit: declare fewer or smaller levels."
    ]


@pytest.mark.parametrize(
    ("weights", "advice"),
    [
        ({}, "Give “skills” a weight for each side"),
        ({"skills": (1000, 0), "pay": (0, 999)}, "requirer's weights add up to 999"),
        ({"skills": (1001, 0), "pay": (-1, 1000)}, "weight of “pay” is -1"),
        ({"skills": (1000, 0), "pay": (0, 1000), "luck": (0, 0)}, "no such criterion"),
    ],
)
def test_weights_that_cannot_work_are_refused(weights: Weights, advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        compile_tables((SKILLS, Level("pay", near, size=2)), weights)


def test_sound_weights_pass() -> None:
    assert check_weights((SKILLS,), {"skills": (1000, 1000)}) == []
