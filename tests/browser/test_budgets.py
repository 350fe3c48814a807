"""What every page may cost a reader on a weak line, and the server (WEB.md, "Budgets")."""

from itertools import product
from pathlib import Path

import pytest

from tests.browser.kept import KeptScene
from tests.browser.scene import Page, Scene
from tests.browser.wire import Reader, View

KB = 1024
MOST = {"HTML": 14, "CSS": 10, "JS": 16, "fonts": 32, "images": 28}
MOST_AT_FIRST, MOST_REQUESTS = 100, 8
MOST_AGAIN, MOST_REQUESTS_AGAIN = 20, 2
MOST_QUERIES = 10
LANGUAGES = ("en", "ar")


@pytest.fixture
def plain_scene(transactional_db: None, kept: KeptScene, files_folder: Path) -> Scene:
    """The scene for readers that are no browser."""
    return kept.set_up(files_folder)


def line_of(page: Page, language: str, view: View) -> str:
    kinds = "".join(f"{view.sent(kind) / KB:8.1f}" for kind in MOST)
    again = view.again
    return (
        f"{page.name:<28}{language}{kinds}{view.sent() / KB:8.1f}{len(view.answers):5}"
        f"{again.sent() / KB:8.1f}{len(again.answers):5}{view.queries:5}"
    )


HEADING = (
    f"{'page, KB on the wire':<30}{''.join(f'{kind:>8}' for kind in MOST)}"
    f"{'first':>8}{'req':>5}{'again':>8}{'req':>5}{'sql':>5}"
)


def over(view: View) -> list[str]:
    """What of a page is above its budget, in words."""
    costs = [
        *((kind, view.sent(kind) / KB, most) for kind, most in MOST.items()),
        ("first view", view.sent() / KB, MOST_AT_FIRST),
        ("requests", len(view.answers), MOST_REQUESTS),
        ("repeat view", view.again.sent() / KB, MOST_AGAIN),
        ("requests again", len(view.again.answers), MOST_REQUESTS_AGAIN),
        ("queries", view.queries, MOST_QUERIES),
    ]
    return [f"{what} {cost:.1f} > {most}" for what, cost, most in costs if cost > most]


def test_every_page_stays_within_its_budget_on_the_wire_and_in_queries(
    plain_scene: Scene, site: str, budgets: list[str]
) -> None:
    reader, found = Reader(site), {}
    budgets.append(HEADING)
    for page, language in product(plain_scene.pages, LANGUAGES):
        cookie = plain_scene.cookie_of(page.reader)
        view = reader.view(page.path_in(language), page.status, **cookie)
        budgets.append(line_of(page, language, view))
        found[page.name, language] = over(view)
        assert view.answers[0].headers["content-encoding"] == "gzip"
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
