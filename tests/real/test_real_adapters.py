"""What the adapters make of the public files, before anything is loaded."""

from collections import Counter
from pathlib import Path

import pytest

from tests.real import coding_coach, india_rounds, occupations, respondents, sheets, spellings
from tests.real.india_rounds import NOBODY, Round
from tests.real.india_sectors import SectorText


@pytest.fixture(scope="module")
def survey(data: Path) -> list[sheets.Row]:
    return list(sheets.read(data / "so2019_tech" / "respondent_tech.csv.gz"))


def test_every_technology_of_the_survey_is_in_the_taxonomy(survey: list[sheets.Row]) -> None:
    skills = spellings.skills()
    worked = respondents.answers(survey, respondents.WORKED_WITH)
    graduates = list(respondents.graduates(worked, skills))
    assert len(graduates) == 11_398
    assert skills.missed == Counter()


def test_several_technologies_in_one_answer_are_several_skills() -> None:
    row = {"respondent": "7", "kind": "language", "item": "Bash/Shell/PowerShell"}
    worked = respondents.answers([row], respondents.WORKED_WITH)
    (graduate,) = respondents.graduates(worked, spellings.skills())
    assert graduate == {"external_id": "so-7", "skills": "bash;powershell"}


def test_a_mentor_is_asked_for_what_is_wanted_and_not_yet_known() -> None:
    rows = [
        {"respondent": "7", "kind": "language", "item": "Python"},
        {"respondent": "7", "kind": "want_language", "item": "Python"},
        {"respondent": "7", "kind": "want_language", "item": "Go"},
    ]
    worked = respondents.answers(rows, respondents.WORKED_WITH)
    wanted = respondents.answers(rows, respondents.WANTS)
    asked = {
        row["pairing"]: row["skills"]
        for row in respondents.candidacies(worked, wanted, spellings.skills())
    }
    assert asked == {"hiring": "", "internships": "", "mentorship": "go"}


def test_few_tags_of_the_mentors_are_in_no_taxonomy(data: Path, figures: list[str]) -> None:
    skills, languages = spellings.skills(), spellings.languages()
    rows = sheets.read(data / "coding_coach_mentors" / "mentors.csv")
    mentors = list(coding_coach.mentors(rows, skills, languages))
    held = sum(len(mentor["skills"].split(";")) for mentor in mentors)
    figures.append(
        f"coding_coach: {skills.missed.total()} tags and {languages.missed.total()} languages "
        f"dropped as unknown, {held:,} skills kept"
    )
    assert len(mentors) == 278
    assert skills.missed.total() < held / 50


def test_an_opening_asks_for_hot_technologies_some_of_them_in_demand() -> None:
    rows = [
        {"O*NET-SOC Code": "15-1", "Example": name, "Hot Technology": hot, "In Demand": wanted}
        for name, hot, wanted in (
            ("Docker", "Y", "N"),
            ("Python", "Y", "Y"),
            ("Ada", "N", "N"),
            ("Git", "Y", "N"),
            ("React", "Y", "N"),
            ("Linux", "Y", "N"),
        )
    ]
    technologies = occupations.technologies(rows, spellings.skills())
    assert technologies == {"15-1": ["python", "docker", "git", "linux", "react"]}
    job = {"O*NET-SOC Code": "15-1", "Title": "Developer", "Description": ""}
    (placement,) = occupations.openings([job], technologies)
    assert placement["pairing"] == "internships"
    assert placement["skills"] == "python;docker;git;linux;react"


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        (("eCommerce", "Online marketplace for automobiles"), ["ecommerce", "logistics"]),
        (("Consumer Internet", "Peer to Peer Lending platform"), ["fintech"]),
        (("FinTech", ""), ["fintech"]),
        (("E-Commerce & M-Commerce platforms", ""), ["ecommerce"]),
        (("Technology", "Machine Learning Access platform"), ["ai-data"]),
        (("Consumer Internet", "Salad"), []),
    ],
)
def test_free_text_names_sectors(text: tuple[str, str], sectors: list[str]) -> None:
    assert SectorText(spellings.sectors()).find(*text) == sectors


@pytest.mark.parametrize(
    ("type_", "stages"),
    [
        ("Seed Funding", ("seed",)),
        ("Seed / Angel Funding", ("pre_seed", "seed")),
        ("Seed / Angle Funding", ("pre_seed", "seed")),
        ("pre-Series A", ("seed",)),
        ("Series A", ("series_a",)),
        ("Series B (Extension)", ("growth",)),
        ("Private Equity", ("series_a", "growth")),
        ("Structured Debt", ()),
        ("", ()),
    ],
)
def test_round_types_become_stages(type_: str, stages: tuple[str, ...]) -> None:
    assert Round("1", "2016-01-01", (), "", type_, None, (), 0).stages == stages


@pytest.mark.parametrize(
    ("name", "nobody"),
    [
        ("group of angel investors", True),
        ("undisclosed hnis", True),
        ("14 others", True),
        ("mumbai angels", False),
        ("ajmera group of companies", False),
    ],
)
def test_placeholders_are_no_investors(name: str, nobody: bool) -> None:
    assert bool(NOBODY.search(name)) is nobody


def test_a_mandate_knows_nothing_of_later_rounds() -> None:
    table = [
        _row("1", "2017-06-30", "Seed Funding", "FinTech"),
        _row("2", "2017-07-01", "Series C", "Healthcare"),
        _row("3", "", "Series C", "Gaming"),
    ]
    pairs = [{"round_id": number, "investor": "Fund One"} for number in ("1", "2", "3")]
    rounds = india_rounds.rounds(table, pairs, SectorText(spellings.sectors()))
    (mandate,) = india_rounds.mandates(rounds)
    assert (mandate["stages"], mandate["sectors"]) == ("seed", "fintech")
    assert (mandate["usd_min"], mandate["usd_max"]) == ("50000", "200000")
    assert [row["profile"] for row in india_rounds.raises(rounds)] == ["round-2"]
    assert [row["as_of"] for row in india_rounds.truth(rounds)] == ["", "2017-06-30", "2017-07-01"]


def _row(number: str, date: str, type_: str, sector: str) -> sheets.Row:
    return {
        "round_id": number,
        "date": date,
        "sector": sector,
        "sub_sector": "",
        "round_type": type_,
        "amount_usd": "100000.0",
        "city": "",
    }
