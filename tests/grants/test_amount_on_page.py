"""What a programme could cover: a figure, a range, or the formula with its blanks."""

import pytest

from tests.grants import invented
from tests.grants.visiting import FITS, NEXUS, answers, asked, said

pytestmark = pytest.mark.django_db


def test_it_is_a_range_until_the_answer_that_chooses_is_there(visit):
    answers(visit, **FITS)
    answers(visit, eligible_cost="36,000")
    page = said(visit.get(NEXUS))
    assert "USD 28,800 to 30,000" in page
    assert "80% of 36,000 is 28,800." in page
    answers(visit, women_led="yes")
    page = said(visit.get(NEXUS))
    assert "USD 30,000" in page
    assert "90% of 36,000 is 32,400. The cap is 30,000. This is the lowest, so it holds." in page


def test_its_question_is_gone_once_no_answer_changes_it(visit):
    answers(visit, eligible_cost="1000000")
    assert "women_led" not in asked(visit.get(NEXUS))


def test_without_the_cost_the_formula_has_a_blank_and_there_is_no_figure(visit):
    page = visit.get(NEXUS).content.decode()
    box = page.split('id="amt"')[1].split("<form")[0]
    assert "the lower of 30,000 and 90% or 80%" in box
    assert '<span class="blank">your answer</span>' in box
    assert "USD" not in box


def test_where_numbers_are_not_published_nothing_is_asked_and_no_figure_stands(visit):
    invented.published(invented.MATCHING)
    url = "/grants/matching/"
    answers(visit, url, raises_privately="yes")
    answers(visit, url, outside_money="60000")
    page = visit.get(url)
    assert asked(page) == []
    assert "Cap: not published" in said(page)
    assert "the lower of Cap: not published and Ratio: not published × USD 60,000" in said(page)
    assert "So we show no amount." in said(page)


def test_an_inferred_number_is_marked(visit):
    invented.published(invented.INTERNS)
    given = {"candidate": "late_student", "has_work_plan": "yes"}
    answers(visit, "/grants/interns/", **given, monthly_cost="700", months="6", heads="2")
    page = said(visit.get("/grants/interns/"))
    assert "USD 6,000" in page
    assert "500 a month, for 6 months and 2 people, is 6,000." in page
    assert "500 inferred" in page
    assert "concluded, not read as such" in page
