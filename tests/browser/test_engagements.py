"""From an accepted introduction to what came of it, confirmed by both, in a browser."""

import re
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from matching.engagements.models import Engagement
from matching.introductions.models import Introduction
from matching.models import Opening
from profiles.models import Profile
from tests import make
from tests.browser.conftest import Open
from tests.browser.scene import Scene
from tests.browser.strange import strange_in
from tests.browser.walking import fill_in
from tests.full import FULL

ALL = list(product(("en", "ar"), (True, False)))
ONE = re.compile(r"/engagements/[0-9a-f-]{36}/$")


def corners(language: str, *, scripts: bool) -> pytest.MarkDecorator:
    """In full all four; in short each scenario takes one, and the four take all of them."""
    return pytest.mark.parametrize(("language", "scripts"), ALL if FULL else [(language, scripts)])


class Side:
    """One of the two, at a phone or a desk of their own."""

    def __init__(self, tab: Tab, language: str) -> None:
        self.tab, self.language = tab, language

    def path(self, name: str, *arguments: Any) -> str:
        with override(self.language):
            return reverse(name, args=arguments)

    def opens(self, name: str, *arguments: Any) -> None:
        self.tab.goto(self.path(name, *arguments))
        self.looks()

    def looks(self) -> None:
        assert strange_in(self.tab, self.language) == []

    def follows(self, name: str, *arguments: Any) -> None:
        link = self.tab.locator(f'main a[href="{self.path(name, *arguments)}"]').first
        with self.tab.expect_navigation():
            link.click()
        self.looks()

    def says(self, **answers: Any) -> None:
        fill_in(self.tab, answers)
        with self.tab.expect_navigation():
            self.tab.locator("main form button").first.click()
        self.looks()

    def acts(self, row: Engagement, name: str, **answers: Any) -> None:
        self.opens("engagement", row.public_id)
        self.follows("act-on-engagement", row.public_id, name)
        self.says(**answers)
        expect(self.tab).to_have_url(ONE)

    def reads(self, english: str) -> None:
        """The heading, up to the first thing that it fills in."""
        with override(self.language):
            said = gettext(english).split("%(")[0]
        expect(self.tab.locator("h1")).to_contain_text(said)


@pytest.fixture
def side(
    _own_connections: None, transactional_db: None, open_context: Open, live_server: LiveServer
) -> Any:
    def opened(profile: Profile, language: str, scripts: bool) -> Side:
        context = open_context(width=360 if language == "ar" else 1280, scripts=scripts)
        emails = {"me": make.acts_for(profile, language=language).email}
        Scene((), emails).log_in(context, "me", live_server.url)
        return Side(context.new_page(), language)

    return opened


@pytest.fixture
def two(side: Any, language: str, scripts: bool) -> Any:
    """(introduction, the owner's browser, the candidate's)"""

    def introduced(opening: Opening) -> tuple[Introduction, Side, Side]:
        row = make.an_introduction(opening, state="accepted")
        owner, candidate = row.opening.owner, row.candidacy.profile
        return row, side(owner, language, scripts), side(candidate, language, scripts)

    return introduced


def records(one: Side, row: Introduction, **terms: Any) -> Engagement:
    """From the introduction's page to what came of it."""
    one.opens("introduction", row.public_id)
    one.follows("begin-engagement", row.public_id)
    one.says(**terms)
    expect(one.tab).to_have_url(ONE)
    found: Engagement = Engagement.objects.get(introduction=row)
    return found


def days_ago(days: int) -> str:
    return (timezone.localdate() - timedelta(days=days)).isoformat()


@corners("en", scripts=True)
def test_a_hire_is_recorded_by_the_graduate_confirmed_by_the_firm_and_completed(two: Any) -> None:
    row, firm, graduate = two(make.a_job())
    terms = {"from_on": days_ago(30), "route": "contractor", "usd_from": "5000", "usd": "1800"}
    graduate.opens("introduction", row.public_id)
    graduate.follows("begin-engagement", row.public_id)
    graduate.says(**terms, hours="40")
    expect(graduate.tab.locator('[name="usd_from"]')).to_have_value("5000")
    graduate.says(usd_from="1500")
    graduate.reads("You recorded this, and wait for their word")
    found = Engagement.objects.get()

    firm.opens("dashboard")
    firm.follows("engagement", found.public_id)
    firm.reads("They recorded this. Is that so?")
    firm.acts(found, "confirm")
    firm.reads("It runs since %(day)s")
    row.opening.refresh_from_db()
    row.candidacy.refresh_from_db()
    assert (row.opening.status, row.candidacy.status) == ("closed", "withdrawn")

    graduate.acts(found, "complete", on=days_ago(1))
    firm.acts(found, "confirm")
    firm.reads("Completed on %(day)s")
    row.refresh_from_db()
    assert (row.state, row.because) == ("ended", "done")


@corners("ar", scripts=False)
def test_an_internship_is_refused_corrected_extended_and_ended_early(two: Any) -> None:
    row, host, intern = two(make.a_placement())
    terms = {"from_on": days_ago(20), "hours": "20", "usd": "300"}
    found = records(intern, row, weeks="24", **terms)
    host.acts(found, "refuse")
    host.reads("It was not confirmed")

    intern.opens("introduction", row.public_id)
    intern.follows("begin-engagement", row.public_id)
    intern.says(weeks="12", **terms)
    found = Engagement.objects.live().get()
    host.opens("engagements")
    host.follows("engagement", found.public_id)
    host.acts(found, "confirm")
    host.acts(found, "change", from_on=days_ago(0), weeks="16")
    intern.opens("engagement", found.public_id)
    intern.reads("They recorded a change. Is that so?")
    intern.acts(found, "confirm")
    intern.acts(found, "end", because="danger", on=days_ago(0))
    intern.reads("Ended early on %(day)s")
    found.refresh_from_db()
    assert (found.state, found.because) == ("ended", "danger")
    assert [each.weeks for each in found.agreements.filter(state="confirmed")] == [12, 16]


@corners("ar", scripts=True)
def test_a_contract_grows_and_both_read_how(two: Any) -> None:
    row, company, firm = two(make.a_tender())
    found = records(company, row, from_on=days_ago(200), usd="10000", headcount="4")
    firm.acts(found, "confirm")
    for day, usd, people in ((90, "25000", "10"), (0, "48000", "20")):
        firm.acts(found, "change", from_on=days_ago(day), usd=usd, headcount=people)
        company.acts(found, "confirm")
    for one in (company, firm):
        one.opens("engagement", found.public_id)
        expect(one.tab.locator("main svg.band")).to_have_count(3)
        expect(one.tab.locator("#growth ~ ol")).to_contain_text("48,000")
    grown = list(found.agreements.values_list("usd", "headcount"))
    assert grown == [(10_000, 4), (25_000, 10), (48_000, 20)]


@corners("en", scripts=False)
def test_an_investment_goes_from_observing_to_invested_and_of_others_only_a_total_is_read(
    two: Any,
) -> None:
    row, investor, founder = two(make.a_mandate())
    for _ in range(3):
        talk = make.an_introduction(make.a_mandate(), row.candidacy, state="accepted")
        make.an_engagement(talk, usd=30_000)
    found = records(investor, row, stage="observing", from_on=days_ago(40), shown="total")
    investor.reads("%(stage)s since %(day)s")
    step = {"usd": "20000", "instrument": "safe", "shown": "named"}
    investor.acts(found, "change", stage="committed", from_on=days_ago(20), **step)
    investor.reads("You recorded a change, and wait for their word")
    founder.acts(found, "confirm")
    founder.acts(found, "change", stage="invested", from_on=days_ago(1), **step)
    investor.acts(found, "confirm")
    for one in (investor, founder):
        one.opens("engagement", found.public_id)
        expect(one.tab.locator("section", has=one.tab.locator("#others"))).to_contain_text("90,000")
        expect(one.tab.locator("main")).not_to_contain_text("30,000")
    stages = [each.stage for each in found.agreements.filter(state="confirmed")]
    assert stages == ["observing", "committed", "invested"]
