"""How much of what real people, mentors and occupations name the taxonomy knows."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.real import coding_coach, sheets, spellings
from tests.real.respondents import SEVERAL


def survey(data: Path) -> Counter[str]:
    uses: Counter[str] = Counter()
    for row in sheets.read(data / "so2019_tech" / "vocabulary.csv"):
        for word in SEVERAL.split(row["item"]):
            uses[word] += int(row["respondents"])
    return uses


def occupations(data: Path) -> Counter[str]:
    rows = sheets.read(data / "onet" / "technology_skills_computer_occupations.csv")
    return Counter(row["Example"] for row in rows)


def hot_occupations(data: Path) -> Counter[str]:
    rows = sheets.read(data / "onet" / "technology_skills_computer_occupations.csv")
    return Counter(row["Example"] for row in rows if row["Hot Technology"] == "Y")


def mentors(data: Path) -> Counter[str]:
    rows = sheets.read(data / "coding_coach_mentors" / "mentors.csv")
    return Counter(tag for row in rows for tag in coding_coach.tags(row))


@pytest.mark.parametrize(
    ("words", "least"),
    [(survey, 1.0), (hot_occupations, 1.0), (mentors, 0.98), (occupations, 0.7)],
)
def test_taxonomy_knows_most_of_what_is_named(
    data: Path, figures: list[str], words: Callable[[Path], Counter[str]], least: float
) -> None:
    uses, known = words(data), spellings.skills()
    found = sum(count for word, count in uses.items() if known.find(word))
    figures.append(
        f"taxonomy, {words.__name__.replace('_', ' ')}: {found:,} of {uses.total():,} uses "
        f"({found / uses.total():.1%}), {len(uses) - len(known.missed)} of {len(uses)} words"
    )
    assert found >= least * uses.total()


def test_every_listed_palestinian_university_is_known_by_its_mail_domain(data: Path) -> None:
    rows = sheets.read(data / "universities" / "universities_palestine.csv")
    ours = {
        domain for row in spellings.rows("universities") for domain in row["domains"].split("|")
    }
    assert {row["domains"] for row in rows} - ours == set()
