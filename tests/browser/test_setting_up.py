"""Ticking steps and asking the adviser in a browser that runs no scripts, in both languages."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.setting_up import blocked_from_germany

pytestmark = pytest.mark.usefixtures("_own_connections", "transactional_db")


def test_stranger_ticks_steps_and_finds_them_in_the_other_language(open_context: Open) -> None:
    tab = open_context(scripts=False, width=320).new_page()
    tab.goto("/")
    tab.get_by_role("link", name="Set up a firm").click()
    tab.get_by_role("link", name="A founder registers a firm").click()
    expect(tab.get_by_text("0 of 8 done")).to_be_visible()
    tab.get_by_role("button", name="Mark as done Have the name checked").click()
    expect(tab).to_have_url("/set-up/founder/#name")
    expect(tab.get_by_text("1 of 8 done")).to_be_visible()
    tab.goto("/ar/set-up/founder/")
    expect(tab.locator("#name .st.met")).to_be_visible()
    tab.locator("#law button").click()
    expect(tab.locator("#law .st.met")).to_be_visible()
    tab.goto("/set-up/founder/")
    tab.get_by_role("button", name="Not done after all Have the name checked").click()
    expect(tab.get_by_text("1 of 8 done")).to_be_visible()


def test_a_printed_list_has_no_buttons_and_spells_its_sources_out(open_context: Open) -> None:
    tab = open_context(scripts=False).new_page()
    tab.goto("/set-up/foreign/")
    tab.emulate_media(media="print")
    expect(tab.get_by_role("button", name="Mark as done").first).to_be_hidden()
    expect(tab.get_by_role("heading", name="List the directors")).to_be_visible()


def test_employer_whom_direct_employment_is_refused_reaches_the_teams(open_context: Open) -> None:
    blocked_from_germany()
    tab = open_context(scripts=False, width=360).new_page()
    tab.goto("/routes/")
    tab.get_by_label("Country of the employer or buyer").select_option("DE")
    tab.get_by_label("Where the person works").select_option("gaza")
    tab.get_by_role("button", name="Show what is known").click()
    expect(tab).to_have_url("/routes/?country=DE&place=gaza")
    expect(tab.get_by_text("Checked long ago")).to_be_visible()
    tab.get_by_role("region", name="Direct employment").get_by_role(
        "link", name="Teams for hire"
    ).click()
    expect(tab).to_have_url("/teams/")


def test_the_adviser_answers_in_arabic(open_context: Open) -> None:
    blocked_from_germany()
    tab = open_context(scripts=False, width=320).new_page()
    tab.goto("/ar/routes/")
    tab.locator("select[name=country]").select_option("DE")
    tab.locator("main form button").click()
    expect(tab.get_by_text("حقيقة مختلقة للمشهد")).to_be_visible()
    expect(tab.locator("html")).to_have_attribute("dir", "rtl")
