"""An owner lets one party read on, sees that it looked, and takes it back, without scripts."""

from django.urls import reverse
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from profiles.models import Consent, Profile
from tests import make
from tests.browser.conftest import Open
from tests.browser.scene import GRADUATE, Scene, enter


def parties(count: int) -> str:
    return f"{count} parties may read more of you"


def test_given_read_seen_and_revoked(
    scene: Scene, open_context: Open, live_server: LiveServer
) -> None:
    graduate = Profile.objects.get(user__email=scene.emails[GRADUATE])
    firm = make.an_international_company()
    owner, reader = (open_context(scripts=False, width=360) for _ in range(2))
    scene.log_in(owner, GRADUATE, live_server.url)
    enter(reader, make.acts_for(firm), live_server.url)
    mine, theirs = owner.new_page(), reader.new_page()
    before = Consent.objects.in_force().filter(owner=graduate).count()
    page, email = scene.path("profile"), graduate.identity.email

    theirs.goto(page)
    expect(theirs.get_by_text(email)).to_have_count(0)

    mine.goto(reverse("profile", args=[firm.public_id]))
    mine.get_by_role("link", name="Let them read more of you").click()
    mine.get_by_role("radio", name="Contact").check()
    mine.get_by_role("radio", name="A job").check()
    mine.get_by_role("button", name="Let them read it").click()
    expect(
        mine.get_by_role("heading", name=f"{before + 1} parties may read more of you")
    ).to_be_visible()

    theirs.goto(page)
    expect(theirs.get_by_text(email)).to_be_visible()

    mine.get_by_role("link", name="History").first.click()
    expect(mine.get_by_text("They read it once")).to_be_visible()
    mine.get_by_role("button", name="Revoke").click()
    expect(
        mine.get_by_role("heading", name=f"{before} parties may read more of you")
    ).to_be_visible()

    theirs.goto(page)
    expect(theirs.get_by_text(email)).to_have_count(0)
