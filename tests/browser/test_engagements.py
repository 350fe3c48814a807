"""From an accepted introduction to what came of it, confirmed by both, in a browser."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from matching.engagements.models import Engagement
from matching.introductions.models import Introduction
from matching.models import Opening
from tests import make
from tests.browser.corners import corners
from tests.browser.sides import Side

ONE = re.compile(r"/engagements/[0-9a-f-]{36}/$")


@pytest.fixture
def two(side: Any, language: str, scripts: bool) -> Any:
    """(introduction, the owner's browser, the candidate's)"""

    def introduced(opening: Opening) -> tuple[Introduction, Side, Side]:
        row = make.an_introduction(opening, state="accepted")
        owner, candidate = row.opening.owner, row.candidacy.profile
        return row, side(owner, language, scripts), side(candidate, language, scripts)

    return introduced


def acts(one: Side, row: Engagement, name: str, **answers: Any) -> None:
    """From its page to the page of the act, and back to it."""
    one.opens("engagement", row.public_id)
    one.follows("act-on-engagement", row.public_id, name)
    one.says(**answers)
    expect(one.tab).to_have_url(ONE)


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
    acts(firm, found, "confirm")
    firm.reads("Running since %(day)s")
    row.opening.refresh_from_db()
    row.candidacy.refresh_from_db()
    assert (row.opening.status, row.candidacy.status) == ("closed", "withdrawn")

    acts(graduate, found, "complete", on=days_ago(1))
    acts(firm, found, "confirm")
    firm.reads("Completed on %(day)s")
    row.refresh_from_db()
    assert (row.state, row.because) == ("ended", "done")


@corners("ar", scripts=False)
def test_an_internship_is_refused_corrected_extended_and_ended_early(two: Any) -> None:
    row, host, intern = two(make.a_placement())
    terms = {"from_on": days_ago(20), "hours": "20", "usd": "300"}
    found = records(intern, row, weeks="24", **terms)
    acts(host, found, "refuse")
    host.reads("It was not confirmed")

    intern.opens("introduction", row.public_id)
    intern.follows("begin-engagement", row.public_id)
    intern.says(weeks="12", **terms)
    found = Engagement.objects.live().get()
    host.opens("engagements")
    host.follows("engagement", found.public_id)
    acts(host, found, "confirm")
    acts(host, found, "change", from_on=days_ago(0), weeks="16")
    intern.opens("engagement", found.public_id)
    intern.reads("They recorded a change. Is that so?")
    acts(intern, found, "confirm")
    acts(intern, found, "end", because="danger", on=days_ago(0))
    intern.reads("Ended early on %(day)s")
    found.refresh_from_db()
    assert (found.state, found.because) == ("ended", "danger")
    assert [each.weeks for each in found.agreements.filter(state="confirmed")] == [12, 16]


@corners("ar", scripts=True)
def test_a_contract_grows_and_both_read_how(two: Any) -> None:
    row, company, firm = two(make.a_tender())
    found = records(company, row, from_on=days_ago(200), usd="10000", headcount="4")
    acts(firm, found, "confirm")
    for day, usd, people in ((90, "25000", "10"), (0, "48000", "20")):
        acts(firm, found, "change", from_on=days_ago(day), usd=usd, headcount=people)
        acts(company, found, "confirm")
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
    acts(investor, found, "change", stage="committed", from_on=days_ago(20), **step)
    investor.reads("You recorded a change, and wait for their word")
    acts(founder, found, "confirm")
    acts(founder, found, "change", stage="invested", from_on=days_ago(1), **step)
    acts(investor, found, "confirm")
    for one in (investor, founder):
        one.opens("engagement", found.public_id)
        expect(one.tab.locator("section", has=one.tab.locator("#others"))).to_contain_text("90,000")
        expect(one.tab.locator("main")).not_to_contain_text("30,000")
    stages = [each.stage for each in found.agreements.filter(state="confirmed")]
    assert stages == ["observing", "committed", "invested"]
