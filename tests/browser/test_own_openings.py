"""People say in a browser what they offer and look for: both languages, scripts on and off.

Firms and investors do so in the whole walks.
"""

import re
from itertools import product
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from matching.models import Candidacy, Opening
from matching.pairings.declaration import Side
from profiles.models import Profile
from tests import make
from tests.browser.conftest import Open
from tests.browser.scene import Scene
from tests.browser.walking import fill_in, go_on, pick
from tests.full import FULL
from tests.matching.authoring.walks import questions_of, walk_of

ALL = list(product(("en", "ar"), (True, False)))
WAYS = ALL if FULL else [("ar", False)]
IN_BOTH_LANGUAGES = pytest.mark.parametrize(("language", "scripts"), WAYS)


@pytest.fixture
def open_as(
    _own_connections: None, transactional_db: None, open_context: Open, live_server: LiveServer
) -> Any:
    """A phone on which an account of that profile is signed in."""

    def opened(profile: Profile, scripts: bool) -> Tab:
        context = open_context(width=360, scripts=scripts)
        emails = {"me": make.acts_for(profile).email}
        Scene((), emails).log_in(context, "me", live_server.url)
        return context.new_page()

    return opened


def walk(tab: Tab, language: str, side: Side, slug: str) -> None:
    """From the list of one's own to the last answer, then the check and the one button there."""
    with override(language):
        tab.goto(reverse("my-openings"))
        start = reverse(f"new-{side}", args=[slug])
    tab.locator(f'main a[href^="{start}"]').click()
    go_on(tab)
    said = walk_of(side, slug).said
    for question in questions_of(side, slug):
        expect(tab).to_have_url(re.compile(f"/edit/{question.slug}/"))
        answers = said[question.slug]
        if question.slug == "skills":
            pick(tab, answers)
        else:
            fill_in(tab, answers)
        go_on(tab)
    go_on(tab)


@IN_BOTH_LANGUAGES
def test_graduate_says_what_they_look_for_and_takes_it_back(
    open_as: Any, language: str, scripts: bool
) -> None:
    graduate = make.a_graduate()
    tab = open_as(graduate, scripts)
    for slug in ("hiring", "internships", "mentorship"):
        walk(tab, language, "candidacy", slug)
    agreed = Candidacy.objects.active().filter(profile=graduate)
    assert sorted(agreed.values_list("pairing", flat=True)) == [
        "hiring", "internships", "mentorship",
    ]  # fmt: skip

    search = agreed.get(pairing="hiring")
    with override(language):
        tab.goto(reverse("my-openings"))
        tab.locator(
            f'a[href="{reverse("move-candidacy", args=[search.public_id, "withdraw"])}"]'
        ).click()
    tab.locator("main form button").click()
    expect(tab).to_have_url(re.compile("/openings/mine/"))
    assert not agreed.filter(pairing="hiring").exists()


@IN_BOTH_LANGUAGES
def test_mentor_offers(open_as: Any, language: str, scripts: bool) -> None:
    mentor = make.a_mentor()
    walk(open_as(mentor, scripts), language, "opening", "mentorship")
    offer = Opening.objects.open().get(owner=mentor)
    assert (offer.topics, offer.hours_month, offer.capacity) == (["career", "technical"], 4, 3)


def test_what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost(open_as: Any) -> None:
    company = make.an_international_company()
    job = make.a_job(company, status="draft")
    tab = open_as(company, scripts=False)
    tab.goto(reverse("edit-opening", args=[job.public_id, "pay"]))
    fill_in(tab, {"usd_min": "3000", "usd_max": "2000"})
    go_on(tab)
    expect(tab.get_by_role("alert")).to_contain_text("Give at least as much as the lower amount.")
    expect(tab.get_by_label("Pay a month up to, USD")).to_have_value("2000")
