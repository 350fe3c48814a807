"""No page breaks an accessibility rule that axe can check, in any language, scheme or width."""

import os
from itertools import product
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import Open
from tests.browser.scene import Scene

FULL = bool(os.environ.get("SILAH_FULL"))
NARROW = 320
IN_FULL = list(product((NARROW, 360, 1280), ("light", "dark"), ("en", "ar")))
# In short every page is seen once, in one of two opposite corners of the matrix.
IN_SHORT = [(NARROW, "dark", "ar"), (1280, "light", "en")]
CORNERS = IN_FULL if FULL else IN_SHORT
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def violations(tab: Tab) -> list[tuple[str, str, Any]]:
    found = Axe().run(tab, options=RULES).response["violations"]
    return [(tab.url, rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize(("width", "scheme", "language"), CORNERS)
def test_no_page_breaks_a_rule_scrolls_sideways_or_complains_in_the_console(
    scene: Scene,
    open_context: Open,
    live_server: LiveServer,
    width: int,
    scheme: str,
    language: str,
) -> None:
    """A blocked style, font or script would be reported in the console by the content policy."""
    found: list[Any] = []
    pages = scene.pages if FULL else scene.pages[IN_SHORT.index((width, scheme, language)) :: 2]
    for reader in sorted({page.reader for page in pages}):
        context = open_context(width=width, scheme=scheme)
        scene.log_in(context, reader, live_server.url)
        tab = context.new_page()
        said: list[str] = []
        tab.on("console", lambda message, said=said: said.append(message.text))
        tab.on("pageerror", lambda error, said=said: said.append(str(error)))
        for page in [page for page in pages if page.reader == reader]:
            said.clear()
            answer = tab.goto(page.path_in(language))
            assert answer is not None
            found += violations(tab)
            found += [(tab.url, text) for text in said if answer.ok]
            found += [(tab.url, "too wide")] if is_too_wide(tab, width) else []
    assert found == []


def is_too_wide(tab: Tab, width: int) -> bool:
    return bool(tab.evaluate("document.documentElement.scrollWidth") > width)


def test_the_other_pages_do_not_scroll_sideways_on_the_narrowest_phone(
    scene: Scene, open_context: Open, live_server: LiveServer
) -> None:
    """Those that the narrow corner above leaves out in short."""
    too_wide = []
    pages = [] if FULL else scene.pages[1::2]
    for reader in sorted({page.reader for page in pages}):
        context = open_context(width=NARROW)
        scene.log_in(context, reader, live_server.url)
        tab = context.new_page()
        for page in [page for page in pages if page.reader == reader]:
            tab.goto(page.path_in("ar"))
            too_wide += [tab.url] if is_too_wide(tab, NARROW) else []
    assert too_wide == []
