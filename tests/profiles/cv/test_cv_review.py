"""What a CV suggests: what is ticked is saved, and nothing else is."""

import pytest

from ledger.models import Event
from tests.profiles.cv import papers
from tests.profiles.cv.pages import PAGE, REVIEW, held, spoken, upload

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "content",
    [papers.pdf(), papers.word(), papers.ARABIC_PDF, papers.resume()],
    ids=["pdf", "word", "arabic pdf", "json resume"],
)
def test_whatever_was_uploaded_leads_to_boxes(own, content):
    upload(own, content)
    page = own.get(REVIEW)
    assert page.status_code == 200
    assert len(page.context["form"].fields) > 5


def test_lines_stand_above_their_boxes(own):
    upload(own, papers.pdf())
    page = own.get(REVIEW).content.decode()
    assert '<bdi dir="auto">Python, Django, C++, Docker</bdi>' in page
    assert "<bdi>C++</bdi>" in page
    assert "Salma Natsheh" not in page


def test_ticked_is_saved_and_nothing_else_is(own, graduate):
    upload(own, papers.pdf())
    ticked = {"skill-django": "on", "language-en": "on", "level-en": "C1", "degree": "on"}
    own.post(REVIEW, ticked | {"university-birzeit": "on", "level-ar": "C2"})
    graduate.refresh_from_db()
    assert held(graduate) == {"python": 4, "git": 1, "django": 2}
    assert spoken(graduate) == {"ar": "C2", "en": "C1"}
    assert graduate.graduate.university.slug == "birzeit"
    assert graduate.graduate.degree == "Bachelor, Computer engineering"
    assert (graduate.graduate.graduation_year, graduate.experience_years) == (None, None)


def test_years_are_saved_when_ticked(own, graduate):
    upload(own, papers.pdf())
    own.post(REVIEW, {"graduation_year": "on", "experience_years": "on"})
    graduate.refresh_from_db()
    assert (graduate.graduate.graduation_year, graduate.experience_years) == (2021, 3)


def test_level_that_is_held_is_never_lowered(own, graduate):
    upload(
        own,
        papers.resume(
            skills=[{"name": "Python", "level": "Beginner"}, {"name": "Git", "level": "Expert"}]
        ),
    )
    page = own.get(REVIEW)
    assert "skill-python" not in page.context["form"].fields
    own.post(REVIEW, {"skill-python": "on", "skill-git": "on"})
    assert held(graduate) == {"python": 4, "git": 4}


def test_what_is_saved_is_not_suggested_again(own):
    upload(own, papers.pdf())
    before = own.get(REVIEW).context["found"].count
    own.post(REVIEW, {"skill-django": "on"})
    assert own.get(REVIEW).context["found"].count == before - 1


def test_nothing_ticked_saves_nothing(own, graduate):
    upload(own, papers.pdf())
    before = Event.objects.count()
    page = own.post(REVIEW, {}, follow=True)
    assert "Nothing was ticked" in page.content.decode()
    assert Event.objects.count() == before


def test_levels_of_a_language_are_called_as_in_the_question(own):
    upload(own, papers.pdf())
    page = own.get(REVIEW).content.decode()
    assert ">B1, everyday talk</option>" in page
    assert ">B1</option>" not in page


def test_language_without_a_level_asks_for_one_and_keeps_the_ticks(own, graduate):
    upload(own, papers.pdf([*papers.LINES[:3], "Languages", "Turkish"]))
    answer = own.post(REVIEW, {"skill-django": "on", "language-tr": "on", "level-tr": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose how well you speak it." in page
    assert 'name="skill-django" id="id_skill-django" checked' in page
    assert "django" not in held(graduate)


def test_two_universities_are_one_too_many(own):
    upload(
        own, papers.pdf([*papers.LINES, "Education", "Hebron University", "Bethlehem University"])
    )
    two = {"university-hebron": "on", "university-bethlehem": "on"}
    assert own.post(REVIEW, two).status_code == 422


def test_cv_with_nothing_new_says_so_and_shows_what_to_do(own):
    upload(own, papers.pdf(["I walked along the sea and counted the boats all day long.", "Boats"]))
    page = own.get(REVIEW).content.decode()
    assert "We found nothing new to suggest" in page
    assert 'href="/profile/skills/"' in page


def test_unknown_skills_and_unread_parts_are_told(own):
    upload(own, papers.resume())
    page = own.get(REVIEW).content.decode()
    assert "Flibberkit" in page
    assert "name and contact, awards" in page


def test_review_without_a_cv_leads_to_the_upload(own):
    assert own.get(REVIEW).headers["Location"] == PAGE


def test_review_takes_as_many_queries_for_many_suggestions(own, django_assert_max_num_queries):
    names = [{"name": name} for name in ("React", "Docker", "Go", "Rust", "Java", "Kotlin", "Vue")]
    upload(own, papers.resume(skills=names * 3))
    with django_assert_max_num_queries(10):
        own.get(REVIEW)


@pytest.mark.parametrize("address", [PAGE, REVIEW])
def test_pages_speak_arabic(own, address):
    upload(own, papers.ARABIC_PDF)
    assert 'dir="rtl"' in own.get(f"/ar{address}").content.decode()
