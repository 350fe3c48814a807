"""The page behind the link: what anybody with it reads, and how a company comes to ask."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ledger.models import Event
from matching import runs
from matching.engagements.models import Referral
from matching.engagements.referrals import actions
from matching.introductions.models import Introduction
from matching.models import Candidacy
from profiles.models import Profile
from tests import make
from tests.reading import logged_in, queries, text
from tests.standing import standing

pytestmark = pytest.mark.django_db
CLOSED = "This recommendation is not open any more"


def url(row):
    return reverse("recommended", args=[row.public_id])


def client_of(profile, **account):
    return logged_in(make.acts_for(profile, **account))


def links(page):
    return [address for _label, address in page.context["way"].links]


def between(client=None, firm=None, **said):
    """With names that are easily found."""
    client = client or make.an_international_company(legal_name="Clientname AG")
    firm = firm or make.a_local_firm(legal_name="Firmname Ltd", skills={"python": 3}, team_size=60)
    return make.a_referral(make.a_contract(client, firm), **said)


@pytest.fixture(scope="module")
def _there(django_db_setup, django_db_blocker):
    with standing(django_db_blocker):
        yield between().pk


@pytest.fixture
def row(db, _there):
    return Referral.objects.get(pk=_there)


def test_whoever_has_the_link_reads_what_the_firm_can_do_and_no_name(row):
    page = Client().get(url(row))
    read = text(page)
    assert "They deliver what they say, week by week." in read
    assert "10 people for 6 months. The team grew from 4 to 10 people." in read
    assert "50 to 199" in read
    assert "Python" in read
    assert "A client of the firm" in read
    assert "Clientname" not in read
    assert "Firmname" not in read
    assert "10,000" not in read
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert not page.cookies.get("sessionid")


def test_the_clients_name_stands_there_only_if_it_says_so_and_is_named():
    row = between(names_client=True)
    assert "Clientname AG" in text(Client().get(url(row)))
    Profile.objects.filter(pk=row.engagement.owner_id).update(is_named=False)
    assert "Clientname" not in text(Client().get(url(row)))


def test_the_firms_name_stands_there_only_where_everybody_may_read_it():
    firm = make.a_local_firm(legal_name="Firmname Ltd", is_named=True)
    row = between(firm=firm)
    assert "Firmname Ltd" in text(Client().get(url(row)))
    Profile.objects.filter(pk=firm.pk).update(audience="counterparties")
    assert "Firmname" not in text(Client().get(url(row)))


def test_a_contract_that_shrank_says_nothing_of_growth(row):
    make.states(row.engagement, row.engagement.owner, headcount=2)
    row.engagement.agreements.update(state="confirmed")
    read = text(Client().get(url(row)))
    assert "10 people for 6 months." in read
    assert "grew" not in read


@pytest.mark.parametrize("columns", [{"status": "paused"}, {"status": "hidden"},
                                     {"verified_at": None}])  # fmt: skip
@pytest.mark.parametrize("party", ["owner", "candidate"])
def test_where_client_or_firm_is_not_there_it_is_not_open(row, party, columns):
    Profile.objects.filter(pk=getattr(row.engagement, f"{party}_id")).update(**columns)
    page = Client().get(url(row))
    assert page.status_code == 404
    assert CLOSED in text(page)
    assert "deliver" not in text(page)


def test_stopped_past_its_day_and_never_made_read_the_same():
    stopped, past = between(), between()
    actions.stop(referral=stopped, by=stopped.engagement.candidate, by_id=None)
    Referral.objects.filter(pk=past.pk).update(until=timezone.localdate() - timedelta(days=1))
    pages = [Client().get(url(row)) for row in (stopped, past, stopped.engagement)]
    assert {page.status_code for page in pages} == {404}
    assert all(CLOSED in text(page) for page in pages)


def test_where_client_and_firm_never_meet_any_more_it_is_not_open(row):
    make.excludes(row.engagement.candidate, row.engagement.owner)
    assert Client().get(url(row)).status_code == 404


def test_whom_the_firm_never_meets_finds_nothing_behind_the_link(row):
    barred = make.an_international_company(country="FR")
    firm = row.engagement.candidate
    Profile.objects.filter(pk=firm.pk).update(excluded_countries=["FR"])
    assert client_of(barred).get(url(row)).status_code == 404
    assert client_of(make.an_international_company(country="SE")).get(url(row)).status_code == 200


def test_a_stranger_joins_or_logs_in_and_comes_back(row):
    page = Client().get(url(row))
    back = f"?next=%2Frecommended%2F{row.public_id}%2F"
    assert links(page) == [f"/join/{back}", f"/accounts/login/{back}"]


def test_a_company_with_a_tender_asks_in_one_step_and_it_is_kept_that_it_did(row):
    tender = make.a_tender()
    team = Candidacy.objects.get(profile=row.engagement.candidate)
    client = client_of(tender.owner)
    page = client.get(url(row))
    ask = reverse("ask-introduction", args=[tender.public_id, team.public_id])
    assert links(page) == [ask]
    form = client.get(ask).context["form"]
    said = {"public_id": form["public_id"].value(), "purpose": "talk", "shares": "3",
            "message": "You were recommended to us."}  # fmt: skip
    for _ in range(2):
        client.post(ask, said)
    row.refresh_from_db()
    assert row.introduction == Introduction.objects.get(opening=tender)
    assert row.state == "live"
    followed = Event.objects.get(verb="referral.followed")
    assert followed.codes["introduction"] == row.introduction_id
    assert followed.actor.memberships.get().firm_id == tender.owner_id
    assert links(client.get(url(row))) == [reverse("introduction", args=[
        row.introduction.public_id])]  # fmt: skip


def test_without_a_tender_it_is_posted_first_and_then_the_page_offers_the_ask(row):
    company = make.an_international_company()
    client = client_of(company)
    assert links(client.get(url(row))) == ["/openings/new/contracting/"]
    tender = make.a_tender(company)
    (ask,) = links(client.get(url(row)))
    assert str(tender.public_id) in ask


def test_asking_somebody_else_follows_nothing(row):
    tender = make.a_tender()
    client = client_of(tender.owner)
    client.get(url(row))
    other = make.offers_a_team(make.a_local_firm())
    ask = reverse("ask-introduction", args=[tender.public_id, other.public_id])
    form = client.get(ask).context["form"]
    client.post(ask, {"public_id": form["public_id"].value(), "purpose": "talk", "shares": "3",
                      "message": "May we talk?"})  # fmt: skip
    assert Introduction.objects.filter(candidacy=other).exists()
    row.refresh_from_db()
    assert row.introduction is None


def test_of_several_tenders_it_is_asked_about_the_one_that_the_team_fits_best(row):
    company = make.an_international_company()
    fits = make.a_tender(company, title="Fits", skills={"python": 3})
    make.a_tender(company, title="Newer", skills={"java": 3})
    runs.run("contracting")
    (ask,) = links(client_of(company).get(url(row)))
    assert str(fits.public_id) in ask


@pytest.mark.parametrize(
    ("build", "says"),
    [
        (make.a_graduate, "hold no such role"),
        (make.a_local_firm, "hold no such role"),
        (lambda: make.an_international_company(verified=False), "look at your company first"),
    ],
)
def test_whoever_may_not_ask_reads_what_is_missing(row, build, says):
    page = client_of(build()).get(url(row))
    assert says in text(page)
    assert not any("ask" in link or "new" in link for link in links(page))


def test_a_reader_of_a_company_asks_nobody_for_it(row):
    tender = make.a_tender()
    page = client_of(tender.owner, role="reader").get(url(row))
    assert "hold no such role" in text(page)


def test_where_the_firm_takes_no_requests_nothing_is_offered(row):
    Candidacy.objects.filter(profile=row.engagement.candidate).update(status="paused")
    page = client_of(make.a_tender().owner).get(url(row))
    assert "takes no new requests" in text(page)
    assert links(page) == []


@pytest.mark.parametrize("party", ["owner", "candidate"])
def test_client_and_firm_read_it_as_others_do_with_the_way_back(row, party):
    page = client_of(getattr(row.engagement, party)).get(url(row))
    assert "This is how others read it." in text(page)
    assert links(page) == [reverse("recommend", args=[row.engagement.public_id])]
    assert "Firmname" not in text(page)


@pytest.mark.parametrize("party", ["owner", "candidate"])
@pytest.mark.parametrize(
    "excluded", [{"excluded_sectors": ["software"]}, {"excluded_countries": ["XK"]}]
)
def test_whoever_excludes_their_own_sector_or_country_reads_their_own(row, party, excluded):
    own = getattr(row.engagement, party)
    Profile.objects.filter(pk=own.pk).update(sectors=["software"], country="XK", **excluded)
    assert client_of(own).get(url(row)).status_code == 200
    alike = make.an_international_company(sectors=["software"], country="XK")
    assert client_of(alike).get(url(row)).status_code == 404


@pytest.mark.parametrize("tenders", [0, 1, 20])
@pytest.mark.parametrize("language", ["", "/ar"])
def test_it_costs_at_most_ten_queries(row, language, tenders):
    company = make.an_international_company()
    for _ in range(tenders):
        make.a_tender(company)
    runs.run("contracting")
    address = f"{language}/recommended/{row.public_id}/"
    for client in (Client(), client_of(company)):
        assert queries(client, address) <= 10
