"""What one cell may say, and the sentence for what it may not."""

import datetime

import pytest

from profiles.loading import cells, lists
from profiles.loading.words import Words
from profiles.models import Language, ProfileSkill, Skill


def skill(slug):
    return Skill.objects.get(slug=slug).pk


@pytest.mark.parametrize("cell", ["=1+1", "+970", "-5", "@x", "\t1"])
def test_an_id_that_a_spreadsheet_would_run_is_refused(cell):
    with pytest.raises(ValueError, match="begins like a formula"):
        cells.identifier(cell)


@pytest.mark.parametrize(
    ("value", "cell"), [("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("@a", "'@a"), ("G-1", "G-1")]
)
def test_what_begins_like_a_formula_goes_out_escaped(value, cell):
    assert cells.escaped(value) == cell


@pytest.mark.parametrize(
    ("cell", "said"), [("yes", True), ("YES", True), ("نعم", True), ("0", False), ("لا", False)]
)
def test_yes_and_no_are_read_in_both_languages(cell, said):
    assert cells.yes_no(cell) is said


@pytest.mark.parametrize("cell", ["7.5", "71", "-1", "seven", "9" * 5000])
def test_a_number_out_of_range_is_refused_with_its_range(cell):
    with pytest.raises(ValueError, match="is not a whole number from 0 to 70"):
        cells.whole(0, 70)(cell)


def test_arabic_digits_are_digits():
    assert cells.whole(0, 70)("٤٢") == 42


def test_a_day_is_written_as_iso():
    assert cells.day("2026-09-30") == datetime.date(2026, 9, 30)
    with pytest.raises(ValueError, match="Write it as 2026-09-30"):
        cells.day("30/9/2026")


@pytest.mark.parametrize("reader", [cells.country, cells.zone, cells.email, cells.website])
def test_what_is_no_such_thing_is_refused_with_an_example(reader):
    with pytest.raises(ValueError, match="Write"):
        reader("nowhere")


@pytest.mark.parametrize("cell", ["expert", "Expert", "4"])
def test_a_choice_is_read_by_value_or_label(cell):
    assert cells.one_of(ProfileSkill.Level)(cell) == 4


@pytest.mark.django_db
def test_skills_are_found_by_any_spelling_in_both_languages():
    read = lists.held_skills(Words())
    said = read("React.js:3; بايثون ; C#:1; C++:4; C; .NET; Go")
    assert said == {
        skill("react"): 3, skill("python"): 2, skill("csharp"): 1, skill("cpp"): 4,
        skill("c"): 2, skill("dotnet"): 2, skill("go"): 2,
    }  # fmt: skip


@pytest.mark.django_db
def test_of_a_skill_named_twice_the_higher_level_counts():
    assert lists.held_skills(Words())("React:2; reactjs:4; React:1") == {skill("react"): 4}


@pytest.mark.django_db
def test_an_unknown_skill_is_refused_with_the_nearest():
    with pytest.raises(ValueError, match=r"“Pyton” is not a skill of the taxonomy\. Did you mean"):
        lists.held_skills(Words())("Pyton:3")
    with pytest.raises(ValueError, match="have staff add it under Skills"):
        lists.held_skills(Words())("Basket weaving")


@pytest.mark.django_db
@pytest.mark.parametrize("cell", ["React:5", "React:0", "Python:9"])
def test_a_level_is_1_to_4(cell):
    with pytest.raises(ValueError, match="Write 1 to 4"):
        lists.held_skills(Words())(cell)


@pytest.mark.django_db
def test_more_skills_than_a_person_has_are_refused():
    cell = "; ".join(f"skill {number}" for number in range(101))
    with pytest.raises(ValueError, match=r"names 101 skills\. Keep the 100 that matter most"):
        lists.held_skills(Words())(cell)


@pytest.mark.django_db
def test_what_is_asked_for_has_a_level_and_an_importance():
    asked = lists.asked_skills(Words())("React:3*1; PostgreSQL*3; Docker:4; Go")
    assert asked == {
        skill("react"): (1, 3), skill("postgresql"): (3, None), skill("docker"): (2, 4),
        skill("go"): (2, None),
    }  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("cell", ["React*3; React:2*3", "React:2*3; React*3", "React:4; React:2*3"])
def test_of_a_skill_named_twice_the_greater_demand_counts(cell):
    assert lists.asked_skills(Words())(cell) == {skill("react"): (3, 2)}
    with pytest.raises(ValueError, match=r"has the importance 4\. Write 1 to 3"):
        lists.asked_skills(Words())("React*4")


@pytest.mark.django_db
def test_languages_have_a_cefr_level():
    ids = dict(Language.objects.values_list("code", "pk"))
    read = lists.spoken_languages(Words())
    assert read("ar:C2; English:b1; fr") == {
        ids["ar"]: "C2", ids["en"]: "B1", ids["fr"]: "B2"
    }  # fmt: skip
    with pytest.raises(ValueError, match="Write A1 to C2"):
        read("ar:fluent")


@pytest.mark.django_db
def test_sectors_are_found_by_slug_label_and_synonym():
    assert lists.sector_slugs(Words())("fintech; Edtech; صحة; Banking") == [
        "fintech", "education", "health",
    ]  # fmt: skip
