"""A draft is what was typed, kept for the one who typed it."""

import pytest
from django.http import QueryDict

from profiles import drafts
from tests import make

pytestmark = pytest.mark.django_db


def test_what_was_typed_comes_back_as_it_was_posted():
    user = make.an_account()
    drafts.keep(user.pk, "a", QueryDict("x=1&x=2&y=%D8%B3&csrfmiddlewaretoken=secret&later=1"))
    found = drafts.kept(user.pk, "a")
    assert found is not None
    assert dict(found.lists()) == {"x": ["1", "2"], "y": ["س"]}


def test_the_last_word_counts_and_nobody_else_reads_it():
    user, other = make.an_account(), make.an_account()
    drafts.keep(user.pk, "a", QueryDict("x=1"))
    drafts.keep(user.pk, "a", QueryDict("x=2"))
    assert drafts.kept(user.pk, "a")["x"] == "2"
    assert drafts.kept(other.pk, "a") is None
    assert drafts.kept(user.pk, "b") is None


def test_a_dropped_draft_is_gone():
    user = make.an_account()
    drafts.keep(user.pk, "a", QueryDict("x=1"))
    drafts.drop(user.pk, "a")
    assert drafts.kept(user.pk, "a") is None


def test_a_draft_longer_than_any_form_of_ours_leaves_the_last_one_as_it_was():
    user = make.an_account()
    drafts.keep(user.pk, "a", QueryDict("x=1"))
    drafts.keep(user.pk, "a", QueryDict("x=" + "y" * drafts.LONGEST + "y"))
    assert drafts.kept(user.pk, "a")["x"] == "1"
