"""Takes the pictures of `python -m tests.shots`; not a test, so its name does not begin as one."""

from itertools import product
from pathlib import Path

from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import Open
from tests.browser.scene import Scene

FOLDER = Path(__file__).resolve().parents[2] / "shots"
LANGUAGES, SCHEMES, WIDTHS = ("en", "ar"), ("light", "dark"), (360, 1280)


def test_take_shots(scene: Scene, open_context: Open, live_server: LiveServer) -> None:
    """Every page x language x scheme x width, as shots/NAME-LANGUAGE-SCHEME-WIDTH.png."""
    FOLDER.mkdir(exist_ok=True)
    for scheme, width, reader in product(SCHEMES, WIDTHS, {page.reader for page in scene.pages}):
        context = open_context(width=width, scheme=scheme)
        scene.log_in(context, reader, live_server.url)
        tab = context.new_page()
        for page, language in product(scene.pages_of(reader), LANGUAGES):
            tab.goto(page.path_in(language))
            picture = FOLDER / f"{page.name}-{language}-{scheme}-{width}.png"
            tab.screenshot(path=picture, full_page=True)
