"""The lists of people, firms and startups: who sees whom, what is told of small numbers."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from profiles.models import Profile
from tests import make

pytestmark = pytest.mark.django_db


def titles(client: Client, path: str, **query: Any) -> list[str]:
    return [line.title for line in client.get(path, query).context["lines"]]


def counts(page: Any, name: str) -> dict[str, str]:
    (group,) = [group for group in page.context["facets"] if group.name == name]
    return {option.value: option.count for option in [*group.options, *group.more]}


def signed_in(profile: Profile) -> Client:
    client = Client()
    client.force_login(make.acts_for(profile))
    return client


def test_a_stranger_sees_mentors_and_investors_and_no_graduate(client: Client) -> None:
    mentor, graduate = make.a_mentor(legal_name="Mentor"), make.a_graduate()
    assert titles(client, "/people/") == ["Mentor"]
    page = client.get("/people/").content.decode()
    assert str(mentor.public_id) in page
    assert graduate.alias_code not in page


def test_a_verified_firm_sees_graduates_under_an_alias() -> None:
    graduate = make.a_graduate(legal_name="Lina Canary")
    page = signed_in(make.an_international_company()).get("/people/")
    assert [line.title for line in page.context["lines"]] == [f"Graduate {graduate.alias_code}"]
    assert "Canary" not in page.content.decode()


def test_each_list_has_its_own_kinds(client: Client) -> None:
    make.a_startup(legal_name="Startup")
    make.an_international_company(legal_name="Company")
    make.a_local_firm(legal_name="Unnamed", is_named=False)
    assert titles(client, "/firms/") == ["Company"]
    assert titles(client, "/startups/") == ["Startup"]
    assert titles(client, "/people/") == []


def test_a_firm_is_told_by_its_type_and_not_by_a_word_that_every_line_shares(
    client: Client,
) -> None:
    make.an_international_company()
    (line,) = client.get("/firms/").context["lines"]
    assert (line.kind, "International company" in line.facts) == ("", True)


def test_small_counts_read_few_and_the_heading_gives_none_away(client: Client) -> None:
    for number in range(6):
        make.a_mentor(legal_name=f"Mentor {number}")
    make.an_investor()
    page = client.get("/people/")
    assert counts(page, "kind") == {"mentor": "6", "investor": "few"}
    assert page.context["heading"] == "More than 6 people"
    assert page.context["told_total"] == "6"
    alone = client.get("/people/", {"kind": "investor"})
    assert alone.context["heading"] == "Fewer than 5 people"


def test_many_that_are_few_each_are_not_told_to_be_few(client: Client) -> None:
    countries = ("DE", "CL", "QA", "EG", "TR", "MY", "AE")
    for country in countries:
        make.a_mentor(country=country)
    assert client.get("/people/").context["heading"] == "More than 4 people"
    for country in countries * 2:
        make.a_mentor(country=country)
    assert client.get("/people/").context["heading"] == "More than 20 people"


def test_few_stands_in_arabic_too(client: Client) -> None:
    make.a_mentor()
    assert counts(client.get("/ar/people/"), "kind") == {"mentor": "قليل"}


def test_a_stranger_is_told_nothing_of_a_raise(client: Client) -> None:
    make.raises(make.a_startup(legal_name="Startup"))
    page = client.get("/startups/", {"stage": "seed"})
    assert "stage" not in [group.name for group in page.context["facets"]]
    assert "Seed" not in page.content.decode()
    shown = signed_in(make.an_investor()).get("/startups/", {"stage": "seed"})
    assert counts(shown, "stage") == {"seed": "few"}


def test_an_investor_sees_what_fits_the_mandate_until_the_chip_is_removed() -> None:
    investor = make.an_investor()
    make.a_mandate(investor, sectors=["fintech"])
    make.raises(make.a_startup(legal_name="Fits", sectors=["fintech"]), stages=["seed"])
    make.raises(make.a_startup(legal_name="Other sector", sectors=["health"]), stages=["seed"])
    make.raises(make.a_startup(legal_name="Other stage", sectors=["fintech"]), stages=["growth"])
    make.a_startup(legal_name="Raises nothing", sectors=["fintech"])
    client = signed_in(investor)
    page = client.get("/startups/")
    assert [line.title for line in page.context["lines"]] == ["Fits"]
    ((label, url),) = page.context["chips"]
    assert (label, url) == ("Fits my mandate", "/startups/?fits=no")
    every = client.get(url)
    assert len(every.context["lines"]) == 4
    assert every.context["fits_url"] == "/startups/"


@pytest.mark.parametrize("path", ["/people/", "/firms/", "/startups/"])
def test_a_value_that_does_not_exist_is_left_out_with_a_word(client: Client, path: str) -> None:
    page = client.get(path, {"skill": "nonsense", "country": "XX"})
    assert page.status_code == 200
    assert page.context["unknown"] == "nonsense, XX"


def test_a_page_takes_as_many_queries_for_100_rows_as_for_20(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = signed_in(make.an_international_company())
    for _ in range(101):
        make.a_graduate()
    for _ in range(2):
        client.get("/people/?q=build")
    with CaptureQueriesContext(connection) as few:
        assert len(client.get("/people/?q=build").context["lines"]) == 20
    monkeypatch.setattr("profiles.browsing.pages.A_PAGE", 100)
    with CaptureQueriesContext(connection) as many:
        assert len(client.get("/people/?q=build").context["lines"]) == 100
    assert len(many) == len(few) <= 10
