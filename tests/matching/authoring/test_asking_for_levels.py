"""How well a skill should be known is asked apart, of those skills alone that a row asks for."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from ledger.models import Event
from matching.authoring import saying
from matching.models import OpeningSkill
from tests import make
from tests.matching.authoring.walks import logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm():
    return make.an_international_company()


@pytest.fixture
def job(firm):
    return make.a_job(firm, skills={"python": 3, "django": 2})


def page_of(opening):
    return reverse("edit-opening", args=[opening.public_id, "skill-levels"])


def asked(opening):
    rows = opening.asked_skills.order_by("-importance")
    return list(rows.values_list("skill__slug", "importance", "level"))


def test_without_an_answer_no_level_is_asked(job):
    assert asked(job) == [("python", 3, None), ("django", 2, None)]


def test_a_level_is_said_by_form_and_taken_back(firm, job):
    client = logged_in(firm)
    client.post(page_of(job), {"level-of-python": "3", "level-of-django": ""})
    assert asked(job) == [("python", 3, 3), ("django", 2, None)]
    assert saying.levels(job) == [("Python", "Strong")]
    client.post(page_of(job), {"level-of-python": "", "level-of-django": ""})
    assert asked(job) == [("python", 3, None), ("django", 2, None)]


def test_the_same_levels_sent_twice_are_recorded_once(firm, job):
    client = logged_in(firm)
    for _twice in range(2):
        client.post(page_of(job), {"level-of-python": "3"})
    assert Event.objects.filter(verb="opening.saved").count() == 1


def test_the_page_shows_what_is_asked(firm, job):
    make.asks_for_levels(job, python=4)
    form = logged_in(firm).get(page_of(job)).context["form"]
    assert [field.value() for field in form.visible_fields()] == [4, None]


def test_a_skill_keeps_its_reading_order_within_arabic(firm):
    job = make.a_job(firm, skills={"cpp": 3})
    page = logged_in(firm).get(f"/ar{page_of(job)}").content.decode()
    assert ">\N{FIRST STRONG ISOLATE}C++\N{POP DIRECTIONAL ISOLATE}</label>" in page


def test_a_level_that_there_is_not_is_refused(firm, job):
    answer = logged_in(firm).post(page_of(job), {"level-of-python": "5"})
    assert answer.status_code == 422
    assert asked(job) == [("python", 3, None), ("django", 2, None)]


def test_what_another_page_took_out_is_passed_over(firm, job):
    job.asked_skills.filter(skill__slug="django").delete()
    answer = logged_in(firm).post(page_of(job), {"level-of-python": "2", "level-of-django": "4"})
    assert answer.status_code == 302
    assert asked(job) == [("python", 3, 2)]


def test_other_skills_and_weights_leave_the_levels_that_stay(firm, job):
    make.asks_for_levels(job, python=3, django=1)
    page = reverse("edit-opening", args=[job.public_id, "skills"])
    picks = {"skills-pick": ["python", "react"], "skills-of-python": "1", "skills-of-react": "2"}
    logged_in(firm).post(page, picks)
    assert asked(job) == [("react", 2, None), ("python", 1, 3)]


def test_whoever_names_the_first_skill_is_asked_for_its_level_next(firm):
    job = make.a_job(firm, skills={})
    page = reverse("edit-opening", args=[job.public_id, "skills"])
    picks = {"skills-pick": ["python"], "skills-of-python": "3"}
    assert logged_in(firm).post(page, picks).url == page_of(job)


def test_where_no_skill_is_asked_no_level_is_either(firm):
    client, job = logged_in(firm), make.a_job(firm, skills={})
    assert client.get(page_of(job)).status_code == 302


def test_nobody_else_reaches_the_page(job, client):
    assert logged_in(make.an_international_company()).get(page_of(job)).status_code == 404
    assert client.get(page_of(job)).status_code == 302


def test_a_level_outside_1_to_4_is_refused_by_the_database(job):
    with pytest.raises(IntegrityError, match="opening_skill_level_1_to_4"), transaction.atomic():
        OpeningSkill.objects.filter(opening=job).update(level=5)
