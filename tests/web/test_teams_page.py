"""Teams for hire: who is listed, who reads them, and what a line says and never says."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from matching.actions import change_candidacy, move_candidacy
from matching.models import Candidacy
from matching.moves import CandidacyMove
from profiles.firms.vouching import vouch
from profiles.models import Profile
from profiles.privacy.actions import pause
from tests import make
from tests.reading import queries

pytestmark = pytest.mark.django_db
YES, NO = {"terms": {"listed": "yes"}}, {"terms": {"listed": "no"}}
RATE = 4321


def a_team(firm: Profile | None = None, **facts: Any) -> Candidacy:
    """Listed, of an unnamed firm, unless something else is said."""
    return make.offers_a_team(firm or make.a_local_firm(), **{"usd_min": RATE, **YES, **facts})


def signed_in(profile: Profile, **columns: Any) -> Client:
    client = Client()
    client.force_login(make.acts_for(profile, **columns))
    return client


@pytest.fixture
def company() -> Client:
    return signed_in(make.an_international_company())


def listed(client: Client, **query: Any) -> set[str]:
    """The addresses of the firms on the page."""
    return {line.url for line in client.get("/teams/", query).context["lines"]}


def url(row: Candidacy) -> str:
    return reverse("profile", args=[row.profile.public_id])


def test_who_said_yes_is_listed_and_nobody_else(company: Client) -> None:
    said_yes = a_team()
    make.offers_a_team(make.a_local_firm(), **NO)
    make.offers_a_team(make.a_local_firm())
    make.a_local_firm()
    assert listed(company) == {url(said_yes)}


@pytest.mark.parametrize("status", ["draft", "paused", "withdrawn"])
def test_without_an_active_candidacy_nobody_is_listed(company: Client, status: str) -> None:
    a_team(status=status)
    assert listed(company) == set()


def test_past_its_last_day_or_unverified_nobody_is_listed(company: Client) -> None:
    a_team(until=timezone.localdate() - timedelta(days=2))
    a_team(make.a_local_firm(verified=False))
    assert listed(company) == set()


def test_only_local_firms_are_listed(company: Client) -> None:
    a_team(make.a_startup())
    assert listed(company) == set()


@pytest.mark.parametrize("how", ["no", "pause", "withdraw", "pause the profile"])
def test_saying_no_pausing_and_withdrawing_take_it_out_at_once(company: Client, how: str) -> None:
    team = a_team()
    assert listed(company) == {url(team)}
    if how == "no":
        change_candidacy(candidacy=team, answers={"listed": "no"}, skills=None, by_id=None)
    elif how == "pause the profile":
        pause(profile=team.profile, by_id=None)
    else:
        move_candidacy(candidacy=team, move=CandidacyMove(how), by_id=None)
    assert listed(company) == set()


def test_a_stranger_reads_only_those_that_are_named(client: Client) -> None:
    named, unnamed = a_team(make.a_local_firm(is_named=True)), a_team()
    assert listed(client) == {url(named)}
    page = client.get("/teams/").content.decode()
    assert unnamed.profile.alias_code not in page
    assert listed(signed_in(make.an_international_company(verified=False))) == {url(named)}


def test_an_unnamed_firm_stands_under_its_alias(company: Client) -> None:
    a_team(make.a_local_firm(legal_name="Canary Software"))
    page = company.get("/teams/")
    (line,) = page.context["lines"]
    assert line.title.startswith("Firm ")
    assert "Canary" not in page.content.decode()


def test_silent_exclusions_hold_both_ways() -> None:
    firm, reader = make.a_local_firm(is_named=True), make.an_international_company(country="FR")
    a_team(firm)
    client = signed_in(reader)
    assert len(listed(client)) == 1
    exclusion = make.excludes(firm, reader)
    assert listed(client) == set()
    exclusion.delete()
    make.excludes(reader, firm)
    assert listed(client) == set()
    barring = make.a_local_firm(is_named=True, excluded_countries=["FR"])
    a_team(barring)
    assert listed(client) == set()


def test_a_sector_never_to_meet_is_that_of_the_team_too() -> None:
    a_team(make.a_local_firm(sectors=[]), sectors=["defence"])
    assert len(listed(signed_in(make.an_international_company()))) == 1
    careful = make.an_international_company(excluded_sectors=["defence"])
    assert listed(signed_in(careful)) == set()


def test_a_line_says_what_is_free_how_senior_where_and_what_was_checked(company: Client) -> None:
    firm = make.a_local_firm(governorate="PS-NBS")
    a_team(firm, headcount=6, seniority=3)
    today = timezone.localdate()
    vouch(profile=firm, fact="contracts", number=7, checked_on=today, by_id=None)
    (line,) = company.get("/teams/").context["lines"]
    assert line.facts == [
        "Nablus, Palestine",
        "6 people free",
        "Senior",
        f"7 contracts delivered, checked {today:%b %Y}",
    ]
    assert line.tags


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_the_lowest_rate_is_read_nowhere(company: Client, prefix: str) -> None:
    a_team(make.a_local_firm(is_named=True))
    for client in (company, Client()):
        page = client.get(f"{prefix}/teams/").content.decode()
        assert "4321" not in page
        assert "4,321" not in page


def test_it_is_narrowed_by_skill_people_seniority_language_and_governorate(
    company: Client,
) -> None:
    firm = make.a_local_firm(skills={"rust": 3}, languages={"de": "C1"}, governorate="PS-NBS")
    elsewhere = make.a_local_firm(governorate="PS-HBN")
    wanted = a_team(firm, headcount=9, seniority=4)
    other = a_team(elsewhere, headcount=3, seniority=1)
    for query in ({"skill": "rust"}, {"people": "5"}, {"seniority": "lead"}, {"language": "de"},
                  {"governorate": "PS-NBS"}):  # fmt: skip
        assert listed(company, **query) == {url(wanted)}, query
    assert listed(company, people="3") == {url(wanted), url(other)}
    assert listed(company, people="10") == set()


def test_a_filter_follows_the_terms_at_once(company: Client) -> None:
    team = a_team(headcount=3)
    assert listed(company, people="5") == set()
    change_candidacy(candidacy=team, answers={"headcount": 8}, skills=None, by_id=None)
    assert listed(company, people="5") == {url(team)}


def test_of_firms_that_are_not_listed_nothing_is_counted(company: Client) -> None:
    for _ in range(6):
        make.offers_a_team(make.a_local_firm(), seniority=3)
    page = company.get("/teams/", {"people": "1"})
    assert page.context["heading"] == "No team found"
    assert not [option for group in page.context["facets"] for option in group.options]


def test_small_counts_read_few(company: Client) -> None:
    a_team(seniority=3)
    page = company.get("/teams/")
    (group,) = [group for group in page.context["facets"] if group.name == "seniority"]
    assert [(option.value, option.count) for option in group.options] == [("senior", "few")]
    assert page.context["heading"] == "Fewer than 5 teams for hire"


def test_a_verified_company_asks_for_a_team_from_each_card(company: Client) -> None:
    a_team()
    page = company.get("/teams/").content.decode()
    assert page.count(f'href="{reverse("new-opening", args=["contracting"])}"') == 1
    assert company.get(reverse("new-opening", args=["contracting"])).status_code == 200


@pytest.mark.parametrize(
    "reader",
    [
        lambda: make.an_international_company(verified=False),
        make.a_local_firm,
        make.a_startup,
        make.a_graduate,
        make.an_investor,
    ],
)
def test_nobody_else_is_offered_that(reader: Any) -> None:
    a_team(make.a_local_firm(is_named=True))
    for client in (signed_in(reader()), Client()):
        assert "/openings/new/contracting/" not in client.get("/teams/").content.decode()


def test_a_reader_of_a_company_is_not_sent_to_a_page_that_is_not_theirs() -> None:
    a_team()
    client = signed_in(make.an_international_company(), role="reader")
    assert "/openings/new/contracting/" not in client.get("/teams/").content.decode()


def test_an_empty_list_leads_a_company_on(company: Client, client: Client) -> None:
    assert "/openings/new/contracting/" in company.get("/teams/").content.decode()
    assert "shown to verified readers" in client.get("/teams/").content.decode()


def test_a_search_of_teams_is_saved(company: Client) -> None:
    a_team()
    said = {"list": "teams", "query": "people=5", "alerts": "weekly", "next": "/teams/"}
    assert company.post(reverse("save-search"), said).status_code == 302
    assert "People free, at least: 5" in company.get("/saved/?show=searches").content.decode()


def test_a_page_takes_as_many_queries_for_20_rows_as_for_2(company: Client) -> None:
    page = "/teams/?people=1"
    for _ in range(2):
        a_team()
    assert len(listed(company, people="1")) == 2
    few = queries(company, page)
    for _ in range(18):
        firm = a_team().profile
        vouch(profile=firm, fact="staff", number=9, checked_on=timezone.localdate(), by_id=None)
    assert len(listed(company, people="1")) == 20
    assert queries(company, page) == few <= 10


def test_a_firm_says_yes_and_no_on_a_page_of_its_own() -> None:
    firm = make.a_local_firm()
    team, owner = make.offers_a_team(firm), signed_in(firm)
    address = reverse("edit-candidacy", args=[team.public_id, "directory"])
    page = owner.get(address).content.decode()
    assert "In the directory verified companies read" in page
    assert page.count('type="radio"') == 2
    assert "Not said" not in page
    for said in ("yes", "no"):
        assert owner.post(address, {"listed": said}).status_code == 302
        team.refresh_from_db()
        assert team.terms == {"listed": said}
    check = owner.get(reverse("check-candidacy", args=[team.public_id])).content.decode()
    assert "List our team in the directory of teams for hire" in check


def test_nobody_else_says_it_for_a_firm() -> None:
    team = make.offers_a_team(make.a_local_firm())
    address = reverse("edit-candidacy", args=[team.public_id, "directory"])
    reader = Client()
    reader.force_login(make.acts_for(team.profile, role="reader"))
    for client in (reader, signed_in(make.a_local_firm())):
        assert client.post(address, {"listed": "yes"}).status_code == 404
    team.refresh_from_db()
    assert team.terms == {}


def test_a_firm_reads_its_own_line_without_a_button_to_keep_it() -> None:
    firm = make.a_local_firm()
    a_team(firm)
    (line,) = signed_in(firm).get("/teams/").context["lines"]
    assert line.key == ""


def test_staff_read_them_all() -> None:
    team = a_team()
    client = Client()
    client.force_login(make.staff())
    assert listed(client) == {url(team)}


def test_lists_of_firms_lead_there(client: Client) -> None:
    for page in ("/firms/", "/"):
        assert 'href="/teams/"' in client.get(page).content.decode()
