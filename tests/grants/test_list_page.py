"""The list of programmes: by what one plans, how each stands, and the way there."""

import re
from typing import Any

import pytest

from grants.documents import read_all
from grants.models import Check
from grants.saying import PLANS
from tests.grants import invented
from tests.grants.invented import COMPANY
from tests.grants.visiting import FITS, NEXUS, answers, asked, heading, said, stored

pytestmark = pytest.mark.django_db


def groups_of(answer: Any) -> dict[str, set[str]]:
    """Of the list: by plan, the slugs of the programmes that it leads to."""
    _before, *parts = re.split(r'<h2 id="plan-(\w+)">', answer.content.decode())
    slugs = (set(re.findall(r'href="[^"]*/grants/([\w-]+)/', part)) for part in parts[1::2])
    return dict(zip(parts[::2], slugs, strict=True))


def test_it_begins_with_what_one_plans_and_never_says_eligible(visit):
    for path in ("/grants/", "/grants/?plan=market", NEXUS, "/grants/answers/"):
        page = said(visit.get(path)).lower()
        assert not re.search(r"eligib(?!le costs)", page), path
    assert heading(visit.get("/grants/")) == "Grants: what do you plan?"
    assert "/grants/?plan=market" in visit.get("/grants/").content.decode()


def test_every_programme_stands_in_each_group_that_it_helps_with(visit):
    helping = {
        plan: {each["slug"] for each in read_all() if plan in each["helps"]} for plan in PLANS
    }
    for path in ("/grants/", "/ar/grants/"):
        assert groups_of(visit.get(path)) == {
            name: found for name, found in helping.items() if found
        }


def test_the_window_says_on_which_day_it_was_read(visit):
    assert "Paused when last read, 22 Nov 2026" in said(visit.get("/grants/?plan=market"))


def test_how_it_stands_is_said_once_something_was_answered(visit):
    assert "criteria" not in said(visit.get("/grants/?plan=market"))
    answers(visit, **FITS)
    page = said(visit.get("/grants/?plan=market"))
    assert "meets 4 of 5 criteria; one is not published" in page


def test_a_plan_asks_what_most_of_its_programmes_wait_for(visit):
    assert asked(visit.get("/grants/")) == []
    assert 0 < len(asked(visit.get("/grants/?plan=market"))) <= 3
    assert answers(visit, "/grants/?plan=market", **COMPANY).status_code == 302
    assert stored(visit) == COMPANY
    assert not Check.objects.exists()


def test_a_plan_that_there_is_not_shows_all(visit):
    assert heading(visit.get("/grants/?plan=castle")) == "Grants: what do you plan?"


def test_its_queries_stay_the_same_with_more_programmes(visit, django_assert_max_num_queries):
    visit.get("/grants/")
    with django_assert_max_num_queries(2) as few:
        visit.get("/grants/")
    for number in range(12):
        invented.published(invented.INTERNS | {"slug": f"interns-{number}"})
    with django_assert_max_num_queries(len(few) + 1):
        visit.get("/grants/")
    with django_assert_max_num_queries(len(few)):
        visit.get("/grants/")


def test_the_pages_are_never_held_by_a_cache_on_the_way(visit):
    answers(visit, **COMPANY)
    for path in ("/grants/", NEXUS, "/grants/answers/", "/grants/answers/place/"):
        assert "no-store" in visit.get(path)["Cache-Control"]


def test_grants_are_in_the_navigation_and_on_the_home_page(visit):
    page = visit.get("/").content.decode()
    assert page.count('href="/grants/"') == 2
    assert 'href="/grants/" aria-current="true"' in visit.get(NEXUS).content.decode()
    assert 'href="/teams/"' not in page.split("</header>")[0]
    assert 'href="/teams/"' in visit.get("/firms/").content.decode()
