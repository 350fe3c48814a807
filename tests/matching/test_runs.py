"""The whole way from rows to stored lists: exact, for both sides, and only with consent."""

import pytest
from django.conf import settings

from matching import facts, runs, weights
from matching.engine.oracle import best
from matching.models import Candidacy, Opening, TopMatches
from matching.pairings import registry
from profiles.models import Profile
from tests import make

pytestmark = pytest.mark.django_db


def listed(row):
    stored = TopMatches.objects.filter(
        **{"opening" if isinstance(row, Opening) else "candidacy": row}
    ).first()
    return [] if stored is None else stored.ids


def test_a_run_stores_both_sides():
    job, search = make.a_job(), make.looks_for_a_job(make.a_graduate())
    runs.run("hiring")
    assert (listed(job), listed(search)) == ([search.pk], [job.pk])


def test_nobody_is_matched_without_a_candidacy():
    job = make.a_job()
    make.a_graduate()
    runs.run("hiring")
    assert listed(job) == []


@pytest.mark.parametrize("status", ["paused", "withdrawn"])
def test_a_candidacy_that_is_not_active_is_no_consent(status):
    job = make.a_job()
    make.looks_for_a_job(make.a_graduate(), status=status)
    runs.run("hiring")
    assert listed(job) == []


@pytest.mark.parametrize(
    "facts_", [{"status": "paused"}, {"status": "hidden"}, {"verified": False}]
)
def test_a_profile_that_is_not_there_is_not_matched(facts_):
    job = make.a_job()
    make.looks_for_a_job(make.a_graduate(**facts_))
    runs.run("hiring")
    assert listed(job) == []


def test_consent_that_ended_yesterday_is_none():
    job = make.a_job()
    make.looks_for_a_job(make.a_graduate(), until="2020-01-01")
    runs.run("hiring")
    assert listed(job) == []


@pytest.mark.parametrize("closed", [{"status": "closed"}, {"closes_on": "2020-01-01"}])
def test_a_closed_opening_loses_its_list_and_its_place_in_others(closed):
    job, search = make.a_job(), make.looks_for_a_job(make.a_graduate())
    runs.run("hiring")
    Opening.objects.filter(pk=job.pk).update(**closed)
    runs.run("hiring")
    assert (listed(job), listed(search)) == ([], [])


def test_an_older_run_never_overwrites_a_newer_one():
    job, search = make.a_job(), make.looks_for_a_job(make.a_graduate())
    _, old_shards = runs.prepare("hiring")
    other = make.looks_for_a_job(make.a_graduate())
    runs.run("hiring")
    for shard in old_shards:
        runs.score(shard)
    assert set(listed(job)) == {search.pk, other.pk}


def test_a_shard_scored_twice_changes_nothing():
    job, search = make.a_job(), make.looks_for_a_job(make.a_graduate())
    generation, shards = runs.prepare("hiring")
    for shard in [*shards, *shards]:
        runs.score(shard)
    assert listed(job) == [search.pk]
    assert set(TopMatches.objects.values_list("generation", flat=True)) == {generation.name}


def test_an_opening_deleted_while_the_run_goes_is_left_out():
    job = make.a_job()
    make.looks_for_a_job(make.a_graduate())
    _, shards = runs.prepare("hiring")
    job.delete()
    for shard in shards:
        runs.score(shard)
    assert TopMatches.objects.filter(opening__isnull=False).count() == 0


@pytest.mark.parametrize("slug", registry.all_pairings())
def test_what_is_stored_is_what_the_oracle_says(slug):
    people_of_every_pairing()
    runs.run(slug)
    pairing, scores = registry.get(slug), weights.current(registry.get(slug)).weights
    holders = [pairing.holder_of(row) for row in facts.read(pairing, pairing.holder)]
    requirers = [pairing.requirer_of(row) for row in facts.read(pairing, pairing.requirer)]
    assert holders
    assert requirers
    for requirer in requirers:
        stored = TopMatches.objects.get(**{f"{pairing.requirer}_id": requirer.id})
        expected = best(requirer, holders, pairing.criteria, scores, settings.MATCHES_STORED)
        assert list(zip(stored.ids, stored.scores, strict=True)) == expected


def people_of_every_pairing():
    """A small crowd with unequal facts, some unsaid, in all five pairings."""
    for number in range(4):
        graduate = make.a_graduate(
            experience_years=number or None,
            week=None if number == 2 else "Sun-Thu 09:00-17:00",
            answers=[None, *Profile.Answering][number],
        )
        make.looks_for_a_job(graduate, usd_min=800 + 300 * number)
        make.looks_for_a_placement(graduate, weeks=4 + 6 * number)
        make.looks_for_a_mentor(graduate)
        make.a_job(usd_max=1000 + 250 * number, country=["DE", "PS"][number % 2])
        make.a_placement(weeks=8 + number)
        make.a_tender(headcount=4 + 4 * number)
        make.offers_a_team(make.a_local_firm(), headcount=3 * number + 1)
        make.a_mandate(usd_min=10_000 * (number + 1), usd_max=100_000)
        make.raises(make.a_startup(), usd_min=5_000 * (number + 1), usd_max=60_000)
        make.a_mentoring_offer(make.a_mentor(answers=number), hours_month=number)


def test_a_list_holds_at_most_what_is_kept_and_says_its_last_score():
    job = make.a_job()
    graduates = [make.a_graduate() for _ in range(settings.MATCHES_STORED + 3)]
    searches = [make.looks_for_a_job(graduate) for graduate in graduates]
    runs.run("hiring")
    stored = TopMatches.objects.get(opening=job)
    assert stored.ids == [search.pk for search in searches[: settings.MATCHES_STORED]]
    assert stored.kth == stored.scores[-1] > 0
    assert Candidacy.objects.count() == settings.MATCHES_STORED + 3
