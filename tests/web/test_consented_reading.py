"""What a consent opens on pages and in the API, to whom, and what it never touches."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ledger.models import Event
from matching import runs
from matching.models import TopMatches
from matching.pairs import explain_many
from profiles.actions import consents
from profiles.steps import Step
from tests import make

pytestmark = pytest.mark.django_db
SECRETS = {
    "legal_name": "Canary Haddad",
    "website": "https://canary.example/",
    "email": "canary@example.org",
    "phone": "+970 59 000 0000",
    "address": "Canary Street 7",
}
OPENED = {
    Step.REGION: set(),
    Step.NAME: {"legal_name", "website"},
    Step.CONTACT: set(SECRETS),
}


@pytest.fixture
def firm():
    """A local firm that is unnamed, and looks for work and for people."""
    return make.a_local_firm(**SECRETS)


@pytest.fixture
def buyer():
    return make.an_international_company()


def client_of(profile):
    client = Client()
    client.force_login(make.acts_for(profile))
    return client


def give(owner, to, step):
    until = timezone.localdate() + timedelta(days=30)
    consents.give(owner=owner, to=to, step=step, purpose="contract", until=until, by_id=None)


def found_in(page):
    return {name for name, value in SECRETS.items() if value in page}


def read(client, address, **options):
    answer = client.get(address, options)
    assert answer.status_code == 200
    return answer.content.decode()


def reads():
    return Event.objects.filter(verb="consent.read").count()


@pytest.mark.parametrize("step", OPENED)
def test_an_opening_in_the_api_has_of_its_owner_what_was_given(step, firm, buyer) -> None:
    job = make.a_job(firm)
    give(firm, buyer, step)
    for address in ("/api/v1/openings/", f"/api/v1/openings/{job.public_id}/"):
        assert found_in(read(client_of(buyer), address)) == OPENED[step]
        assert found_in(read(client_of(make.an_international_company()), address)) == set()
        assert found_in(read(Client(), address)) == set()


@pytest.mark.parametrize("step", OPENED)
def test_a_match_in_the_api_has_of_the_candidate_what_was_given(step, firm, buyer) -> None:
    other = make.an_international_company()
    for owner in (buyer, other):
        make.a_tender(owner)
    make.offers_a_team(firm)
    runs.run("contracting")
    give(firm, buyer, step)
    page = read(client_of(buyer), "/api/v1/matches/")
    assert firm.headline in page
    assert found_in(page) == OPENED[step]
    page = read(client_of(other), "/api/v1/matches/")
    assert firm.headline in page
    assert found_in(page) == set()


def test_each_page_about_one_profile_notes_the_reveal_and_lists_do_not(firm, buyer) -> None:
    job, tender = make.a_job(firm), make.a_tender(buyer)
    team = make.offers_a_team(firm)
    give(firm, buyer, Step.NAME)
    lists = (reverse("openings"), reverse("people"), reverse("firms"), "/api/v1/openings/")
    for address in lists:
        read(client_of(buyer), address)
    assert reads() == 0
    pages = (
        reverse("profile", args=[firm.public_id]),
        reverse("opening", args=[job.public_id]),
        reverse("match", args=[tender.public_id, team.public_id]),
        f"/api/v1/openings/{job.public_id}/",
    )
    for noted, address in enumerate(pages, start=1):
        page = read(client_of(buyer), address)
        assert SECRETS["legal_name"] in page
        assert reads() == noted


def test_the_match_page_says_what_the_other_side_reads(firm, buyer) -> None:
    tender, team = make.a_tender(buyer), make.offers_a_team(firm)
    client, address = client_of(firm), reverse("match", args=[tender.public_id, team.public_id])
    given = "Visible, because you gave it to them."
    assert read(client, address).count(given) == 0
    give(firm, buyer, Step.NAME)
    assert read(client, address).count(given) == 1
    give(firm, buyer, Step.CONTACT)
    assert read(client, address).count(given) == 2


def test_what_was_given_is_neither_searched_nor_counted(firm, buyer) -> None:
    """The name stands on the line, and is still no way to find the line."""
    job = make.a_job(firm)
    give(firm, buyer, Step.CONTACT)
    client = client_of(buyer)
    for name, line in (("firms", firm), ("openings", job)):
        address = reverse(name)
        assert str(line.public_id) in read(client, address)
        for value in SECRETS.values():
            assert str(line.public_id) not in read(client, address, q=value)
    for value in SECRETS.values():
        assert str(job.public_id) not in read(client, "/api/v1/openings/", q=value)
    facets = read(client, reverse("firms")).partition('class="facets')[2].partition("</form>")[0]
    assert facets
    assert found_in(facets) == set()


def test_it_changes_no_score_no_order_and_no_explanation(firm, buyer) -> None:
    tender, teams = make.a_tender(buyer), [make.offers_a_team(firm)]
    teams.append(make.offers_a_team(make.a_local_firm()))

    def matched():
        runs.run("contracting")
        rows = TopMatches.objects.order_by("opening", "candidacy")
        views = explain_many(tender, teams)
        return (
            list(rows.values_list("opening", "candidacy", "ids", "scores")),
            [(view.score, view.rows, view.lifts) for view in views.values()],
        )

    before = matched()
    give(firm, buyer, Step.CONTACT)
    give(buyer, firm, Step.CONTACT)
    assert matched() == before
