from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from matching.models import Opening
from tests import make

pytestmark = pytest.mark.django_db
LIST = "/openings/"


def titles(client: Client, **query: Any) -> list[str]:
    return [line.title for line in client.get(LIST, query).context["lines"]]


def test_stranger_reads_the_open_openings_newest_first(client: Client) -> None:
    make.a_job(title="Older", published_at=timezone.now() - timedelta(days=2))
    make.a_job(title="Newer")
    make.a_job(title="Draft", status=Opening.Status.DRAFT, published_at=None)
    make.a_job(title="Past", closes_on=timezone.localdate() - timedelta(days=1))
    assert titles(client) == ["Newer", "Older"]


def test_closing_soon_puts_undated_openings_last(client: Client) -> None:
    today = timezone.localdate()
    make.a_job(title="Undated")
    make.a_job(title="Later", closes_on=today + timedelta(days=9))
    make.a_job(title="Soon", closes_on=today + timedelta(days=1))
    assert titles(client, sort="closing") == ["Soon", "Later", "Undated"]


def test_what_is_empty_is_not_sorted(client: Client) -> None:
    make.a_job()
    assert 'id="sort"' in client.get(LIST).content.decode()
    assert 'id="sort"' not in client.get(LIST, {"q": "zzzz"}).content.decode()


def sorts(client: Client, **query: Any) -> list[tuple[str, bool]]:
    page = client.get(LIST, query).context
    return [(each["value"], each["selected"]) for each in page["sorts"]]


def test_text_is_sorted_by_best_match_until_another_order_is_chosen(client: Client) -> None:
    now = timezone.now()
    make.a_job(title="Clinic software", published_at=now - timedelta(days=2))
    make.a_job(title="Newer", description="For a clinic.", published_at=now)
    assert titles(client, q="clinic") == ["Clinic software", "Newer"]
    assert titles(client, q="clinic", sort="best") == ["Clinic software", "Newer"]
    assert titles(client, q="clinic", sort="newest") == ["Newer", "Clinic software"]
    assert sorts(client, q="clinic") == [("best", True), ("newest", False), ("closing", False)]
    assert sorts(client, q="clinic", sort="closing")[0] == ("best", False)
    assert "Best match</option>" in client.get(LIST, {"q": "clinic"}).content.decode()


def test_without_a_text_nothing_matches_best(client: Client) -> None:
    assert sorts(client, sort="best") == [("newest", True), ("closing", False)]


def test_filters_of_one_name_widen_and_of_several_names_narrow(client: Client) -> None:
    make.a_job(title="Remote job", mode="remote")
    make.a_job(title="Job on site", mode="onsite")
    make.a_placement(title="Remote placement", mode="remote")
    found = titles(client, pairing=["hiring", "internships"], mode="remote")
    assert found == ["Remote placement", "Remote job"]


@pytest.mark.parametrize(
    ("asked", "found"), [("c", ["In C"]), ("c++", ["In C++"]), ("C#", ["In C#"])]
)
def test_search_tells_c_from_c_plus_plus(client: Client, asked: str, found: list[str]) -> None:
    make.a_job(title="In C", skills={"c": 3})
    make.a_job(title="In C++", skills={"cpp": 3})
    make.a_job(title="In C#", skills={"csharp": 3})
    assert titles(client, q=asked) == found


def test_opening_is_found_where_its_owner_is_when_it_names_no_country(client: Client) -> None:
    make.a_job(make.an_international_company(country="CL"), title="In Chile", country="")
    make.a_job(make.an_international_company(country="CL"), title="In Qatar", country="QA")
    assert titles(client, country="CL") == ["In Chile"]


def test_unknown_filter_value_is_left_out_with_a_word_about_it(client: Client) -> None:
    make.a_job(title="Remote", mode="remote")
    make.a_job(title="On site", mode="onsite")
    page = client.get(LIST, {"mode": ["remote", "telepathy"], "skill": "nonsense"})
    assert [line.title for line in page.context["lines"]] == ["Remote"]
    assert (
        "telepathy, nonsense" in page.content.decode()
        or "nonsense, telepathy" in page.content.decode()
    )


def test_every_chip_leads_to_the_list_without_it(client: Client) -> None:
    page = client.get(
        LIST, {"q": "go", "mode": ["remote", "hybrid"], "sort": "closing", "page": "3"}
    )
    assert page.context["chips"] == [
        ("go", "/openings/?mode=remote&mode=hybrid&sort=closing"),
        ("Hybrid", "/openings/?q=go&mode=remote&sort=closing"),
        ("Remote", "/openings/?q=go&mode=hybrid&sort=closing"),
    ] or page.context["chips"] == [
        ("go", "/openings/?mode=remote&mode=hybrid&sort=closing"),
        ("Remote", "/openings/?q=go&mode=hybrid&sort=closing"),
        ("Hybrid", "/openings/?q=go&mode=remote&sort=closing"),
    ]


def test_second_page_continues_and_keeps_the_filters(client: Client) -> None:
    firm = make.an_international_company()
    for number in range(21):
        make.a_job(firm, title=f"Job {number}", mode="remote")
    first = client.get(LIST, {"mode": "remote"})
    second = client.get(first.context["next_url"])
    assert len(first.context["lines"]) == 20
    assert [line.title for line in second.context["lines"]] == ["Job 0"]
    assert second.context["previous_url"] == "/openings/?mode=remote"


@pytest.mark.parametrize("page", ["0", "-1", "99", "nine"])
def test_page_that_does_not_exist_shows_the_nearest(client: Client, page: str) -> None:
    make.a_job(title="Only")
    assert titles(client, page=page) == ["Only"]


def test_heading_counts_what_was_found_in_both_languages(client: Client) -> None:
    make.a_job()
    make.a_job()
    assert "<h1>2 openings</h1>" in client.get(LIST).content.decode()
    assert "<h1>فرصتان</h1>" in client.get("/ar/openings/").content.decode()


def test_empty_list_says_what_to_do(client: Client) -> None:
    assert "No opening is published yet" in client.get(LIST).content.decode()
    assert "Show every opening" in client.get(LIST, {"q": "zzz"}).content.decode()


def test_unnamed_owner_stays_unnamed(client: Client) -> None:
    firm = make.a_local_firm(legal_name="Canary Limited")
    make.a_job(firm)
    page = client.get(LIST).content.decode()
    assert "Canary" not in page
    assert firm.alias_code in page


def test_excluded_country_does_not_see_the_opening(client: Client) -> None:
    make.a_job(make.an_international_company(excluded_countries=["PS"]), title="Hidden")
    client.force_login(make.acts_for(make.a_graduate(country="PS")))
    assert titles(client) == []


@pytest.mark.parametrize("signed_in", [False, True])
def test_list_takes_as_many_queries_for_a_full_page_as_for_a_short_one(
    client: Client, signed_in: bool
) -> None:
    if signed_in:
        client.force_login(make.acts_for(make.a_graduate()))
    make.a_job(make.a_local_firm(governorate="PS-GZA"))
    for _ in range(2):
        client.get(LIST)
    with CaptureQueriesContext(connection) as short:
        client.get(LIST)
    for number in range(100):
        make.a_job(make.a_local_firm(), title=f"Job {number}")
    with CaptureQueriesContext(connection) as after_a_write:
        client.get(LIST)
    with CaptureQueriesContext(connection) as full:
        page = client.get(LIST)
    assert len(page.context["lines"]) == 20
    assert len(full) == len(short)
    assert len(after_a_write) <= 10


def test_address_of_an_opening_is_its_public_id(client: Client) -> None:
    job = make.a_job()
    line = client.get(LIST).context["lines"][0]
    assert line.url == reverse("opening", args=[job.public_id])


@pytest.mark.parametrize("page", ["/openings/", "/startups/", "/firms/"])
def test_list_has_one_primary_button(client: Client, page: str) -> None:
    body = client.get(page).content.decode().partition("<main")[2]
    assert body.count('class="btn p"') == 1
    assert '<button class="btn p">Search</button>' in body
