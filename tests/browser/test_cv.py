"""A graduate fills a profile from a CV, in both languages, with scripts and without."""

from itertools import product
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from profiles.models import Profile
from tests import make
from tests.browser.conftest import Open
from tests.full import FULL
from tests.profiles.cv import papers

CV = {"name": "cv.pdf", "mimeType": "application/pdf"}


@pytest.fixture
def graduate(_own_connections: None, transactional_db: None) -> Profile:
    return make.a_graduate(skills={"git": 2}, languages={}, degree="", experience_years=None)


@pytest.fixture
def tab(graduate: Profile, open_context: Open, live_server: LiveServer, request: Any) -> Tab:
    """Signed in as the graduate on a phone; `scripts` of the test says whether they run."""
    context = open_context(width=360, scripts=request.node.callspec.params.get("scripts", False))
    client = Client()
    client.force_login(make.acts_for(graduate))
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
    context.add_cookies([cookie])  # type: ignore[list-item]
    return context.new_page()


def send(tab: Tab, content: bytes) -> None:
    tab.locator("input[type=file]").set_input_files(CV | {"buffer": content})  # type: ignore[arg-type]
    tab.locator("form[enctype] button").click()


@pytest.mark.parametrize(
    ("language", "scripts"),
    list(product(("", "/ar"), (False, True))) if FULL else [("", True), ("/ar", False)],
)
def test_graduate_uploads_ticks_and_deletes(
    tab: Tab, graduate: Profile, language: str, scripts: bool
) -> None:
    tab.goto(f"{language}/profile/cv/")
    send(tab, papers.ARABIC_PDF if language else papers.pdf())
    tab.locator("[name=skill-docker]").check()
    tab.locator("[name=language-en]").check()
    tab.locator("main form button").click()
    expect(tab.get_by_role("status")).to_be_visible()
    assert dict(graduate.held_skills.values_list("skill__slug", "level")) == {"git": 2, "docker": 2}
    assert graduate.spoken_languages.get().language.code == "en"
    tab.locator("form[action$='delete/'] button").click()
    expect(tab.get_by_role("status")).to_be_visible()
    expect(tab.locator("form[action$='delete/']")).to_have_count(0)


@pytest.mark.parametrize("scripts", [False])
def test_refused_file_is_told_where_the_reader_looks_first(tab: Tab, scripts: bool) -> None:
    tab.goto("/profile/cv/")
    send(tab, papers.pdf_with_script())
    expect(tab.get_by_role("alert")).to_contain_text("The PDF contains scripts or a form")
    expect(tab.get_by_role("alert")).to_be_focused()
