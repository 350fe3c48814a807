"""A skill is found by any spelling, in both languages; those that look alike are told apart."""

import pytest

from profiles.picking.finding import SHOWN, called, like

pytestmark = pytest.mark.django_db


def slugs(text: str) -> list[str]:
    return [skill.slug for skill in like(text)]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("رياكت", "react"),
        ("ReactJS", "react"),
        ("react js", "react"),
        ("C++", "cpp"),
        ("C#", "csharp"),
        (".NET", "dotnet"),
        ("Go", "go"),
        ("بايثون", "python"),
        ("py", "python"),
    ],
)
def test_exact_name_in_either_language_comes_first(text: str, slug: str) -> None:
    assert called([text])[text].slug == slug
    assert slugs(text)[0] == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [("kuber", "kubernetes"), ("Kubernets", "kubernetes"), ("Pyhton", "python")],
)
def test_beginning_or_near_spelling_finds_it(text: str, slug: str) -> None:
    assert called([text]) == {}
    assert slug in slugs(text)


@pytest.mark.parametrize("text", ["Qqqxz", "%%%", "___", "😀"])
def test_what_nobody_knows_finds_nothing(text: str) -> None:
    assert slugs(text) == []


def test_one_letter_finds_what_begins_with_it_and_no_more_than_fits() -> None:
    found = slugs("c")
    assert len(found) == SHOWN
    assert "cpp" in found
