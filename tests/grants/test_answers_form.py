"""Several questions in one form: they fit together, and with what was said before."""

from decimal import Decimal

import pytest

from grants.contradictions import ALL
from grants.facts import FACTS
from grants.forms import AnswersForm, field_of, typed_of


def form(data: dict[str, str], known: dict[str, object] | None = None) -> AnswersForm:
    return AnswersForm(data, names=list(data), known=known or {}, place="next")


def test_every_fact_has_a_field_that_is_filled_with_its_own_answer():
    answers = {"yes_no": True, "months": 14, "count": 3, "usd": Decimal("36000.50")}
    for fact in FACTS.values():
        answer = answers.get(str(fact.kind), fact.choices[0][0] if fact.choices else None)
        assert field_of(fact).clean(typed_of(fact.name, answer)) == answer
        assert field_of(fact).clean("") is None


def test_two_that_exclude_each_other_in_one_form_are_told_at_the_later_one():
    sent = form({"has_revenue": "yes", "months_operating": "0"})
    assert not sent.is_valid()
    (told,) = sent.errors["months_operating"]
    assert "Does it have traction, and revenue already?” Yes" in told
    assert "been operating?” 0 months" in told
    assert list(sent.other_answers()) == []


def test_an_answer_that_mends_two_that_do_not_fit_is_taken():
    known = {"has_revenue": True, "months_operating": 0}
    assert form({"months_operating": "3"}, known).is_valid()


def test_what_does_not_fit_elsewhere_is_no_matter_of_another_question():
    known = {"has_revenue": True, "months_operating": 0}
    assert form({"place": "gaza"}, known).is_valid()


@pytest.mark.parametrize("pair", ALL, ids=lambda pair: f"{pair.one}, {pair.other}")
def test_each_pair_names_two_facts_that_there_are(pair):
    assert {pair.one, pair.other} <= set(FACTS)
    assert not pair.is_in({})
