"""From an open profile to one that is sent in, as a person does it on a phone."""

import re
import time
from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from ledger.models import Event, Mail
from profiles.joining import open_profile
from profiles.models import Draft, Profile
from tests import make
from tests.browser.conftest import Open
from tests.browser.scene import enter
from tests.full import FULL
from tests.workers import seconds_until

pytestmark = pytest.mark.usefixtures("_own_connections", "transactional_db")
PHONE = 360
FIVE_MINUTES = 300
SECONDS_A_PAGE = 30
"""What a person takes to read a question and type a line, beside what the site takes."""
Starts = Callable[..., tuple[Tab, Profile]]


@pytest.fixture
def starts(open_context: Open, live_server: LiveServer) -> Starts:
    """Opens an empty profile of a kind and its task list in a browser."""

    def start(kind: str, *, scripts: bool, prefix: str = "") -> tuple[Tab, Profile]:
        context = open_context(width=PHONE, scripts=scripts)
        profile = open_profile(user=make.an_account(), kind=kind)
        user = profile.user or make.acts_for(profile)
        enter(context, user, live_server.url)
        tab = context.new_page()
        tab.goto(f"{prefix}/profile/")
        return tab, profile

    return start


def go_on(tab: Tab) -> None:
    tab.locator("main .btn.p").click()


def fill(tab: Tab, **fields: str) -> None:
    """Fill in by the names of the fields, which are the same in both languages, and go on."""
    for name, text in fields.items():
        field = tab.locator(f"[name={name}]")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)
    go_on(tab)


def pick(tab: Tab, text: str) -> None:
    tab.locator("[name=skills-q]").fill(text)
    tab.locator("[name=skills-q]").press("Enter")
    expect(tab.locator("[name=skills-q]")).to_have_value("")


@pytest.mark.parametrize(
    ("prefix", "scripts"),
    list(product(("", "/ar"), (False, True))) if FULL else [("", True), ("/ar", False)],
)
def test_mentor_is_sent_in_within_five_minutes(
    starts: Starts, figures: list[str], prefix: str, scripts: bool
) -> None:
    tab, mentor = starts("mentor", scripts=scripts, prefix=prefix)
    pages: list[str] = []
    tab.on("framenavigated", lambda frame: pages.append(frame.url))
    start = time.monotonic()

    go_on(tab)
    fill(tab, legal_name="Sami Khoury")
    fill(tab, country="SE")
    fill(tab, headline="Engineering manager, distributed systems")
    pick(tab, "رياكت")
    pick(tab, "Go, Kubernetes")
    go_on(tab)
    fill(tab, hours_month="2")
    go_on(tab)

    expect(tab.locator("h1")).to_be_visible()
    seconds = time.monotonic() - start
    mentor.refresh_from_db()
    held = set(mentor.held_skills.values_list("skill__slug", flat=True))
    assert mentor.submitted_at is not None
    assert (held, mentor.time_zone) == ({"react", "go", "kubernetes"}, "Europe/Stockholm")
    assert seconds + len(pages) * SECONDS_A_PAGE < FIVE_MINUTES
    words = "with scripts" if scripts else "without scripts"
    figures.append(f"mentor, {prefix or '/en'} {words}: {len(pages)} pages, {seconds:.1f} s")


@pytest.mark.parametrize("scripts", [False, True] if FULL else [False])
def test_graduate_is_sent_in_and_verified_by_the_university(starts: Starts, scripts: bool) -> None:
    tab, graduate = starts("graduate", scripts=scripts, prefix="/ar")
    go_on(tab)
    fill(tab, legal_name="لينا حداد")
    fill(tab, governorate="PS-GZA")
    fill(tab, university="birzeit", degree="هندسة حاسوب", graduation_year="2025")
    fill(tab, headline="مطوّرة واجهات، React")
    pick(tab, "رياكت، بايثون")
    go_on(tab)
    tab.goto("/ar/profile/questions/university-email/")
    fill(tab, address="lina@students.birzeit.edu")
    fill(tab, code=sent_code())
    expect(tab).to_have_url("/ar/profile/")
    go_on(tab)
    go_on(tab)
    expect(tab).to_have_url("/ar/profile/")
    graduate.refresh_from_db()
    assert (graduate.verified_how, graduate.time_zone) == ("university_email", "Asia/Gaza")


def sent_code() -> str:
    found = re.search(r"\d{6}", Mail.objects.latest("pk").text)
    assert found
    return found[0]


def typed(tab: Tab, text: str) -> None:
    tab.locator("[name=headline]").press_sequentially(text)


def test_line_lost_in_mid_typing_loses_nothing(starts: Starts) -> None:
    tab, graduate = starts("graduate", scripts=True)
    tab.goto("/profile/questions/headline/")
    typed(tab, "Frontend ")
    seconds_until(Draft.objects.exists)

    tab.context.set_offline(offline=True)
    typed(tab, "developer")
    go_on(tab)
    expect(tab.locator("[data-offline]")).to_be_visible()
    expect(tab.locator("[name=headline]")).to_have_value("Frontend developer")

    tab.context.set_offline(offline=False)
    expect(tab.locator("[data-offline]")).to_be_hidden()
    seconds_until(lambda: "Frontend developer" in str(Draft.objects.get().data))
    tab.goto("/profile/questions/headline/")
    expect(tab.locator("[name=headline]")).to_have_value("Frontend developer")
    go_on(tab)
    graduate.refresh_from_db()
    assert graduate.headline == "Frontend developer"
    assert not Draft.objects.exists()


def test_button_keeps_it_for_later_without_scripts(starts: Starts) -> None:
    tab, graduate = starts("graduate", scripts=False)
    tab.goto("/profile/questions/headline/")
    typed(tab, "Frontend")
    tab.locator("[name=later]").click()
    expect(tab).to_have_url("/profile/")
    tab.goto("/profile/questions/headline/")
    expect(tab.locator("[name=headline]")).to_have_value("Frontend")
    graduate.refresh_from_db()
    assert graduate.headline == ""


def test_answer_that_is_sent_twice_is_saved_once(starts: Starts) -> None:
    tab, _ = starts("graduate", scripts=False)
    tab.goto("/profile/questions/headline/")
    fill(tab, headline="Frontend developer")
    expect(tab).to_have_url("/profile/questions/skills/")
    tab.go_back()
    expect(tab).to_have_url("/profile/questions/headline/")
    fill(tab, headline="Frontend developer")
    expect(tab).to_have_url("/profile/questions/skills/")
    assert Event.objects.filter(verb="profile.saved").count() == 1


def test_week_is_picked_by_keyboard_alone(starts: Starts) -> None:
    tab, mentor = starts("mentor", scripts=False)
    tab.goto("/profile/questions/availability/")
    tab.get_by_label("Sunday, 06:00 to 12:00").focus()
    tab.keyboard.press("Space")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Space")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url("/profile/")
    mentor.refresh_from_db()
    assert mentor.week == [0, 0, 0, 0, 0, 0, 0b111111111111 << 6]
