"""India's funding rounds: mandates, raises, and whether the ranking foretells who invested."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from pytest_django import DjangoDbBlocker

from profiles.models import Profile
from tests.real import doors, india_rounds, sheets, spellings
from tests.real.doors import File
from tests.real.india_rounds import Rounds
from tests.real.india_sectors import SectorText
from tests.real.oracle_lists import stored_and_exact

pytestmark = pytest.mark.django_db

HEAD = re.compile(r"investing: ([\d,]+) queries \(candidates\), ([\d,]+) positives; pool .*")
POOL = re.compile(r"pool per query ([\d,]+) to ([\d,]+)")
FIGURES = ("recall@10", "recall@50", "AUC", "popularity-matched AUC")


@dataclass(frozen=True)
class World:
    rounds: Rounds
    files: list[File]
    said: dict[str, str]
    truth: Path


@pytest.fixture(scope="module")
def rounds(data: Path, figures: list[str]) -> Rounds:
    folder, text = data / "india_funding", SectorText(spellings.sectors())
    found = india_rounds.rounds(
        sheets.read(folder / "rounds.csv"), sheets.read(folder / "pairs.csv"), text
    )
    without_sector = sum(not one.sectors for one in found.all)
    pairs = sum(len(one.investors) for one in found.raises)
    figures += [
        f"india_funding: {without_sector:,} of {len(found.all):,} rounds name no sector we know; "
        f"{sum(found.nobody.values())} investors are nobody in particular",
        f"india_funding: of {pairs:,} pairs from {india_rounds.CUT} on, "
        f"{india_rounds.newcomers(found):,} have an investor not active before (in no pool)",
    ]
    return found


@pytest.fixture(scope="module")
def world(
    rounds: Rounds,
    figures: list[str],
    tmp_path_factory: pytest.TempPathFactory,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("funding")
    files = _files(rounds, folder)
    truth = folder / "truth.csv"
    sheets.write(truth, india_rounds.truth(rounds))
    with doors.a_module_of_rows(django_db_blocker, tmp_path_factory.mktemp("funding-index")):
        said = doors.loaded_and_matched(files, ["investing"], figures)
        yield World(rounds, files, said, truth)


def _files(rounds: Rounds, folder: Path) -> list[File]:
    def file(kind: str, name: str, rows: Iterable[sheets.Row]) -> File:
        path = folder / f"{name}.csv"
        return File(kind, path, sheets.write(path, rows))

    return [
        file("investors", "investors", india_rounds.investors(rounds)),
        file("firms", "startups", india_rounds.startups(rounds)),
        file("openings", "mandates", india_rounds.mandates(rounds)),
        file("candidacies", "raises", india_rounds.raises(rounds)),
        file("investments", "deeds", india_rounds.deeds(rounds)),
    ]


def test_every_investor_and_round_is_taken(world: World) -> None:
    assert world.said == {
        file.path.stem: f"{file.rows:,} rows read: {file.rows:,} created, "
        "0 updated, 0 unchanged, 0 refused."
        for file in world.files
    }
    assert {file.path.stem: file.rows for file in world.files} == {
        "investors": 2_306,
        "startups": 719,
        "mandates": 2_306,
        "raises": 719,
        "deeds": len(list(india_rounds.deeds(world.rounds))),
    }


def test_loading_investors_and_rounds_again_changes_nothing(world: World) -> None:
    again = {file.path.stem: doors.load(file) for file in world.files}
    assert again == {
        file.path.stem: f"{file.rows:,} rows read: 0 created, 0 updated, "
        f"{file.rows:,} unchanged, 0 refused."
        for file in world.files
    }


@pytest.mark.parametrize("side", ["opening", "candidacy"])
def test_lists_of_mandates_and_raises_equal_the_oracle(world: World, side: str) -> None:
    lists = stored_and_exact("investing", side, 20)
    assert {key: stored for key, (stored, _) in lists.items()} == {
        key: exact for key, (_, exact) in lists.items()
    }


def test_the_ranking_foretells_who_invested(world: World, figures: list[str]) -> None:
    with transaction.atomic():
        Profile.objects.update(funded=[])
        alone = _evaluated(world)
        transaction.set_rollback(True)
    said = _evaluated(world)
    silah = [line for line in alone.splitlines() if line.startswith("Silah")]
    figures += ["", *said.splitlines(), "the same without any track record:", *silah]
    _check(world.rounds, said)
    without, found = _figures(alone, "Silah"), _figures(said, "Silah")
    assert found["recall@10"] > 1.3 * without["recall@10"]
    assert found["AUC"] > without["AUC"]
    assert found["popularity-matched AUC"] > without["popularity-matched AUC"]


def _evaluated(world: World) -> str:
    """What `evaluate` says of the loaded world; undated rounds are refused."""
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="6 mistakes"):
        call_command(
            "evaluate",
            "investing",
            str(world.truth),
            since=india_rounds.CUT,
            stdout=out,
            stderr=err,
        )
    assert _undated(world) == len(err.getvalue().splitlines()) == 6
    return out.getvalue()


def _undated(world: World) -> int:
    return sum(not row["as_of"] for row in sheets.read(world.truth))


def _check(rounds: Rounds, said: str) -> None:
    mandates = len(rounds.portfolios)
    asked = [[name for name in one.investors if name in rounds.portfolios] for one in rounds.raises]
    head, pool = HEAD.search(said), POOL.search(said)
    assert head is not None
    assert pool is not None
    assert _numbers(head) == [sum(map(bool, asked)), sum(map(len, asked))]
    assert _numbers(pool) == [mandates, mandates]
    chance, silah = _figures(said, "random"), _figures(said, "Silah")
    assert chance["recall@10"] == pytest.approx(10 / mandates, abs=0.01)
    assert chance["recall@50"] == pytest.approx(50 / mandates, abs=0.02)
    assert chance["AUC"] == pytest.approx(0.5, abs=0.05)
    assert silah["AUC"] > chance["AUC"] + 0.1
    assert silah["popularity-matched AUC"] > 0.6
    assert silah["recall@10"] > chance["recall@10"]
    assert silah["recall@50"] > 2 * chance["recall@50"]


def _numbers(found: re.Match[str]) -> list[int]:
    return [int(number.replace(",", "")) for number in found.groups()]


def _figures(said: str, ranker: str) -> dict[str, float]:
    (line,) = (line for line in said.splitlines() if line.startswith(ranker))
    return dict(zip(FIGURES, map(float, line.split()[1:]), strict=True))
