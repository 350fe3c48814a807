"""What a reader on slow 3G waits for, and what one who saves data is spared."""

import os
from itertools import product

import pytest
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page as Tab

from tests.browser.conftest import Open
from tests.browser.scene import Scene
from tests.browser.test_budgets import LANGUAGES

FULL = bool(os.environ.get("SILAH_FULL"))
SLOW_3G = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
MOST_SECONDS, MOST_SHIFT = 2.5, 0.05
IN_SHORT = ("home", "my-matches-of-opening")
MEASURE = """() => new Promise(done => {
  let paint = 0, shift = 0;
  const watch = (type, add) => new PerformanceObserver(list => list.getEntries().forEach(add))
    .observe({type, buffered: true});
  watch("largest-contentful-paint", entry => { paint = entry.startTime; });
  watch("layout-shift", entry => { shift += entry.value; });
  document.fonts.ready.then(() => setTimeout(() => done([paint / 1000, shift]), 200));
})"""


def on_a_slow_line(context: BrowserContext) -> Tab:
    """A tab with an empty cache on slow 3G."""
    tab = context.new_page()
    line = context.new_cdp_session(tab)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.send("Network.emulateNetworkConditions", SLOW_3G)
    return tab


def test_on_slow_3g_every_page_is_there_within_two_and_a_half_seconds_and_stays_still(
    scene: Scene, site: str, open_context: Open, budgets: list[str]
) -> None:
    over = []
    budgets.append(f"{'page on slow 3G':<30}{'largest paint':>16}{'shift':>8}")
    for reader in sorted({page.reader for page in scene.pages}):
        context = open_context(width=360)
        scene.log_in(context, reader, site)
        tab = on_a_slow_line(context)
        for page, language in product(scene.pages_of(reader), LANGUAGES):
            if FULL or page.name in IN_SHORT:
                tab.goto(f"{site}{page.path_in(language)}")
                paint, shift = tab.evaluate(MEASURE)
                budgets.append(f"{page.name:<28}{language}{paint:14.2f} s{shift:8.3f}")
                wrong = paint > MOST_SECONDS or shift > MOST_SHIFT
                over += [(page.name, language, paint, shift)] if wrong else []
    assert over == []


@pytest.mark.parametrize("language", LANGUAGES if FULL else LANGUAGES[1:])
def test_who_saves_data_is_sent_no_font(
    scene: Scene, site: str, open_context: Open, language: str
) -> None:
    asked: list[str] = []
    pages = scene.pages if FULL else scene.pages[::4]
    for reader in sorted({page.reader for page in pages}):
        context = open_context(headers={"Save-Data": "on"})
        scene.log_in(context, reader, site)
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        for page in [page for page in pages if page.reader == reader]:
            tab.goto(f"{site}{page.path_in(language)}")
    assert asked
    assert [url for url in asked if url.endswith(".woff2")] == []
