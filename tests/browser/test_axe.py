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
IN_FULL = list(product((360, 1280), ("light", "dark"), ("en", "ar")))
# In short every page is seen once, in one of two opposite corners of the matrix.
IN_SHORT = [(360, "dark", "ar"), (1280, "light", "en")]
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def violations(tab: Tab) -> list[tuple[str, str, Any]]:
    found = Axe().run(tab, options=RULES).response["violations"]
    return [(tab.url, rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize(("width", "scheme", "language"), IN_FULL if FULL else IN_SHORT)
def test_axe_finds_no_violation(
    scene: Scene,
    open_context: Open,
    live_server: LiveServer,
    width: int,
    scheme: str,
    language: str,
) -> None:
    found = []
    pages = scene.pages if FULL else scene.pages[IN_SHORT.index((width, scheme, language)) :: 2]
    for reader in sorted({page.reader for page in pages}):
        context = open_context(width=width, scheme=scheme)
        scene.log_in(context, reader, live_server.url)
        tab = context.new_page()
        for page in pages:
            if page.reader == reader:
                tab.goto(page.path_in(language))
                found += violations(tab)
    assert found == []


def test_no_page_scrolls_sideways_on_the_narrowest_phone(
    scene: Scene, open_context: Open, live_server: LiveServer
) -> None:
    too_wide = []
    for reader in sorted({page.reader for page in scene.pages}):
        context = open_context(width=320)
        scene.log_in(context, reader, live_server.url)
        tab = context.new_page()
        for page in scene.pages_of(reader):
            for language in ("en", "ar"):
                tab.goto(page.path_in(language))
                width = tab.evaluate("document.documentElement.scrollWidth")
                too_wide += [(tab.url, width)] if width > 320 else []
    assert too_wide == []


def test_console_stays_clean(scene: Scene, open_context: Open, live_server: LiveServer) -> None:
    """A blocked style, font or script would be reported there by the content policy."""
    said: list[str] = []
    for reader in sorted({page.reader for page in scene.pages}):
        context = open_context()
        scene.log_in(context, reader, live_server.url)
        tab = context.new_page()
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        for page in scene.pages_of(reader):
            tab.goto(page.path_in("ar"))
    assert said == []
