"""Totals, rows and facet counts equal a count by hand over what each viewer may know of."""

import re
from random import Random
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import QueryDict

from matching import listings
from profiles.browsing.finding import Listing, find
from profiles.browsing.search import Search
from profiles.models import ExcludedName, Profile
from profiles.names import name_key
from profiles.recognition import viewer_of
from profiles.viewer import Viewer
from tests import make
from tests.full import FULL
from tests.scenarios import demo_cast

pytestmark = pytest.mark.django_db
EVERYTHING = 10_000
QUERIES = 20 if FULL else 1
NOTED = """
SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger
WHERE tgname LIKE '%%_changes_' || %s || '_%%'
"""
WORDS = ["developer", "مطور", "fintech", "nablus", "react", "c++", "payments", "zzzz"]


@pytest.fixture
def viewers() -> dict[str, Viewer]:
    demo_cast(scale=0.03)
    graduate, firm = make.a_graduate(), make.an_international_company(country="FR")
    make.excludes(graduate, Profile.objects.filter(kind="mentor").first())
    Profile.objects.filter(pk__in=Profile.objects.filter(kind="graduate")[:9].values("pk")).update(
        excluded_countries=["FR"]
    )
    return {
        "stranger": viewer_of(AnonymousUser()),
        "graduate": make.viewing_as(graduate),
        "firm": make.viewing_as(firm),
        "investor": make.viewing_as(make.an_investor()),
        "mentor": make.viewing_as(make.a_mentor()),
        "staff": viewer_of(make.an_account(is_staff=True)),
    }


LISTINGS = {
    "openings": listings.OPENINGS,
    "people": listings.PEOPLE,
    "firms": listings.FIRMS,
    "startups": listings.STARTUPS,
    "teams": listings.TEAMS,
}


def asked(listing: Listing, query: str) -> Search:
    return Search.of(listing.route, listing.filters, tuple(listing.sorts), QueryDict(query))


def by_hand(listing: Listing, viewer: Viewer, search: Search, without: str = "") -> set[int]:
    data = search.known.copy()
    data.pop(without, None)
    return set(listing.filters(data, listing.visible(viewer)).qs.values_list("pk", flat=True))


def a_query(draw: Random, listing: Listing, counts: dict[str, dict[str, int]]) -> str:
    """Some values that rows have, of some facets, and now and then a word."""
    query = QueryDict(mutable=True)
    for name in draw.sample(sorted(counts), draw.randint(0, 3)):
        if counts[name]:
            some = draw.sample(sorted(counts[name]), min(len(counts[name]), draw.randint(1, 2)))
            query.setlist(name, some)
    if draw.random() < 0.4:
        query["q"] = draw.choice(WORDS)
    if listing is listings.OPENINGS and draw.random() < 0.2:
        query["pay_min"] = "1200"
    return query.urlencode()


@pytest.mark.parametrize("name", LISTINGS)
def test_what_is_found_and_counted_equals_a_count_by_hand(name: str, viewers: Any) -> None:
    listing, draw = LISTINGS[name], Random(name)
    having = _having(listing)
    for viewer in viewers.values():
        everything = find(listing, asked(listing, ""), viewer, EVERYTHING)
        for _ in range(QUERIES):
            search = asked(listing, a_query(draw, listing, everything.counts))
            found = find(listing, search, viewer, EVERYTHING)
            assert set(found.keys) == by_hand(listing, viewer, search), search.known
            assert found.total == len(found.keys)
            _check_counts(listing, viewer, search, found.counts, having)


def _having(listing: Listing) -> dict[tuple[str, str], set[int]]:
    """The rows that have each value, as the filter finds them."""
    return {
        (name, value): set(facet.filter(listing.rows(), [value]).values_list("pk", flat=True))
        for name, facet in listing.filters.facets().items()
        for value in [*facet.labels()][:25]
    }


def _check_counts(
    listing: Listing,
    viewer: Viewer,
    search: Search,
    counts: dict[str, dict[str, int]],
    having: dict[tuple[str, str], set[int]],
) -> None:
    found = by_hand(listing, viewer, search)
    for name, facet in listing.filters.facets().items():
        among = found if facet.is_narrowing else by_hand(listing, viewer, search, name)
        for value in [*facet.labels()][:25]:
            of_hand = len(among & having[name, value])
            assert counts[name].get(value, 0) == of_hand, (name, value, search.known)


@pytest.mark.parametrize("name", LISTINGS)
def test_what_is_visible_equals_the_rule(name: str, viewers: Any) -> None:
    listing = LISTINGS[name]
    for viewer in viewers.values():
        found = find(listing, asked(listing, ""), viewer, EVERYTHING)
        assert set(found.keys) == set(listing.visible(viewer).values_list("pk", flat=True))


def keys(listing: Listing, viewer: Viewer, query: str = "") -> set[int]:
    return set(find(listing, asked(listing, query), viewer, EVERYTHING).keys)


def test_nothing_is_older_than_the_last_write(stranger: Viewer) -> None:
    mentor = make.a_mentor(skills={"python": 3})
    assert keys(listings.PEOPLE, stranger, "skill=python") == {mentor.pk}
    mentor.held_skills.all().delete()
    assert keys(listings.PEOPLE, stranger, "skill=python") == set()
    other = make.a_mentor(skills={"python": 3})
    assert keys(listings.PEOPLE, stranger, "skill=python") == {other.pk}
    Profile.objects.filter(pk=other.pk).update(status="paused")
    assert keys(listings.PEOPLE, stranger) == {mentor.pk}
    mentor.delete()
    assert keys(listings.PEOPLE, stranger) == set()


def test_an_exclusion_parts_the_two_at_once_in_every_list() -> None:
    firm, graduate = make.an_international_company(), make.a_graduate()
    job, viewer = make.a_job(firm), make.viewing_as(graduate)
    assert keys(listings.OPENINGS, viewer) == {job.pk}
    assert keys(listings.FIRMS, viewer) == {firm.pk}
    exclusion = make.excludes(graduate, firm)
    assert keys(listings.OPENINGS, viewer) == keys(listings.FIRMS, viewer) == set()
    exclusion.delete()
    assert keys(listings.OPENINGS, viewer) == {job.pk}


def test_ones_own_excluded_country_counts_at_once() -> None:
    job, graduate = make.a_job(country="DE"), make.a_graduate()
    account = make.acts_for(graduate)
    assert keys(listings.OPENINGS, viewer_of(account)) == {job.pk}
    Profile.objects.filter(pk=graduate.pk).update(excluded_countries=["DE"])
    assert keys(listings.OPENINGS, viewer_of(account)) == set()


def test_a_name_never_to_meet_parts_the_two_at_once() -> None:
    firm, graduate = make.an_international_company(legal_name="Lumenhaus"), make.a_graduate()
    job, viewer = make.a_job(firm), make.viewing_as(graduate)
    assert keys(listings.OPENINGS, viewer) == {job.pk}
    ExcludedName.objects.create(profile=graduate, text="Lumenhaus", key=name_key("Lumenhaus"))
    assert keys(listings.OPENINGS, viewer) == keys(listings.FIRMS, viewer) == set()


def test_every_table_that_decides_who_sees_what_tells_of_its_changes() -> None:
    """A table without the trigger would leave lists as they were before it was written."""
    viewer = make.viewing_as(make.a_graduate(country="PS"))
    with connection.cursor() as cursor:
        for name, listing in LISTINGS.items():
            sql = str(listing.visible(viewer).values("pk").query)
            read = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', sql))
            cursor.execute(NOTED, [listing.about])
            noted = {table for (table,) in cursor.fetchall()}
            assert read <= noted, (name, read - noted)


def test_an_opening_moves_with_its_owner(stranger: Viewer) -> None:
    job = make.a_job(make.an_international_company(country="DE"), country="")
    assert keys(listings.OPENINGS, stranger, "country=DE") == {job.pk}
    Profile.objects.filter(pk=job.owner_id).update(country="CL")
    assert keys(listings.OPENINGS, stranger, "country=DE") == set()
    assert keys(listings.OPENINGS, stranger, "country=CL") == {job.pk}


def test_a_graduate_is_not_counted_for_a_stranger(stranger: Viewer) -> None:
    make.a_graduate()
    found = find(listings.PEOPLE, asked(listings.PEOPLE, ""), stranger, 20)
    assert found.total == 0
    assert not any(found.counts.values())


def test_newest_rows_come_first_page_by_page(stranger: Viewer) -> None:
    made = [make.a_job(title=f"Job {n}").pk for n in range(7)]
    pages = [
        find(listings.OPENINGS, asked(listings.OPENINGS, f"page={n}"), stranger, 3).keys
        for n in (1, 2, 3)
    ]
    assert [key for page in pages for key in page] == made[::-1]


def test_everything_is_read_anew_when_much_was_written(
    stranger: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("profiles.browsing.held.MOST_AT_ONCE", 1)
    first = make.a_job()
    assert keys(listings.OPENINGS, stranger) == {first.pk}
    later = {make.a_job().pk for _ in range(3)}
    assert keys(listings.OPENINGS, stranger) == {first.pk, *later}
