"""The steps that ship: each sourced and dated, in both languages, and not one fee among them."""

import copy
import re
from datetime import date

import pytest
from django.utils.translation import override

from grants.building import DocumentError
from grants.files import read_toml
from grants.setting_up.checklist import FILE, Who, checklist, checklist_in
from grants.sources import Confidence

FIGURE = re.compile(r"(NIS|USD|ILS|\$|₪|شيكل|دولار|%|بالمئة)")


@pytest.fixture
def document():
    return copy.deepcopy(read_toml(FILE))


def test_each_has_its_own_steps_and_shares_the_others():
    of_founder = {step.slug for step in checklist().steps_for(Who.FOUNDER)}
    of_branch = {step.slug for step in checklist().steps_for(Who.FOREIGN)}
    assert of_founder & of_branch == {"law", "ask-registry", "fees", "tax"}
    assert "name" in of_founder - of_branch
    assert "home-papers" in of_branch - of_founder


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_step_shows_a_fee(language):
    with override(language):
        for step in checklist().steps:
            said = " ".join((step.title, step.text, *step.needs))
            assert not FIGURE.search(said), step.slug


def test_what_was_read_before_the_law_of_2021_says_so():
    confidence = {step.slug: step.source.confidence for step in checklist().steps}
    old = ("name", "form", "articles", "identity", "fees", "branch-or-share")
    assert {confidence[slug] for slug in old} == {Confidence.OUTDATED}
    assert confidence["law"] is Confidence.PUBLISHED
    assert confidence["home-papers"] is Confidence.SECONDARY


def test_every_step_names_a_page_and_the_day_it_was_read():
    for step in checklist().steps:
        assert step.source.url.startswith("https://")
        assert step.source.checked_on == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("break_it", "sentence"),
    [
        (lambda said: said["steps"][0].pop("source"), "'source' is a required property"),
        (lambda said: said["steps"][0].update(source="hearsay"), "'hearsay' is named and not"),
        (lambda said: said["steps"].append(said["steps"][0]), "'law' stands there twice"),
        (lambda said: said["sources"]["maan"].update(url="http://maannews.net"), "does not match"),
        (lambda said: said["steps"][0]["title"].pop("ar"), "'ar' is a required property"),
        (lambda said: said["steps"][0].update(confidence="certain"), "is not one of"),
        (lambda said: said["sources"]["maan"].update(read_on="2026-02-30"), "no day of the"),
        (lambda said: said["steps"][0].update(fee=285), "fee"),
    ],
)
def test_a_document_that_is_wrong_is_refused_with_its_place(document, break_it, sentence):
    break_it(document)
    with pytest.raises(DocumentError, match=sentence):
        checklist_in(document)
