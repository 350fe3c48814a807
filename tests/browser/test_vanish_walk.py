"""Somebody in danger vanishes and comes back, with scripts off, in either language."""

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from profiles.models import Profile
from tests.browser.conftest import Open
from tests.browser.scene import GRADUATE, OWNER, Scene

WORDS = {
    "en": ("Your privacy", "Read what happens", "Vanish now", "You have vanished", "Come back"),
    "ar": ("خصوصيتي", "ما الذي يحدث", "اختفاء الآن", "تمّ الاختفاء", "عودة"),
}


def tab_of(scene: Scene, open_context: Open, site: str, reader: str) -> Tab:
    context = open_context(scripts=False, width=360)
    scene.log_in(context, reader, site)
    return context.new_page()


@pytest.mark.parametrize("language", WORDS)
def test_vanish_and_come_back(
    scene: Scene, open_context: Open, live_server: LiveServer, language: str
) -> None:
    privacy, read, vanish, vanished, come_back = WORDS[language]
    home = "/openings/" if language == "en" else "/ar/openings/"
    reader = tab_of(scene, open_context, live_server.url, OWNER)
    kept_link = scene.path("profile")
    reader.goto(kept_link)
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Backend developer")

    tab = tab_of(scene, open_context, live_server.url, GRADUATE)
    stale = tab.context.new_page()
    stale.goto(scene.path("privacy-name"))
    tab.goto(home)
    tab.get_by_role("link", name=privacy).click()
    tab.get_by_role("link", name=read).click()
    tab.get_by_role("button", name=vanish).click()
    expect(tab.get_by_role("heading", name=vanished)).to_be_visible()

    reader.reload()
    expect(reader.get_by_role("heading", name="There is no such page")).to_be_visible()
    stale.get_by_role("radio", name="The name").check()
    stale.get_by_role("button", name="Save").click()
    expect(stale.get_by_role("heading", name="There is no such page")).to_be_visible()

    tab.get_by_role("button", name=come_back).click()
    reader.goto(kept_link)
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Backend developer")
    graduate = Profile.objects.get(user__email=scene.emails[GRADUATE])
    assert (graduate.status, graduate.is_named) == ("active", False)
