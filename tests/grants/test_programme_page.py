"""A programme and its criteria: which wait, which are met, and what is still asked."""

import re

import pytest

from grants import actions
from grants.models import Programme
from tests import make
from tests.grants import invented
from tests.grants.invented import COMPANY
from tests.grants.visiting import FITS, NEXUS, answers, asked, heading, said

pytestmark = pytest.mark.django_db


def test_nothing_is_known_of_it_before_an_answer(visit):
    page = visit.get(NEXUS)
    assert heading(page) == (
        "This programme sets 5 criteria. 4 wait for your answer, one is not published."
    )
    assert "not a decision" in said(page)


def test_a_source_that_was_read_long_ago_says_so(visit):
    assert "Checked long ago" not in said(visit.get(NEXUS))
    actions.fill(
        programme=Programme.objects.get(slug="ipsd-nexus"),
        parameter="least_months",
        span={"value": "12"},
        source={**invented.MANUAL, "read_on": "2024-11-20"},
        by_id=None,
    )
    assert "read 20 Nov 2024. Checked long ago" in said(visit.get(NEXUS))


def test_answers_are_read_and_each_rule_names_its_source_and_day(visit):
    answers(visit, **FITS)
    page = visit.get(NEXUS)
    assert heading(page) == "You meet 4 of 5 criteria. One is not published."
    assert "You said: A startup in technology, or one that technology enables." in said(page)
    source = 'href="https://ipsd.ps/content/programs/nexus-program.html"'
    assert page.content.decode().count(source) >= 5
    assert "read 22 Nov 2026" in said(page)


def test_what_waits_comes_first_then_unpublished_unmet_and_met(visit):
    answers(visit, business="startup", place="elsewhere")
    words = re.findall(r"(You have not said|Not published|Not met|Met) ", said(visit.get(NEXUS)))
    assert words == ["Not published", "Not met", "Met"]
    answers(visit, place="gaza")
    words = re.findall(r"(You have not said|Not published|Not met|Met) ", said(visit.get(NEXUS)))
    assert words == ["You have not said"] * 2 + ["Not published", "Met", "Met"]


def test_what_no_answer_can_change_is_not_asked(visit):
    answers(visit, place="elsewhere")
    page = visit.get(NEXUS)
    assert asked(page) == []
    assert "No answer here changes the result any more." in said(page)
    assert "USD" not in said(page).split("What it could cover")[1].split("Its numbers")[0]


def test_the_number_that_is_not_published_is_neither_asked_nor_guessed(visit):
    answers(visit, **{**COMPANY, "enters_markets": "yes"})
    page = visit.get(NEXUS)
    assert "months_operating" not in asked(page)
    assert "The number is not published. Ask the programme." in said(page)


def test_the_most_decisive_questions_stand_in_one_form(visit):
    page = visit.get(NEXUS).content.decode()
    first = page.split('id="next"')[1].split("</form>")[0]
    assert len(re.findall('name="asked"', first)) == 3


def test_a_way_that_is_met_shows_the_other_as_not_needed(visit):
    invented.published(invented.TRAINING)
    url = "/grants/training/"
    answers(visit, url, registration="registered", is_new_training_company="yes")
    page = visit.get(url)
    assert heading(page) == "You meet all 2 criteria."
    assert "Not needed" in said(page)
    assert "Not met" not in said(page)
    assert asked(page) == []


def test_a_programme_that_there_is_not_is_not_found(visit):
    assert visit.get("/grants/nowhere/").status_code == 404
    assert visit.post("/grants/nowhere/keep/").status_code == 404


def test_with_all_answers_its_queries_are_few(visit, django_assert_max_num_queries):
    visit.force_login(make.an_account())
    visit.get(NEXUS)
    answers(visit, **FITS)
    with django_assert_max_num_queries(10):
        visit.get(NEXUS)
