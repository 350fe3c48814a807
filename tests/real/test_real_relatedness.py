"""Skills that tell of others: the file is what the survey says, and it helps those who say less."""

from pathlib import Path

import pytest

from profiles.taxonomy.sync import rows
from tests.real import hidden, relating, respondents, sheets, spellings
from tests.real.hidden import Halves

Apart = set[tuple[str, str]]


@pytest.fixture(scope="module")
def survey(data: Path) -> tuple[relating.Held, Apart]:
    known = spellings.skills()
    answers = list(sheets.read(data / "so2019_tech" / "respondent_tech.csv.gz"))
    worked = respondents.answers(answers, respondents.WORKED_WITH)
    apart = relating.of_one_answer({row["item"] for row in answers}, known)
    return relating.held(worked, known), apart


@pytest.fixture(scope="module")
def halves(survey: tuple[relating.Held, Apart]) -> Halves:
    return hidden.halves(survey[0])


def test_the_file_is_what_the_survey_says(survey: tuple[relating.Held, Apart]) -> None:
    people, apart = survey
    assert list(rows("related")) == list(relating.related(people.values(), apart))


def test_people_who_say_less_are_judged_better_by_what_their_skills_tell(
    survey: tuple[relating.Held, Apart], halves: Halves, figures: list[str]
) -> None:
    by = hidden.learned(halves, survey[1])
    measured = hidden.measured(halves, by)
    found = {name: one.figures() for name, one in measured.items()}
    jobs = len(measured["Silah"].recalls)
    figures += [
        "",
        f"so2019_tech: {len(halves.true):,} people, a third of their skills hidden; {jobs} jobs; "
        f"{len(halves.slugs)} skills, {sum(map(len, by.values()))} pairs learned",
    ]
    figures += [
        f"{name:<12} recall@50 {each.recall_50:.3f} AUC {each.auc:.3f} breadth-matched "
        f"{each.matched_auc:.3f}"
        for name, each in found.items()
    ]
    assert found["random"].auc == pytest.approx(0.5, abs=0.02)
    assert found["Silah"].auc > found["said alone"].auc + 0.01 > found["breadth"].auc
    assert found["Silah"].matched_auc > found["said alone"].matched_auc + 0.01
    assert found["Silah"].recall_50 >= found["said alone"].recall_50


def test_a_skill_that_is_told_of_is_held_far_more_often(
    survey: tuple[relating.Held, Apart], halves: Halves, figures: list[str]
) -> None:
    by = hidden.learned(halves, survey[1])
    held = hidden.foretold(halves, by)
    hits = hidden.hits(halves, by)
    figures.append(
        f"so2019_tech: of unsaid skills {held['told']:.3f} are held where told of, "
        f"{held['not told']:.3f} elsewhere; hidden skill, hit@5 "
        + ", ".join(f"{name} {hit:.3f}" for name, hit in hits.items())
    )
    assert held["told"] > 5 * held["not told"]
    assert hits["told, then popular"] > hits["popular"] + 0.03 > hits["random"] + 0.2
