"""What a search asks for: skills by id first, then words, then near spellings, in two scripts."""

import pytest
from django.test import Client

from profiles.actions import save_profile, set_skills
from profiles.browsing.words import understood
from profiles.models import Profile, Skill
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "skills", "words"),
    [
        ("c", ("c",), ()),
        ("C++", ("cpp",), ()),
        ("c#", ("csharp",), ()),
        (".NET", ("dotnet",), ()),
        ("go", ("go",), ()),
        ("machine learning", ("machine-learning",), ()),
        ("senior machine learning engineer", ("machine-learning",), ("senior", "engineer")),
        ("رياكت", ("react",), ()),
        ("مطور رياكت", ("react",), ("مطور",)),
        ("“React”, please", ("react",), ("please",)),
        ("& | ! ()", (), ()),
        ("🙂\u200b", (), ()),
        ("100% _x_", (), ("100", "x")),
        ("\u202epython\u202c", ("python",), ()),
    ],
)
def test_a_text_is_understood(text: str, skills: tuple[str, ...], words: tuple[str, ...]) -> None:
    asked = understood(text)
    assert (asked.skills, asked.words) == (skills, words)


def found(text: str) -> list[Profile]:
    page = Client().get("/people/", {"q": text})
    assert page.status_code == 200
    return [line.title for line in page.context["lines"]]


def a_mentor(name: str, **facts: object) -> Profile:
    return make.a_mentor(legal_name=name, is_named=True, **facts)


def test_c_c_plus_plus_c_sharp_net_and_go_are_told_apart() -> None:
    for slug in ("c", "cpp", "csharp", "dotnet", "go"):
        a_mentor(slug, skills={slug: 3})
    asked = ("c", "c++", "C#", ".net", "Go")
    assert [found(text) for text in asked] == [["c"], ["cpp"], ["csharp"], ["dotnet"], ["go"]]


def test_a_text_that_says_a_skill_comes_after_those_who_have_it() -> None:
    a_mentor("Has it", skills={"python": 3})
    a_mentor("Says it", about="Teaches Python to beginners.", skills={"git": 2})
    a_mentor("Neither", about="Pythonic, they say.", skills={"git": 2})
    assert found("python") == ["Has it", "Says it"]
    assert found("python beginners") == ["Says it"]


def test_a_skill_of_two_words_is_said_by_both_in_a_row() -> None:
    a_mentor("Says it", about="Lectures on machine learning.")
    a_mentor("Only near", about="Learning to repair a machine.")
    assert found("machine learning") == ["Says it"]


def test_java_is_never_found_in_javascript() -> None:
    a_mentor("Has JavaScript", skills={"javascript": 3})
    a_mentor("Says JavaScript", about="Writes JavaScript.")
    a_mentor("Says Java", about="Writes Java.")
    assert found("java") == ["Says Java"]


@pytest.mark.parametrize("text", ["c", "c++", "C#", ".net", "Go", "R"])
def test_a_skill_with_a_short_name_is_not_looked_for_in_texts(text: str) -> None:
    a_mentor("Says it", about="Go to the net; grade C, r and c.")
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["payments", "PAYMENT", "paymentz", "المدفوعات", "مدفوعات", "موجّهة", "fintech", "Mentor"],
)
def test_words_are_found_in_both_scripts_and_nearly_spelt(text: str) -> None:
    a_mentor("Found", headline="Payments, مدفوعات", about="موجهة للخريجين", sectors=["fintech"])
    assert found(text) == ["Found"]


def test_a_word_of_the_title_comes_first() -> None:
    a_mentor("Title", headline="Logistics")
    a_mentor("Text", headline="Engineer", about="Twelve years of logistics.")
    assert found("logistics") == ["Title", "Text"]


def test_a_name_is_found_where_it_is_shown_and_nowhere_else() -> None:
    make.a_mentor(legal_name="Sameh Khoury", is_named=True)
    make.a_mentor(legal_name="Sameh Hidden", is_named=False)
    assert found("sameh") == ["Sameh Khoury"]
    assert found("khoury") == ["Sameh Khoury"]
    assert found("hidden") == []


def test_the_text_follows_the_actions() -> None:
    mentor = a_mentor("Changed", skills={"python": 3}, headline="Before")
    mentor.headline = "Afterwards"
    save_profile(profile=mentor, by_id=None)
    set_skills(profile=mentor, levels={Skill.objects.get(slug="rust"): 2}, by_id=None)
    assert found("afterwards") == found("rust") == ["Changed"]
    assert found("before") == found("python") == []


@pytest.mark.parametrize(
    "text", ["%", "_", "&", "|", "!", "(", "'", "\\", ":*", "<->", "🙂" * 9, "ا" * 500]
)
def test_no_text_breaks_the_page(text: str) -> None:
    a_mentor("Somebody")
    assert found(text) == []
