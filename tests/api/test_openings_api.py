"""Openings over the API: rows, order, pages, filters, and what a stranger never reads."""

import json
from base64 import b64decode
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from matching.models import Opening
from tests import make

pytestmark = pytest.mark.django_db
LIST = "/api/v1/openings/"
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def titles(answer: Any) -> list[str]:
    return [row["title"] for row in answer.json()["results"]]


def jobs(count: int, **facts: Any) -> list[Opening]:
    firm = make.an_international_company()
    return [make.a_job(firm, title=f"Job {n}", **facts) for n in range(count)]


def walk(client: Client, url: str | None) -> list[list[str]]:
    """The titles of every page from here to the end."""
    pages = []
    while url:
        answer = client.get(url)
        pages.append(titles(answer))
        url = answer.json()["next"]
    return pages


def test_an_opening_reads_as_promised(client: Client) -> None:
    firm = make.an_international_company(is_named=False)
    job = make.a_job(
        firm, title="Backend", usd_min=1200, usd_max=None, seniority=1, skills={"python": 3}
    )
    Opening.objects.filter(pk=job.pk).update(published_at=NOON)

    row = client.get(f"{LIST}{job.public_id}/").json()

    assert row["id"] == str(job.public_id)
    assert (row["usd_min"], row["usd_max"]) == ({"amount": "1200.00", "currency": "USD"}, None)
    assert (row["pairing"], row["seniority"]) == ("hiring", "junior")
    assert row["published_at"] == "2026-05-04T12:00:00Z"
    assert [(skill["slug"], skill["level"]) for skill in row["skills"]] == [("python", None)]
    assert row["owner"]["id"] == str(firm.public_id)


def test_times_are_in_utc_whatever_the_readers_zone(client: Client) -> None:
    job = make.a_job()
    Opening.objects.filter(pk=job.pk).update(published_at=NOON)
    client.force_login(make.an_account(time_zone="America/Santiago"))

    row = client.get(f"{LIST}{job.public_id}/").json()

    assert row["published_at"] == "2026-05-04T12:00:00Z"


def test_no_key_of_the_database_leaves(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval('matching_opening_id_seq', 987654320)")
    job = make.a_job()
    make.a_job()

    text = client.get(f"{LIST}?page_size=1").content.decode()
    cursor_text = b64decode(text.split("cursor=")[1].split("&")[0].split('"')[0] + "==").decode()

    assert job.pk == 987_654_321
    assert "98765432" not in text + cursor_text


def test_an_unnamed_owner_is_an_alias_to_strangers(client: Client) -> None:
    secrets = {"legal_name": "Hidden Name", "email": "hidden@example.org", "phone": "+970 hidden"}
    firm = make.a_local_firm(is_named=False, **secrets)
    make.a_placement(firm)

    answer = client.get(LIST)

    owner = answer.json()["results"][0]["owner"]
    assert owner["title"] == f"Firm {firm.alias_code}"
    assert (owner["email"], owner["phone"], owner["address"]) == ("", "", "")
    assert not [secret for secret in secrets.values() if secret in answer.content.decode()]


def test_a_hidden_opening_answers_exactly_as_a_missing_one(client: Client) -> None:
    draft = make.a_job(status="draft")

    hidden = client.get(f"{LIST}{draft.public_id}/")
    missing = client.get(f"{LIST}{uuid4()}/")
    misspelt = client.get(f"{LIST}17/")

    assert hidden.status_code == 404
    assert hidden.content == missing.content == misspelt.content
    assert hidden.headers["Content-Type"] == "application/problem+json"


def test_an_owner_reads_ones_own_draft_and_others_do_not(client: Client) -> None:
    draft = make.a_job(status="draft")
    client.force_login(make.acts_for(draft.owner))

    assert client.get(f"{LIST}{draft.public_id}/").json()["status"] == "draft"
    assert titles(client.get(LIST)) == []


def test_who_is_excluded_neither_lists_nor_opens(client: Client) -> None:
    job, graduate = make.a_job(), make.a_graduate()
    make.excludes(job.owner, graduate)
    client.force_login(make.acts_for(graduate))

    assert titles(client.get(LIST)) == []
    assert client.get(f"{LIST}{job.public_id}/").status_code == 404


def test_a_walk_by_cursor_shows_every_row_once_though_all_share_a_moment(client: Client) -> None:
    jobs(7)
    Opening.objects.update(published_at=NOON)

    pages = walk(client, f"{LIST}?page_size=3")

    assert pages == [["Job 6", "Job 5", "Job 4"], ["Job 3", "Job 2", "Job 1"], ["Job 0"]]


def test_a_walk_goes_back_the_way_it_came(client: Client) -> None:
    jobs(5)
    first = client.get(f"{LIST}?page_size=2").json()
    second = client.get(first["next"]).json()

    back = client.get(second["previous"])

    assert [row["title"] for row in second["results"]] == ["Job 2", "Job 1"]
    assert titles(back) == ["Job 4", "Job 3"]
    assert back.json()["previous"] is None
    assert client.get(back.json()["next"]).json()["results"] == second["results"]


def test_a_new_row_moves_nothing_to_the_next_page(client: Client) -> None:
    jobs(4)
    first = client.get(f"{LIST}?page_size=2").json()
    make.a_job(title="New")

    assert titles(client.get(first["next"])) == ["Job 1", "Job 0"]


def test_links_stand_in_the_header_too(client: Client) -> None:
    jobs(2)

    answer = client.get(f"{LIST}?page_size=1")

    assert answer.headers["Link"] == f'<{answer.json()["next"]}>; rel="next"'
    assert set(answer.json()) == {"results", "next", "previous"}


def test_closing_soon_comes_first_and_what_never_closes_last(client: Client) -> None:
    make.a_job(title="Never", closes_on=None)
    make.a_job(title="Later", closes_on=date(2090, 2, 1))
    make.a_job(title="Sooner", closes_on=date(2090, 1, 1))

    pages = walk(client, f"{LIST}?sort=closing&page_size=1")

    assert pages == [["Sooner"], ["Later"], ["Never"]]


def test_a_page_takes_as_many_queries_for_20_rows_as_for_5(client: Client) -> None:
    for _ in range(20):
        make.a_job(skills={"python": 3, "react": 2})
    client.get(LIST)

    with CaptureQueriesContext(connection) as for_few:
        assert len(client.get(f"{LIST}?page_size=5").json()["results"]) == 5
    with CaptureQueriesContext(connection) as for_many:
        assert len(client.get(f"{LIST}?page_size=20").json()["results"]) == 20

    assert len(for_many) == len(for_few) <= 10
    assert not [query for query in for_many if "COUNT(" in query["sql"].upper()]


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ("pairing=hiring&pairing=investing", ["Mandate", "Job"]),
        ("skill=python", ["Job"]),
        ("skill=python&skill=rust", []),
        ("mode=remote", ["Job"]),
        ("country=DE", ["Placement", "Job"]),
        ("sector=fintech", ["Mandate"]),
        ("seniority=senior", ["Job"]),
        ("pay_min=1500", ["Mandate", "Job"]),
        ("q=placement", ["Placement"]),
        ("q=Python", ["Job"]),
    ],
)
def test_filters_narrow_as_they_say(client: Client, parameters: str, found: list[str]) -> None:
    firm = make.an_international_company(country="DE", sectors=[])
    facts = {"country": "", "sectors": []}
    make.a_job(
        firm, title="Job", mode="remote", seniority=3, usd_min=1000, usd_max=2000,
        skills={"python": 3}, **facts,
    )  # fmt: skip
    make.a_placement(
        firm, title="Placement", mode="onsite", usd_min=None, usd_max=400, skills={"go": 2}, **facts
    )
    investor = make.an_investor(country="AE")
    make.a_mandate(
        investor, title="Mandate", country="", sectors=["fintech"], usd_max=50_000, skills={}
    )

    assert titles(client.get(f"{LIST}?{parameters}")) == found


@pytest.mark.parametrize(
    ("parameters", "names"),
    [
        ("pairing=dating", ["?pairing"]),
        ("skill=juggling", ["?skill"]),
        ("mode=nowhere&country=XX&pay_min=much", ["?mode", "?country", "?pay_min"]),
        ("sector=x", ["?sector"]),
        ("seniority=9", ["?seniority"]),
        ("q=%00", ["?q"]),
        ("sort=best", ["?sort"]),
        ("page_size=101", ["?page_size"]),
        ("page_size=%C2%B2", ["?page_size"]),
        ("cursor=zzz", ["?cursor"]),
        ("cursor=W10", ["?cursor"]),
        ("cursor=%D8%B5", ["?cursor"]),
        ("&".join(f"skill=python{n}" for n in range(11)), ["?skill"]),
    ],
)
def test_a_value_that_means_nothing_is_a_problem_that_names_it(
    client: Client, parameters: str, names: list[str]
) -> None:
    answer = client.get(f"{LIST}?{parameters}")

    problem = answer.json()
    assert (answer.status_code, problem["status"], problem["title"]) == (400, 400, "Bad Request")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert [error["pointer"] for error in problem["errors"]] == names
    assert all(error["detail"] and error["code"] for error in problem["errors"])


def test_a_cursor_of_another_order_is_refused(client: Client) -> None:
    jobs(2)
    newest = client.get(f"{LIST}?page_size=1").json()["next"]

    answer = client.get(f"{newest}&sort=closing")

    assert answer.json()["errors"][0]["pointer"] == "?cursor"


def test_writing_is_refused_as_a_problem(client: Client) -> None:
    answer = client.post(LIST, json.dumps({}), content_type="application/json")

    assert (answer.status_code, answer.json()["title"]) == (405, "Method Not Allowed")


@pytest.mark.parametrize("path", ["/api/", "/api/v1/", "/api/v1/people/", "/api/v2/openings/"])
def test_an_address_that_is_none_is_a_problem_too(client: Client, path: str) -> None:
    answer = client.post(path)

    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
