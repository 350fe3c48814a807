"""An index holds what it was given, survives a folder, and refuses what does not fit."""

import json
import random
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from matching.engine.index import Side
from matching.engine.parties import Asked, Holder, Requirer
from matching.engine.ranking import Exclusions, scan
from matching.engine.tables import compile_tables
from tests.matching.engine.criteria_sets import EIGHT, SETS
from tests.matching.engine.draws import draw_holders, draw_requirers, draw_weights

HOLDER = Holder(5, (1, 2, 3), (1, 2, 3, 4), {9: 2})
REQUIRER = Requirer(6, (1, 2, 3), (1, 2, 3, 4), (1, 1, 1, 1), {9: Asked(1)})


@pytest.mark.parametrize("name", SETS)
def test_a_loaded_side_answers_as_the_saved_one(name: str, tmp_path: Path) -> None:
    rng = random.Random(1)
    criteria = SETS[name]
    tables = compile_tables(criteria, draw_weights(rng, criteria))
    docs = Side.from_requirers(criteria, draw_requirers(rng, criteria, 20))
    queries = Side.from_holders(criteria, draw_holders(rng, criteria, 20))
    docs.save(tmp_path / "docs")
    queries.save(tmp_path / "queries")

    loaded = Side.load(tmp_path / "docs"), Side.load(tmp_path / "queries")

    asked = np.arange(20), 5, Exclusions.none(20)
    expected, got = scan(tables, docs, queries, *asked), scan(tables, *loaded, *asked)
    assert (got.ids == expected.ids).all()
    assert (got.scores == expected.scores).all()


def test_an_empty_side_can_be_saved_and_loaded(tmp_path: Path) -> None:
    Side.from_holders(EIGHT, []).save(tmp_path / "none")

    assert len(Side.load(tmp_path / "none")) == 0


def test_a_folder_is_never_overwritten_and_no_draft_stays(tmp_path: Path) -> None:
    side = Side.from_holders(EIGHT, [HOLDER])
    side.save(tmp_path / "one")

    with pytest.raises(FileExistsError, match="new folder"):
        side.save(tmp_path / "one")

    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_arrays_of_a_side_cannot_be_written() -> None:
    side = Side.from_holders(EIGHT, [HOLDER])

    arrays = [getattr(side, field.name) for field in fields(side)]

    assert not any(array.flags.writeable for array in arrays if isinstance(array, np.ndarray))


def test_rows_of_finds_each_id_and_names_the_unknown_one() -> None:
    side = Side.from_holders(EIGHT, draw_holders(random.Random(2), EIGHT, 40))

    assert side.ids[side.rank[side.rows_of(side.ids.tolist())]].tolist() == side.ids.tolist()
    with pytest.raises(KeyError, match="-3 is not among the holders"):
        side.rows_of([-3])


@pytest.mark.parametrize(
    ("change", "advice"),
    [
        ({"levels": (6, 0, 0)}, "Holder 5 has seniority 6: give 0 to 5"),
        ({"levels": (-1, 0, 0)}, "give 0 to 5"),
        ({"levels": (0, 0)}, "give 3 and 4"),
        ({"masks": (1 << 24, 0, 0, 0)}, "hours 0x1000000: it holds 24 bits"),
        ({"masks": (-1, 0, 0, 0)}, "it holds 24 bits"),
        ({"masks": (1 << 99, 0, 0, 0)}, "it holds 24 bits"),
        ({"skills": dict.fromkeys(range(256), 1)}, "5 has 256 skills: keep the 255"),
        ({"skills": {7: 0}}, "skill 7 at level 0: give 1 to 4"),
        ({"id": 2**63}, "beyond 64 bits"),
    ],
)
def test_a_holder_that_does_not_fit_is_refused(change: dict[str, Any], advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        Side.from_holders(EIGHT, [replace(HOLDER, **change)])


@pytest.mark.parametrize(
    ("change", "advice"),
    [
        ({"needs": (25, 1, 1, 1)}, "Requirer 6 needs 25 of hours: give 1 to 24"),
        ({"needs": (-1, 1, 1, 1)}, "give 1 to 24"),
        ({"needs": (1,)}, "1 needs: give 4"),
        ({"skills": {1: Asked(0)}}, "weight below 1"),
        ({"skills": {1: Asked(3276), 2: Asked(1)}}, "scale them down"),
        ({"skills": {1: Asked(1, 5)}}, "skill 1 at level 5: give 0 to 4"),
    ],
)
def test_a_requirer_that_does_not_fit_is_refused(change: dict[str, Any], advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        Side.from_requirers(EIGHT, [replace(REQUIRER, **change)])


def test_a_party_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="5 comes twice"):
        Side.from_holders(EIGHT, [HOLDER, HOLDER])


def test_a_torn_folder_is_refused(tmp_path: Path) -> None:
    for name, tear in TEARS.items():
        folder = tmp_path / name
        Side.from_holders(EIGHT, [HOLDER]).save(folder)
        tear(folder)

        with pytest.raises(ValueError, match="index the side again"):
            Side.load(folder)


def _shorten(folder: Path) -> None:
    whole = (folder / "post.npy").read_bytes()
    (folder / "post.npy").write_bytes(whole[:-2])


def _write_by_other_code(folder: Path) -> None:
    described = json.loads((folder / "side.json").read_text())
    (folder / "side.json").write_text(json.dumps(described | {"form": 1}))


TEARS: dict[str, Callable[[Path], object]] = {
    "without an array": lambda folder: (folder / "ids.npy").unlink(),
    "with a short array": _shorten,
    "with another array": lambda folder: np.save(folder / "ids.npy", np.zeros(9, np.int64)),
    "of other code": _write_by_other_code,
    "with half a description": lambda folder: (folder / "side.json").write_text('{"form"'),
    "without a description": lambda folder: (folder / "side.json").unlink(),
}
