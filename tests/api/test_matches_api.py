"""Matches over the API: one's own lists and nobody else's."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from matching.models import Candidacy, Opening, TopMatches
from tests import make

pytestmark = pytest.mark.django_db
LIST = "/api/v1/matches/"
SECRETS = {
    "legal_name": "Hidden Name",
    "email": "hidden@example.org",
    "phone": "+970 00 hidden",
    "address": "Hidden Street 1",
}


def listed(own: Opening | Candidacy, others: list[Any]) -> None:
    """Store a list as the engine does, best first: 900,000 and 1,000 less for each place."""
    scores = [900_000 - 1000 * place for place in range(len(others))]
    side = "opening" if isinstance(own, Opening) else "candidacy"
    TopMatches.objects.create(
        **{side: own}, pairing=own.pairing, ids=[row.pk for row in others], scores=scores, kth=0,
        weights_version=0, generation="1", updated_at=timezone.now(),
    )  # fmt: skip


def searches(count: int) -> list[Candidacy]:
    return [make.looks_for_a_job(make.a_graduate()) for _ in range(count)]


def walk(client: Client, url: str | None) -> list[list[tuple[str, int]]]:
    """(opening, rank) of every page from here to the end."""
    pages = []
    while url:
        answer = client.get(url).json()
        pages.append([(row["opening"]["title"], row["rank"]) for row in answer["results"]])
        url = answer["next"]
    return pages


def test_a_stranger_is_told_to_log_in(client: Client) -> None:
    answer = client.get(LIST)

    assert (answer.status_code, answer.json()["title"]) == (401, "Unauthorized")
    assert answer.headers["WWW-Authenticate"] == 'Session realm="Silah"'
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_graduate_reads_why_whom_and_how_well(client: Client) -> None:
    job = make.a_job()
    search = make.looks_for_a_job(make.a_graduate())
    listed(search, [job])
    client.force_login(make.acts_for(search.profile))

    [row] = client.get(LIST).json()["results"]

    assert (row["own_side"], row["rank"], row["score"], row["fit"]) == ("candidacy", 1, 900_000, 90)
    assert row["opening"]["id"] == str(job.public_id)
    assert row["candidacy"]["id"] == str(search.public_id)
    assert row["as_of"].endswith("Z")


def test_a_firm_reads_its_candidates_as_cards_only(client: Client) -> None:
    job = make.a_job()
    graduate = make.a_graduate(**SECRETS)
    listed(job, [make.looks_for_a_job(graduate)])
    client.force_login(make.acts_for(job.owner))

    answer = client.get(LIST)

    card = answer.json()["results"][0]["candidacy"]["profile"]
    assert card["title"] == f"Graduate {graduate.alias_code}"
    assert not [secret for secret in SECRETS.values() if secret in answer.content.decode()]


def test_whoever_has_withdrawn_since_is_left_out(client: Client) -> None:
    job = make.a_job()
    stays, goes = searches(2)
    listed(job, [goes, stays])
    Candidacy.objects.filter(pk=goes.pk).update(status="withdrawn")
    client.force_login(make.acts_for(job.owner))

    rows = client.get(LIST).json()["results"]

    assert [(row["candidacy"]["id"], row["rank"]) for row in rows] == [(str(stays.public_id), 1)]


def test_a_walk_shows_each_list_best_first_and_goes_back(client: Client) -> None:
    firm = make.an_international_company()
    old, empty, new = (make.a_job(firm, title=title) for title in ("Old", "Empty", "New"))
    listed(old, searches(2))
    listed(empty, [])
    listed(new, searches(3))
    client.force_login(make.acts_for(firm))

    pages = walk(client, f"{LIST}?page_size=2")

    assert pages == [[("New", 1), ("New", 2)], [("New", 3)], [("Old", 1), ("Old", 2)]]
    last = client.get(client.get(client.get(f"{LIST}?page_size=2").json()["next"]).json()["next"])
    back = client.get(last.json()["previous"]).json()
    assert [(row["opening"]["title"], row["rank"]) for row in back["results"]] == [
        ("New", 2),
        ("New", 3),
    ]


def test_one_list_is_read_by_its_public_id(client: Client) -> None:
    firm = make.an_international_company()
    one, other = make.a_job(firm, title="One"), make.a_job(firm, title="Other")
    listed(one, searches(1))
    listed(other, searches(1))
    client.force_login(make.acts_for(firm))

    assert walk(client, f"{LIST}?opening={one.public_id}") == [[("One", 1)]]


def test_a_list_of_others_is_not_there_even_for_staff(client: Client) -> None:
    job = make.a_job()
    [search] = searches(1)
    listed(job, [search])
    client.force_login(make.with_second_factor(make.acts_for(search.profile, is_staff=True)))

    of_job = client.get(f"{LIST}?opening={job.public_id}")
    as_candidacy = client.get(f"{LIST}?candidacy={job.public_id}")

    assert (of_job.status_code, as_candidacy.status_code) == (404, 404)
    assert client.get(LIST).json()["results"] == []


def test_an_id_that_is_none_is_named(client: Client) -> None:
    client.force_login(make.an_account())

    answer = client.get(f"{LIST}?opening=17")

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, "?opening")


def test_a_cursor_into_a_list_that_is_gone_says_so(client: Client) -> None:
    job = make.a_job()
    listed(job, searches(2))
    client.force_login(make.acts_for(job.owner))
    following = client.get(f"{LIST}?page_size=1").json()["next"]
    TopMatches.objects.all().delete()

    answer = client.get(following)

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, "?cursor")


def test_a_page_takes_as_many_queries_for_20_matches_as_for_5(client: Client) -> None:
    job = make.a_job()
    listed(job, searches(20))
    client.force_login(make.acts_for(job.owner))
    client.get(LIST)

    with CaptureQueriesContext(connection) as for_few:
        assert len(client.get(f"{LIST}?page_size=5").json()["results"]) == 5
    with CaptureQueriesContext(connection) as for_many:
        assert len(client.get(f"{LIST}?page_size=20").json()["results"]) == 20

    assert len(for_many) == len(for_few)
