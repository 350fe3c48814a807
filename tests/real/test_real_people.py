"""Developers, mentors and occupations through load, match and suggestions."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from tests.real import coding_coach, doors, occupations, respondents, sheets, spellings
from tests.real.doors import File
from tests.real.oracle_lists import stored_and_exact

pytestmark = pytest.mark.django_db

PAIRINGS = ["hiring", "internships", "mentorship"]
RESPONDENTS, MENTORS = 11_398, 278
# The survey asked for no consent; that every so many-th looks for this is the test's assumption.
EVERY = {"hiring": 1, "internships": 3, "mentorship": 4}
SILENT = 10
"""Every so many-th is nobody's candidate at all."""


@dataclass(frozen=True)
class World:
    """Files in the order they are loaded, and what `load` said of each."""

    files: list[File]
    said: Mapping[str, str]

    def column(self, name: str, column: str) -> list[str]:
        (file,) = (file for file in self.files if file.path.stem == name)
        return [row[column] for row in sheets.read(file.path)]

    def consents(self, pairing: str) -> set[str]:
        (file,) = (file for file in self.files if file.kind == "candidacies")
        return {row["profile"] for row in sheets.read(file.path) if row["pairing"] == pairing}


@pytest.fixture(scope="module")
def world(
    data: Path,
    figures: list[str],
    tmp_path_factory: pytest.TempPathFactory,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[World]:
    files = _files(data, tmp_path_factory.mktemp("people"))
    with doors.a_module_of_rows(django_db_blocker, tmp_path_factory.mktemp("people-index")):
        yield World(files, doors.loaded_and_matched(files, PAIRINGS, figures))


def _files(data: Path, folder: Path) -> list[File]:
    skills = spellings.skills()
    survey = list(sheets.read(data / "so2019_tech" / "respondent_tech.csv.gz"))
    worked = respondents.answers(survey, respondents.WORKED_WITH)
    wanted = respondents.answers(survey, respondents.WANTS)
    volunteers = list(sheets.read(data / "coding_coach_mentors" / "mentors.csv"))
    technologies = occupations.technologies(
        sheets.read(data / "onet" / "technology_skills.csv"), skills
    )
    jobs = occupations.openings(sheets.read(data / "onet" / "occupations.csv"), technologies)

    def file(kind: str, name: str, rows: Iterable[sheets.Row]) -> File:
        path = folder / f"{name}.csv"
        return File(kind, path, sheets.write(path, rows))

    return [
        file("graduates", "graduates", respondents.graduates(worked, skills)),
        file("firms", "firms", occupations.firms()),
        file("mentors", "mentors", coding_coach.mentors(volunteers, skills, spellings.languages())),
        file("openings", "jobs", jobs),
        file("openings", "offers", coding_coach.offers(volunteers)),
        file("candidacies", "candidacies", _willing(worked, wanted, skills)),
    ]


def _willing(
    worked: respondents.Answers, wanted: respondents.Answers, skills: spellings.Spellings
) -> Iterator[sheets.Row]:
    place = {respondents.external_id(name): number for number, name in enumerate(worked)}
    for row in respondents.candidacies(worked, wanted, skills):
        number = place[row["profile"]]
        if number % SILENT and number % EVERY[row["pairing"]] == 0:
            yield row


def test_every_row_is_taken(world: World) -> None:
    assert world.said == {
        file.path.stem: f"{file.rows:,} rows read: {file.rows:,} created, "
        "0 updated, 0 unchanged, 0 refused."
        for file in world.files
    }
    assert {file.path.stem: file.rows for file in world.files} == {
        "graduates": RESPONDENTS,
        "firms": 1,
        "mentors": MENTORS,
        "jobs": 512,
        "offers": MENTORS,
        "candidacies": sum(len(world.consents(pairing)) for pairing in PAIRINGS),
    }


def test_loading_again_changes_nothing(world: World) -> None:
    again = {file.path.stem: doors.load(file) for file in world.files}
    assert again == {
        file.path.stem: f"{file.rows:,} rows read: 0 created, 0 updated, "
        f"{file.rows:,} unchanged, 0 refused."
        for file in world.files
    }


@pytest.mark.parametrize("side", ["opening", "candidacy"])
@pytest.mark.parametrize("pairing", PAIRINGS)
def test_lists_equal_the_oracle(world: World, pairing: str, side: str) -> None:
    lists = stored_and_exact(pairing, side, 4 if side == "opening" else 40)
    assert {key: stored for key, (stored, _) in lists.items()} == {
        key: exact for key, (_, exact) in lists.items()
    }


@pytest.mark.parametrize("pairing", PAIRINGS)
def test_only_those_who_consented_are_suggested(world: World, pairing: str) -> None:
    places = list(csv.DictReader(StringIO(doors.said("suggestions", pairing, k=50))))
    assert {place["candidate"] for place in places} <= world.consents(pairing)
    openings = {place["opening"] for place in places}
    assert openings <= {
        *world.column("jobs", "external_id"),
        *world.column("offers", "external_id"),
    }


@pytest.mark.parametrize("pairing", PAIRINGS)
def test_an_opening_suggests_its_best_first(world: World, pairing: str) -> None:
    scores: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place in csv.DictReader(StringIO(doors.said("suggestions", pairing, k=50))):
        scores[place["opening"]].append((int(place["rank"]), int(place["score"])))
    for places in scores.values():
        assert [rank for rank, _ in places] == list(range(1, len(places) + 1))
        assert places == sorted(places, key=lambda place: -place[1])
    assert sum(len(places) == 50 for places in scores.values()) > len(scores) / 2
