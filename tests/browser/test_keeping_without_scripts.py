"""Saving, being told, setting aside: plain forms, in both languages."""

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from matching.engagements.models import Agreement
from matching.introductions.models import Introduction
from matching.models import Exclusion, SavedItem, SavedSearch
from profiles.models import User
from tests.browser.conftest import Open
from tests.browser.desks import NEWCOMER
from tests.browser.scene import GRADUATE, Scene
from tests.browser.test_without_scripts import log_in


def a_graduate(scene: Scene, open_context: Open, live_server: object, width: int = 360) -> Tab:
    context = open_context(scripts=False, width=width)
    scene.log_in(context, GRADUATE, str(live_server))
    return context.new_page()


def kept(scene: Scene) -> User:
    return User.objects.get(email=scene.emails[GRADUATE])


def test_logging_in_leads_to_what_needs_one_now(scene: Scene, open_context: Open) -> None:
    Introduction.objects.update(state="ended")
    Agreement.objects.update(state="confirmed")
    tab = open_context(scripts=False).new_page()
    log_in(tab, scene.emails[GRADUATE])
    expect(tab).to_have_url("/dashboard/")
    expect(tab.get_by_role("heading", name="Needs you now")).to_be_visible()
    tab.get_by_role("link", name="Show them").click()
    expect(tab).to_have_url("/openings/?mode=remote&pairing=hiring&q=python")
    tab.goto("/dashboard/")
    expect(tab.get_by_role("link", name="Show them")).to_have_count(0)


def test_graduate_saves_an_opening_and_removes_it_again(
    scene: Scene, open_context: Open, live_server: object
) -> None:
    SavedItem.objects.all().delete()
    tab = a_graduate(scene, open_context, live_server)
    tab.goto("/openings/?mode=remote")
    tab.get_by_role("article").first.get_by_role("button", name="Save").click()
    expect(tab).to_have_url("/openings/?mode=remote")
    tab.goto("/saved/")
    expect(tab.get_by_role("heading", name="One saved opening")).to_be_visible()
    tab.get_by_role("button", name="Saved").click()
    expect(tab.get_by_text("Removed from what you saved.")).to_be_visible()
    assert not SavedItem.objects.exists()


def test_graduate_saves_a_search_and_changes_its_mail(
    scene: Scene, open_context: Open, live_server: object
) -> None:
    SavedSearch.objects.all().delete()
    tab = a_graduate(scene, open_context, live_server)
    tab.goto("/openings/?mode=remote&pairing=internships")
    tab.get_by_text("Save this search").click()
    tab.get_by_label("Mail about what is new").select_option("daily")
    tab.locator("form.keep").get_by_role("button", name="Save").click()
    tab.goto("/saved/?show=searches")
    expect(tab.get_by_role("link", name="Internships, Remote")).to_be_visible()
    tab.get_by_label("Mail about what is new").select_option("never")
    tab.get_by_role("button", name="Change mail").click()
    expect(tab.get_by_text("Saved: Never.")).to_be_visible()
    assert SavedSearch.objects.get().alerts == "never"


def test_graduate_sets_a_match_aside_and_takes_it_back(
    scene: Scene, open_context: Open, live_server: object
) -> None:
    Exclusion.objects.all().delete()
    tab = a_graduate(scene, open_context, live_server)
    tab.goto(scene.path("match"))
    tab.get_by_label("Why (if you like)").select_option("terms")
    tab.get_by_role("button", name="Set aside").click()
    expect(tab.get_by_text("Neither of you is suggested to the other again")).to_be_visible()
    assert Exclusion.objects.get().because == "terms"
    tab.get_by_role("button", name="Undo").click()
    expect(tab.get_by_text("Taken back.")).to_be_visible()
    assert not Exclusion.objects.exists()


def test_whoever_holds_the_link_stops_the_mail(scene: Scene, open_context: Open) -> None:
    tab = open_context(scripts=False, width=360).new_page()
    tab.goto(scene.path("stop-alerts"))
    tab.get_by_role("button", name="Stop the mail").click()
    expect(tab.get_by_role("heading", name="No more mail comes for this search")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_newcomer_is_led_to_choose_a_role(
    scene: Scene, open_context: Open, live_server: object, language: str
) -> None:
    context = open_context(scripts=False)
    scene.log_in(context, NEWCOMER, str(live_server))
    tab = context.new_page()
    tab.goto("/dashboard/" if language == "en" else "/ar/dashboard/")
    link = tab.locator(".empty a")
    expect(link).to_have_count(1)
    link.click()
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
