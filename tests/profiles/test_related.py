"""Skills that tell of another: which, how many, and nothing that the taxonomy does not know."""

import pytest

from profiles import related
from profiles.models import Skill
from profiles.taxonomy.sync import rows

A, B, C, D = range(1, 5)


def test_what_is_said_is_not_told_of():
    assert related.best_tellers([A, B], {A: {B: 900, C: 700}}) == {C: A}


def test_the_skill_that_tells_most_surely_is_named():
    assert related.best_tellers([A, B], {A: {C: 700}, B: {C: 800}}) == {C: B}


def test_of_equals_the_smaller_key_is_named_whatever_the_order():
    told = {A: {C: 700, D: 700}, B: {C: 700}}
    assert related.best_tellers([B, A], told) == related.best_tellers([A, B], told) == {C: A, D: A}


def test_what_is_told_of_tells_of_nothing_itself():
    assert related.best_tellers([A], {A: {B: 900}, B: {C: 900}}) == {B: A}


@pytest.mark.django_db
def test_whoever_says_more_is_told_of_no_less_but_for_what_is_said():
    tellers = Skill.objects.filter(slug__in={row["teller"] for row in rows("related")})
    keys = list(tellers.values_list("pk", flat=True))
    for said in range(len(keys)):
        before, after = related.told_by(keys[:said]), related.told_by(keys[: said + 1])
        assert set(before) <= {*after, keys[said]}


def test_who_says_nothing_is_told_of_nothing():
    assert related.told_by([]) == {}


@pytest.mark.django_db
def test_a_framework_tells_of_its_language():
    ids = dict(Skill.objects.values_list("slug", "pk"))
    assert related.told_by([ids["django"]])[ids["python"]] == ids["django"]


def test_every_skill_of_the_file_is_in_the_taxonomy_and_none_tells_of_itself():
    known = {row["slug"] for row in rows("skills")}
    pairs = [(row["teller"], row["told"]) for row in rows("related")]
    assert {slug for pair in pairs for slug in pair} <= known
    assert all(teller != told for teller, told in pairs)
    assert len(pairs) == len(set(pairs))


def test_every_skill_that_is_told_of_is_held_by_most_of_those_who_hold_its_teller():
    assert all(700 <= int(row["share"]) <= 1000 for row in rows("related"))
