"""Chromium from the system's own package; without it these tests skip, or fail where CI is set."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Browser, BrowserContext
from pytest_django.live_server_helper import LiveServer

from profiles.models import Profile
from tests import make
from tests.browser.kept import KeptScene
from tests.browser.scene import Scene, enter
from tests.browser.serving import collect, serving
from tests.browser.sides import Side

# Playwright runs an event loop in this thread, and Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM, SHELL = Path("/usr/bin/chromium"), Path("/usr/bin/chromium-headless-shell")
"""The shell is the same engine without windows, at a third of the cost."""
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-gpu",
)
HEIGHT = 900
FIGURES = pytest.StashKey[list[str]]()
BUDGETS = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return launched(SHELL if SHELL.exists() else CHROMIUM)


def launched(program: Path) -> dict[str, Any]:
    """How Playwright starts it."""
    if not program.exists():
        missing = f"There is no {program}: install Debian's package chromium (.ci/run does)."
        if os.environ.get("CI") == "true":
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    return {"executable_path": str(program), "args": [*QUIET, *as_root]}


@pytest.fixture(scope="session")
def _own_connections(browser: Browser, django_db_setup: None) -> Iterator[None]:
    """Playwright's loop makes this a context of its own to Django, with connections of its own."""
    yield
    connections.close_all()


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> KeptScene:
    return KeptScene(tmp_path_factory.mktemp("kept") / "files")


@pytest.fixture
def scene(
    _own_connections: None, transactional_db: None, kept: KeptScene, files_folder: Path
) -> Scene:
    return kept.set_up(files_folder)


@pytest.fixture(scope="session")
def collected(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Static files as an image holds them."""
    folder = tmp_path_factory.mktemp("static")
    collect(folder)
    return folder


@pytest.fixture
def site(transactional_db: None, collected: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the site as production serves it, on the database of the tests."""
    with serving(collected, tmp_path / "web.log") as address:
        yield address


Open = Callable[..., BrowserContext]


@pytest.fixture
def open_context(browser: Browser, live_server: LiveServer) -> Iterator[Open]:
    """Opens browser contexts on the live server and closes them after the test."""
    opened = []

    def open_one(
        *,
        width: int = 1280,
        scheme: str = "light",
        scripts: bool = True,
        headers: dict[str, str] | None = None,
    ) -> BrowserContext:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": HEIGHT},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            extra_http_headers=headers,
            device_scale_factor=1,
        )
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def side(
    _own_connections: None, transactional_db: None, open_context: Open, live_server: LiveServer
) -> Callable[[Profile, str, bool], Side]:
    """Opens the browser of whoever acts for a profile: in Arabic it is a phone."""

    def opened(profile: Profile, language: str, scripts: bool) -> Side:
        context = open_context(width=360 if language == "ar" else 1280, scripts=scripts)
        enter(context, make.acts_for(profile, language=language), live_server.url)
        return Side(context.new_page(), language)

    return opened


@pytest.fixture(scope="session")
def figures(request: pytest.FixtureRequest) -> list[str]:
    """Lines that are printed at the end of the run: what was measured in the browser."""
    return request.config.stash.setdefault(FIGURES, [])


@pytest.fixture(scope="session")
def budgets(request: pytest.FixtureRequest) -> list[str]:
    """Lines of the table that says what each page costs."""
    return request.config.stash.setdefault(BUDGETS, [])


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for title, key in (("in the browser", FIGURES), ("budgets, page by page", BUDGETS)):
        if lines := config.stash.get(key, []):
            terminalreporter.section(title)
            terminalreporter.write("\n".join([*lines, ""]))
