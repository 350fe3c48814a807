"""Rows loaded for a page give the engine's facts, in a number of queries that stays the same."""

import pytest

from matching import facts, weights
from matching.loaded import complete
from matching.models import Candidacy, Opening
from matching.pairs import explain_many, explain_pair
from profiles import labels
from tests.scenarios import one_pair_of_every_pairing, two_firms_and_three_graduates

pytestmark = pytest.mark.django_db


def test_facts_of_a_loaded_row_are_those_that_the_engine_reads():
    for pair in one_pair_of_every_pairing().values():
        pairing = pair.opening.declaration
        opening = Opening.objects.with_owner().get(pk=pair.opening.pk)
        candidacy = Candidacy.objects.with_profile().get(pk=pair.candidacy.pk)
        complete([opening, candidacy])
        for side, row in (("opening", opening), ("candidacy", candidacy)):
            assert [facts.of(pairing, side, row)] == facts.read(pairing, side, [row.pk])


def test_many_are_explained_in_the_queries_of_one(django_assert_num_queries):
    cast = two_firms_and_three_graduates()
    job = Opening.objects.with_owner().get(pk=cast.python_job.pk)
    searches = list(Candidacy.objects.with_profile())
    labels.sector_choices(), labels.language_choices()  # read once a process
    with django_assert_num_queries(4):
        views = explain_many(job, searches)
    assert list(views) == [search.pk for search in searches]


def test_a_pair_explained_by_keys_is_gone_when_one_row_is():
    cast = two_firms_and_three_graduates()
    pairing, search = cast.python_job.declaration, cast.searches[0]
    assert explain_pair(pairing, cast.python_job.pk, search.pk, own_side="opening") is not None
    assert explain_pair(pairing, cast.python_job.pk, 10**9, own_side="opening") is None


def test_a_row_that_carries_its_weights_is_explained_by_the_newest(django_assert_num_queries):
    cast = two_firms_and_three_graduates()
    pairing = cast.python_job.declaration
    jobs = weights.carried(Opening.objects.with_owner())
    assert weights.of(jobs.get(pk=cast.python_job.pk)) == weights.Current(0, pairing.weights)
    for only in list(pairing.weights)[:2]:
        new = {name: (1000, 1000) if name == only else (0, 0) for name in pairing.weights}
        weights.publish(pairing=pairing.slug, weights=new, by_id=None)
    job = jobs.get(pk=cast.python_job.pk)
    with django_assert_num_queries(0):
        carried = weights.of(job)
    assert carried == weights.current(pairing) == weights.Current(2, new)
