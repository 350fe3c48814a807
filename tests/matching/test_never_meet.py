"""Whatever people exclude: lists are the oracle's without it, and nobody is shown to the other."""

from random import Random

import pytest
from django.conf import settings

from matching import facts, runs, weights
from matching.engine.oracle import best
from matching.lists import top_for
from matching.models import Candidacy, Exclusion, Opening, TopMatches
from matching.pairings import registry
from profiles.models import ExcludedName, Profile
from profiles.names import name_key
from profiles.privacy.actions import exclude_names
from profiles.recognition import viewer_of
from tests import make
from tests.full import FULL

pytestmark = pytest.mark.django_db
SEEDS = range(25 if FULL else 3)
COUNTRIES = ["PS", "DE", "SE", "JO"]
SECTORS = ["fintech", "health", "gaming"]
NAMES = ["Sindyan Ltd", "Lina Haddad", "شركة الزيتون", "Omar", ""]


def drawn(random: Random, **more):
    return {
        "country": random.choice(COUNTRIES),
        "sectors": random.sample(SECTORS, random.randint(0, 2)),
        "excluded_countries": random.sample(COUNTRIES, random.choice([0, 0, 0, 1])),
        "excluded_sectors": random.sample(SECTORS, random.choice([0, 0, 0, 1])),
        "legal_name": random.choice(NAMES),
        **more,
    }


def a_crowd(random: Random) -> None:
    """Ten on each side; some exclude each other by name or by a button."""
    for number in range(10):
        firm = make.an_international_company(**drawn(random))
        graduate = make.a_graduate(**drawn(random), experience_years=number % 4)
        own = {"country": random.choice(["", *COUNTRIES]), "sectors": random.sample(SECTORS, 1)}
        make.a_job(firm, **(own if number % 3 == 0 else {}), usd_max=1000 + 200 * number)
        make.looks_for_a_job(graduate, sectors=random.sample(SECTORS, number % 2), usd_min=700)
    people = list(Profile.objects.order_by("pk"))
    pairs = [random.sample(people, 2) for _ in range(6)]
    for _ in range(6):
        exclude_names(profile=random.choice(people), names=[random.choice(NAMES)], by_id=None)
    for a, b in {(a.pk, b.pk): (a, b) for a, b in pairs}.values():
        make.excludes(a, b)


def barred_by(a: Profile, b: Profile, places: set[str], sectors: set[str]) -> bool:
    """Whether `a` excluded `b`, or what `b` posts; written apart from the product's own rules."""
    keys = set(ExcludedName.objects.filter(profile=a).values_list("key", flat=True))
    return bool(
        set(a.excluded_countries) & places
        or set(a.excluded_sectors) & sectors
        or name_key(b.identity.legal_name) in keys
        or Exclusion.objects.filter(a=a, b=b).exists()
    )


def are_apart(job: Opening, search: Candidacy) -> bool:
    owner, person = job.owner, search.profile
    of_job = set(owner.sectors) | set(job.sectors)
    of_search = set(person.sectors) | set(search.sectors)
    there = {str(owner.country), str(job.country)}
    return barred_by(person, owner, there, of_job) or barred_by(
        owner, person, {str(person.country)}, of_search
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_lists_are_the_oracles_without_the_excluded(seed):
    a_crowd(Random(seed))
    runs.run("hiring")
    hiring = registry.get("hiring")
    scores = weights.current(hiring).weights
    searches = {row.pk: row for row in Candidacy.objects.select_related("profile__identity")}
    holders = {row.id: hiring.holder_of(row) for row in facts.read(hiring, hiring.holder)}
    apart = 0
    for requirer in map(hiring.requirer_of, facts.read(hiring, hiring.requirer)):
        job = Opening.objects.select_related("owner__identity").get(pk=requirer.id)
        allowed = [holder for key, holder in holders.items() if not are_apart(job, searches[key])]
        apart += len(holders) - len(allowed)
        stored = TopMatches.objects.get(opening=job)
        expected = best(requirer, allowed, hiring.criteria, scores, settings.MATCHES_STORED)
        assert list(zip(stored.ids, stored.scores, strict=True)) == expected
    assert 0 < apart < len(holders) * 10


@pytest.mark.parametrize("seed", SEEDS)
def test_no_list_shows_one_of_an_excluded_pair_to_the_other(seed):
    """Lists made before anyone excluded anybody, read afterwards."""
    random = Random(seed)
    a_crowd(random)
    before = dict(Profile.objects.values_list("pk", "excluded_countries"))
    Profile.objects.update(excluded_countries=[])
    runs.run("hiring")
    for key, countries in before.items():
        Profile.objects.filter(pk=key).update(excluded_countries=countries)
    for job in Opening.objects.select_related("owner__identity"):
        owner = viewer_of(make.acts_for(job.owner))
        for match in top_for(job, owner):
            assert not are_apart(job, match.candidacy)
    for search in Candidacy.objects.select_related("profile__identity"):
        person = viewer_of(make.acts_for(search.profile))
        shown = Opening.objects.visible_to(person).open()
        excluded = [job for job in Opening.objects.all() if barred_here(job, search)]
        assert not set(shown) & set(excluded)
        assert not [m for m in top_for(search, person) if are_apart(m.opening, search)]


def barred_here(job: Opening, search: Candidacy) -> bool:
    """What two profiles exclude of each other, and what the person excludes of the job."""
    owner, person = job.owner, search.profile
    places, sectors = {str(owner.country), str(job.country)}, {*owner.sectors, *job.sectors}
    return barred_by(person, owner, places, sectors) or barred_by(
        owner, person, {str(person.country)}, set(person.sectors)
    )
