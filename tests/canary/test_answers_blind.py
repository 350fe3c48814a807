"""A company reads of an answer to its tender the text, and of the firm nothing."""

import pytest

from matching.tenders.models import Answer
from matching.tenders.queries import AnswerQuerySet
from tests import make
from tests.canary.walking import fields, finders, some, walk
from tests.reading import logged_in

pytestmark = pytest.mark.django_db
BLIND = ("my-tenders", "tender-answers", "answer", "act-on-answer")
"""Pages on which a company reads answers to its tenders."""


def read_by_company(planted, caplog):
    """Fields that the company of the tender finds on its pages of answers."""
    planted.firm.is_named = True
    planted.firm.save()
    company = {"company of the tender": logged_in(make.acts_for(planted.answer.owner))}
    return fields([leak for name in BLIND for leak in walk(company, planted, caplog, named=name)])


def test_of_an_answer_a_company_reads_the_text_and_nothing_of_the_firm(planted, caplog):
    assert read_by_company(planted, caplog) == {"firm.answer.text"}


def test_with_the_gate_of_blindness_open_the_walk_finds_the_name(planted, caplog, monkeypatch):
    monkeypatch.setattr(Answer, "is_named", True)
    found = read_by_company(planted, caplog)
    assert {"firm.identity.legal_name", "firm.profile.headline", "firm.profile.about"} <= found


def test_with_answers_open_to_all_the_walk_finds_the_text(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(AnswerQuerySet, "visible_to", lambda rows, viewer: rows)
    leaks = walk(some(clients, "company", "investor"), planted, caplog, named="answer")
    assert finders(leaks, "firm.answer.text") == {"company", "investor"}
