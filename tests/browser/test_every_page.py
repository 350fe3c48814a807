"""Every page: no rule of axe broken, nothing wider than a phone, usable by keyboard alone."""

from collections.abc import Iterable
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page as Tab
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import HEIGHT, Open
from tests.browser.keyboard import CHECKS, Check, Trouble
from tests.browser.scene import Scene
from tests.full import FULL

Corner = tuple[int, str, str]
NARROW = 320
EVERY_CORNER = list(product((NARROW, 360, 1280), ("light", "dark"), ("en", "ar")))
OPPOSITE: list[Corner] = [(NARROW, "dark", "ar"), (1280, "light", "en")]
"""In short every page is seen once, in one of these, and by one of the keyboard's checks."""

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
# Only what is wrong leaves the browser: a whole report weighs more than the page.
VIOLATIONS = """async rules => (await axe.run(document, rules)).violations
  .flatMap(each => each.nodes.map(node => [each.id, node.html.slice(0, 200)]))"""


def broken_rules(tab: Tab) -> list[Trouble]:
    tab.evaluate(Axe().axe_script)
    return [tuple(trouble) for trouble in tab.evaluate(VIOLATIONS, RULES)]


def too_wide(tab: Tab, widths: Iterable[int]) -> list[Trouble]:
    """Scrolls sideways at one of these widths; the last one stays."""
    found = []
    for width in widths:
        tab.set_viewport_size({"width": width, "height": HEIGHT})
        taken = tab.evaluate("document.documentElement.scrollWidth")
        found += [("too wide", f"{taken} of {width}")] if taken > width else []
    return found


def checks_by_page(scene: Scene, corner: Corner) -> dict[str, tuple[Check, ...]]:
    """The names of this corner's pages, each with the keyboard's checks that it is given here."""
    if FULL:
        checks = CHECKS if corner in OPPOSITE else ()
        return {page.name: checks for page in scene.pages}
    pages = scene.pages[OPPOSITE.index(corner) :: len(OPPOSITE)]
    return {page.name: (CHECKS[place % len(CHECKS)],) for place, page in enumerate(pages)}


@pytest.mark.parametrize("corner", EVERY_CORNER if FULL else OPPOSITE, ids=str)
def test_page_breaks_no_rule_needs_no_mouse_and_fits_the_narrowest_phone(
    scene: Scene, open_context: Open, live_server: LiveServer, corner: Corner
) -> None:
    """A blocked style, font or script would be reported in the console by the content policy."""
    width, scheme, language = corner
    checks, found, opening = checks_by_page(scene, corner), [], 0
    for reader in sorted({page.reader for page in scene.pages}):
        context = open_context(width=width, scheme=scheme)
        scene.log_in(context, reader, live_server.url)
        tab, said = listened_to(context)
        for page in [page for page in scene.pages_of(reader) if page.name in checks]:
            said.clear()
            tab.set_viewport_size({"width": width, "height": HEIGHT})
            answer = tab.goto(page.path_in(language))
            opening += tab.locator("summary").count()
            troubles = [*broken_rules(tab), *too_wide(tab, (NARROW, width))]
            troubles += [("console", text) for text in said if answer and answer.ok]
            for number, check in enumerate(checks[page.name]):
                if number:
                    tab.set_viewport_size({"width": width, "height": HEIGHT})
                    tab.goto("about:blank")
                    tab.goto(page.path_in(language))
                troubles += check(tab)
            found += [(page.name, *trouble) for trouble in troubles]
    assert found == []
    assert opening > len(checks)


def listened_to(context: BrowserContext) -> tuple[Tab, list[str]]:
    """A new tab, and what its pages say in the console."""
    tab, said = context.new_page(), []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    return tab, said
