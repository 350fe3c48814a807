"""Every page can be used by keyboard alone, and at a zoom of 400 %."""

import os
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import Open
from tests.browser.scene import Page, Scene
from tests.browser.test_budgets import LANGUAGES

FULL = bool(os.environ.get("SILAH_FULL"))
# 400 % of a window of 1280 by 900 leaves so many pixels of CSS.
ZOOMED = {"width": 320, "height": 225}

# Controls in the order of the page: what is shown, one of a group of radio buttons.
CONTROLS = """() => {
  const all = [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')];
  const takes = each => !each.disabled && each.checkVisibility({visibilityProperty: true});
  const group = each => [...document.getElementsByName(each.name)].filter(
    other => other.type === "radio" && other.form === each.form);
  const chosen = each => group(each).find(other => other.checked) || group(each)[0];
  const stop = each => each.type !== "radio" || chosen(each) === each;
  window.controls = all.filter(each => takes(each) && stop(each));
  return window.controls.map(each => each.outerHTML.slice(0, 160));
}"""
# Where the focus is: its place among the controls, and whether it can be seen.
FOCUS = """() => {
  const at = document.activeElement;
  const near = [at, at.parentElement, at.closest("label"), ...(at.labels || [])].filter(Boolean);
  const ring = near.map(each => getComputedStyle(each)).some(style =>
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
    || style.boxShadow !== "none");
  const box = at.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const covered = box.height < innerHeight && box.width > 1
    && !(top && near.some(each => each.contains(top) || top.contains(each)));
  return [window.controls.indexOf(at), ring, covered];
}"""


TURNS = 4
PARTS_OF_A_DATE = 5
"""Day, month, year, the picker's button, and the way out."""


def tabs(
    scene: Scene, open_context: Open, site: str, turn: int, **given: Any
) -> Iterator[tuple[Tab, Page]]:
    """Every page with its reader logged in; in short each test takes its turn of four."""
    pages = scene.pages if FULL else scene.pages[turn::TURNS]
    for reader in sorted({page.reader for page in pages}):
        context = open_context(**given)
        scene.log_in(context, reader, site)
        tab = context.new_page()
        yield from ((tab, page) for page in pages if page.reader == reader)


def troubles_of(tab: Tab) -> list[tuple[str, str]]:
    """Press Tab until the end: every control in order, its focus seen and not covered."""
    controls = tab.evaluate(CONTROLS)
    found = []
    for place, control in enumerate(controls):
        reached, ring, covered = next_stop(tab, place - 1)
        if reached != place:
            return [*found, (f"the focus is at {reached}, not at {place}", control)]
        found += [] if ring else [("no ring", control)]
        found += [("covered", control)] if covered else []
    return found


def next_stop(tab: Tab, here: int) -> tuple[int, bool, bool]:
    """Press Tab until the focus leaves a control: a date has a stop for day, month and year."""
    for _part in range(PARTS_OF_A_DATE):
        tab.keyboard.press("Tab")
        reached, ring, covered = tab.evaluate(FOCUS)
        if reached != here or here < 0:
            break
    return reached, ring, covered


@pytest.mark.parametrize("language", LANGUAGES if FULL else LANGUAGES[:1])
def test_tab_reaches_every_control_in_order_and_its_focus_is_seen(
    scene: Scene, open_context: Open, live_server: LiveServer, language: str
) -> None:
    troubles = []
    for tab, page in tabs(scene, open_context, live_server.url, 0):
        tab.goto(page.path_in(language))
        troubles += [(page.name, *trouble) for trouble in troubles_of(tab)]
    assert troubles == []


def test_skip_link_comes_first_and_leads_to_the_content(
    scene: Scene, open_context: Open, live_server: LiveServer
) -> None:
    for tab, page in tabs(scene, open_context, live_server.url, 1):
        tab.goto(page.path)
        tab.keyboard.press("Tab")
        expect(tab.locator("a.skip")).to_be_focused()
        tab.keyboard.press("Enter")
        expect(tab.locator("main")).to_be_focused()


def test_details_open_and_close_with_enter(
    scene: Scene, open_context: Open, live_server: LiveServer
) -> None:
    opened = 0
    for tab, page in tabs(scene, open_context, live_server.url, 2, width=360):
        tab.goto(page.path)
        for summary in tab.locator("summary:visible").all():
            details = summary.locator("..")
            was = details.get_attribute("open")
            summary.focus()
            tab.keyboard.press("Enter")
            assert details.get_attribute("open") != was, (page.name, summary.inner_text())
            opened += 1
    assert opened


def test_at_a_zoom_of_400_percent_nothing_is_cut_off_or_covered(
    scene: Scene, open_context: Open, live_server: LiveServer
) -> None:
    troubles: list[tuple[str, ...]] = []
    for tab, page in tabs(scene, open_context, live_server.url, 3, width=320):
        tab.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
        for language, name in product(LANGUAGES, [page.name]):
            tab.goto(page.path_in(language))
            width = tab.evaluate("document.documentElement.scrollWidth")
            troubles += [(name, language, f"{width} wide")] if width > ZOOMED["width"] else []
            if FULL or language == "ar":
                troubles += [(name, language, *trouble) for trouble in troubles_of(tab)]
    assert troubles == []
