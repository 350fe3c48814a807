"""Answers of strangers: read, refused with a sentence, changed and taken back."""

import re
from decimal import Decimal

import pytest
from django.test import Client

from tests.grants.invented import COMPANY
from tests.grants.visiting import NEXUS, answers, heading, said, stored

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"eligible_cost": "€ 500"}, "Give it in US dollars"),
        ({"eligible_cost": "-5"}, "Give 0 or more"),
        ({"eligible_cost": "99999999999"}, "Give at most USD 1,000,000,000"),
        ({"months_operating": "1.5"}, "without a fraction"),
        ({"registration": "perhaps"}, "Choose one of these answers"),
        ({"women_led": ""}, "Nothing was answered"),
    ],
)
def test_bad_input_is_told_and_changes_nothing(visit, given, sentence):
    answers(visit, business="startup")
    before = stored(visit)
    page = answers(visit, **given)
    assert page.status_code == 422
    assert sentence in said(page)
    assert stored(visit) == before


def test_what_was_typed_is_kept_and_the_good_answer_beside_it_is_not_half_written(visit):
    page = answers(visit, place="gaza", eligible_cost="€ 500").content.decode()
    assert 'value="€ 500"' in page
    assert re.search(r'value="gaza"[^>]* checked', page)
    assert stored(visit) == {}


def test_arabic_digits_are_read(visit):
    answers(visit, "/ar/grants/ipsd-nexus/", eligible_cost="٣٦٬٠٠٠٫٥٠")
    assert stored(visit) == {"eligible_cost": Decimal("36000.50")}


def test_what_was_left_blank_stays_unsaid(visit):
    visit.post(NEXUS, {"asked": ["registration", "place"], "place": "gaza"})
    assert stored(visit) == {"place": "gaza"}


def test_a_question_of_another_programme_changes_nothing(visit):
    page = visit.post(NEXUS, {"asked": ["candidate"], "candidate": "other"}, follow=True)
    assert "These questions are not asked here. Nothing was changed." in said(page)
    assert stored(visit) == {}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ({"is_new_training_company": "yes"}, {"months_operating": "24"}),
        ({"has_revenue": "yes"}, {"months_operating": "0"}),
        ({"outside_money": "5"}, {"raises_privately": "no"}),
        ({"contract": "none"}, {"is_new_hire": "yes"}),
    ],
)
def test_two_answers_that_exclude_each_other_are_both_named(visit, first, then):
    (one, said_first), (other, said_then) = *first.items(), *then.items()
    visit.post(f"/grants/answers/{one}/", {one: said_first})
    before = stored(visit)
    page = visit.post(f"/grants/answers/{other}/", {other: said_then})
    assert page.status_code == 422
    assert "These two do not fit together" in said(page)
    assert f'href="/grants/answers/{one}/"' in page.content.decode()
    assert stored(visit) == before


def test_what_begins_or_is_small_contradicts_nothing(visit):
    for name, value in (
        ("is_new_operation", "yes"), ("months_operating", "23"),
        ("outside_money", "100"), ("registration", "none"), ("place", "elsewhere"),
    ):  # fmt: skip
        assert visit.post(f"/grants/answers/{name}/", {name: value}).status_code == 302


def test_all_answers_stand_on_a_page_and_each_is_changed_or_taken_back(visit):
    answers(visit, **COMPANY)
    assert "Yes, with the Ministry of National Economy" in said(visit.get("/grants/answers/"))
    one = "/grants/answers/registration/?of=ipsd-nexus"
    page = visit.get(one).content.decode()
    assert re.search(r'value="registered"[^>]* checked', page)
    changed = visit.post(one, {"registration": "committed"})
    assert changed["Location"] == NEXUS
    assert "One is not met" in heading(visit.get(NEXUS))
    assert visit.post(one, {"remove": "yes"})["Location"] == NEXUS
    assert stored(visit) == {"business": "startup", "place": "gaza"}
    assert visit.get("/grants/answers/nothing/").status_code == 404


def test_an_address_of_another_site_is_no_way_back(visit):
    page = visit.post("/grants/answers/place/?of=https://example.org", {"place": "gaza"})
    assert page["Location"] == "/grants/answers/"


def test_answers_are_those_of_one_visit(visit):
    answers(visit, **COMPANY)
    assert stored(Client()) == {}
    assert heading(Client().get(NEXUS)).startswith("This programme sets")
