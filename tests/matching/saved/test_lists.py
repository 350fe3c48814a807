"""Saved searches of people, startups and firms: what the page shows, and no more, is mailed."""

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import translation

from ledger.models import Event, Mail
from matching.models import Candidacy, Opening, SavedSearch
from matching.saved import alerts, lists
from matching.saved.actions import save_search
from matching.saved.searches import Asked
from profiles.models import Profile, User
from profiles.privacy.actions import pause, resume
from profiles.recognition import viewer_of
from tests import make
from tests.scenarios import demo_cast

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 24, 7, 5, tzinfo=ZoneInfo("Asia/Hebron"))
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def a_team(**facts):
    """A named local firm whose team is listed, stated long before."""
    firm = make.a_local_firm(is_named=True, **facts)
    make.offers_a_team(firm, terms={"listed": "yes"}, created_at=MORNING - 90 * DAY)
    return firm


BUILDERS = {
    "people": make.a_mentor,
    "startups": make.a_startup,
    "firms": make.an_international_company,
    "teams": a_team,
}
WORDS = ["developer", "fintech", "nablus", "react", "payments", "zzzz"]


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = "https://silah.example"


@pytest.fixture
def graduate():
    return make.a_graduate()


@pytest.fixture
def user(graduate):
    return make.acts_for(graduate)


def kept(user, name, query=""):
    asked = Asked.by(lists.get(name), query, viewer_of(user))
    search = save_search(asked=asked, alerts="daily", by_id=user.pk)
    SavedSearch.objects.filter(pk=search.pk).update(told_until=MORNING - DAY)
    search.refresh_from_db()
    return search


def new(profile, at=MORNING - HOUR):
    """The profile was verified at that time, and made long before."""
    Profile.objects.filter(pk=profile.pk).update(verified_at=at, created_at=MORNING - 90 * DAY)
    return profile


def letters():
    return "".join(mail.subject + mail.text for mail in Mail.objects.all())


@pytest.mark.parametrize("name", BUILDERS)
def test_whoever_was_verified_since_is_mailed_with_a_link(user, name):
    search = kept(user, name)
    old, fresh = BUILDERS[name](legal_name="Old one"), BUILDERS[name](legal_name="New one")
    new(old, MORNING - 9 * DAY)
    new(fresh)
    assert alerts.send_news(search.pk, MORNING) == 1
    assert "New one" in letters()
    assert "Old one" not in letters()
    assert f"https://silah.example/profiles/{fresh.public_id}/" in letters()


@pytest.mark.parametrize("name", BUILDERS)
def test_whoever_resumed_since_is_news_again(user, name):
    profile = new(BUILDERS[name](legal_name="Back again"), MORNING - 9 * DAY)
    search = kept(user, name)
    assert alerts.send_news(search.pk, MORNING) == 0
    pause(profile=profile, by_id=None)
    resume(profile=profile, by_id=None)
    now = Event.objects.get(verb="profile.resumed").at
    viewer = viewer_of(user)
    asked = Asked.by(lists.get(name), "", viewer)
    assert [row.pk for row in asked.came((now - HOUR, now + HOUR), viewer)] == [profile.pk]


def test_nobody_is_mailed_about_themselves():
    mentor = new(make.a_mentor())
    assert alerts.send_news(kept(make.acts_for(mentor), "people").pk, MORNING) == 0


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("hide", ["excludes", "is excluded", "country", "paused", "hidden", "away"])
def test_nothing_is_mailed_that_the_reader_may_not_see_now(user, graduate, name, hide):
    search, profile = kept(user, name), new(BUILDERS[name](legal_name="Secret Canary"))
    row = Profile.objects.filter(pk=profile.pk)
    if hide == "excludes":
        make.excludes(graduate, profile)
    if hide == "is excluded":
        make.excludes(profile, graduate)
    if hide == "country":
        row.update(excluded_countries=["PS"])
    if hide in ("paused", "hidden"):
        row.update(status=hide)
    if hide == "away":
        row.update(verified_at=None)
    assert alerts.send_news(search.pk, MORNING) == 0
    assert not Mail.objects.exists()


def test_reader_who_is_not_verified_is_mailed_no_graduate():
    company = make.an_international_company()
    user = make.acts_for(company)
    search = kept(user, "people", "kind=graduate")
    new(make.a_graduate())
    Profile.objects.filter(pk=company.pk).update(verified_at=None)
    assert alerts.send_news(search.pk, MORNING) == 0
    assert not Mail.objects.exists()


def test_graduate_is_mailed_under_an_alias():
    search = kept(make.acts_for(make.an_international_company()), "people")
    graduate = new(make.a_graduate(legal_name="Lina Canary"))
    assert alerts.send_news(search.pk, MORNING) == 1
    assert f"Graduate {graduate.alias_code}" in letters()
    assert "Canary" not in letters()


def test_reader_who_lost_verification_learns_nothing_of_a_raise():
    investor = make.an_investor()
    user = make.acts_for(investor)
    search = kept(user, "startups", "fits=no&stage=seed")
    assert "stage=seed" in search.query
    make.raises(new(make.a_startup(legal_name="Raises")), stages=["growth"])
    assert alerts.send_news(search.pk, MORNING) == 0
    SavedSearch.objects.update(told_until=MORNING - DAY)
    Profile.objects.filter(pk=investor.pk).update(verified_at=None)
    assert alerts.send_news(search.pk, MORNING) == 1
    assert "no longer exists and was left out: seed" in letters()


def test_an_investors_search_follows_the_mandate():
    investor = make.an_investor()
    make.a_mandate(investor, sectors=["fintech"])
    search = kept(make.acts_for(investor), "startups")
    assert (search.query, search.label_en) == ("fits=yes", "Fits my mandate")
    make.raises(new(make.a_startup(legal_name="Fits", sectors=["fintech"])), stages=["seed"])
    make.raises(new(make.a_startup(legal_name="Fits not", sectors=["health"])), stages=["seed"])
    assert alerts.send_news(search.pk, MORNING) == 1
    assert "Fits not" not in letters()


def test_a_raise_stated_since_is_news_to_a_mandate_and_to_nobody_else(user):
    investor = make.an_investor()
    make.a_mandate(investor, sectors=["fintech"])
    startup = make.raises(make.a_startup(sectors=["fintech"]), stages=["seed"]).profile
    new(startup, MORNING - 9 * DAY)
    Candidacy.objects.update(created_at=MORNING - HOUR)
    assert alerts.send_news(kept(make.acts_for(investor), "startups").pk, MORNING) == 1
    assert alerts.send_news(kept(user, "startups").pk, MORNING) == 0


def test_without_a_mandate_left_mail_and_page_say_so():
    investor = make.an_investor()
    make.a_mandate(investor, sectors=["fintech"])
    user, client = make.acts_for(investor), Client()
    search = kept(user, "startups")
    Opening.objects.update(status="closed")
    new(make.a_startup(legal_name="Anybody"))
    assert alerts.send_news(search.pk, MORNING) == 1
    assert "left out: Fits my mandate" in letters()
    client.force_login(user)
    assert "You have no open mandate" in client.get("/startups/?fits=yes").content.decode()


def test_search_without_the_mandate_is_kept_without_it():
    investor = make.an_investor()
    make.a_mandate(investor)
    search = kept(make.acts_for(investor), "startups", "fits=no&q=x")
    assert (search.query, search.label_en) == ("fits=no&q=x", "x")


def test_page_says_that_mail_follows_the_mandate():
    investor, client = make.an_investor(), Client()
    make.a_mandate(investor)
    client.force_login(make.acts_for(investor))
    assert "Mail follows your mandate" in client.get("/startups/").content.decode()
    assert "Mail follows" not in client.get("/startups/?fits=no&q=x").content.decode()


@pytest.mark.parametrize("name", BUILDERS)
def test_list_is_named_in_both_languages(user, name):
    search = kept(user, name)
    with translation.override("en"):
        assert search.label_en == str(lists.get(name).label)
    with translation.override("ar"):
        assert search.label_ar == str(lists.get(name).label)


def a_query(draw, entry, viewer):
    """Some values of some facets, and now and then a word."""
    parts = [f"q={draw.choice(WORDS)}"] if draw.random() < 0.4 else []
    if entry.follows_mandate:
        parts += draw.choice([[], [], ["fits=no"], ["fits=yes"]])
    facets = entry.listing(viewer).filters.facets()
    for name in draw.sample(sorted(facets), draw.randint(0, 2)):
        values = draw.sample(sorted(facets[name].labels()), min(2, len(facets[name].labels())))
        parts += [f"{name}={value}" for value in values]
    return "&".join(parts)


@pytest.fixture
def readers():
    emails = {login.local_part: login.email for login in demo_cast(scale=0.03)}
    names = ("graduate", "mentor", "investor", "founder", "recruiter", "staff")
    unverified = make.acts_for(make.a_graduate(verified=False))
    return [*(User.objects.get(email=emails[name]) for name in names), unverified]


@pytest.mark.parametrize("name", lists.names())
def test_saved_search_finds_the_rows_of_its_page(name, readers, monkeypatch):
    monkeypatch.setattr("profiles.browsing.pages.A_PAGE", 10_000)
    draw, entry = Random(f"saved {name}"), lists.get(name)
    for user in readers:
        client, viewer = Client(), viewer_of(user)
        client.force_login(user)
        for _ in range(4):
            asked = Asked.by(entry, a_query(draw, entry, viewer), viewer)
            page = client.get(entry.url(asked.query))
            found = {line.url.strip("/").split("/")[-1] for line in page.context["lines"]}
            assert found == {str(row.public_id) for row in asked.found}, asked.query


def test_a_team_that_was_offered_since_is_mailed_under_its_alias_and_without_its_rate():
    search = kept(make.acts_for(make.an_international_company()), "teams")
    firm = new(make.a_local_firm(legal_name="Canary Software"), MORNING - 9 * DAY)
    team = {"terms": {"listed": "yes"}, "usd_min": 4321, "created_at": MORNING - HOUR}
    make.offers_a_team(firm, **team)
    other = new(make.a_local_firm(), MORNING - 9 * DAY)
    make.offers_a_team(other, **team | {"terms": {"listed": "no"}})
    assert alerts.send_news(search.pk, MORNING) == 1
    assert firm.alias_code in letters()
    assert not {said for said in ("Canary", "4321", other.alias_code) if said in letters()}
