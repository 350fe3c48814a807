"""Every flow passes in a browser that runs no scripts."""

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from profiles.models import Profile
from tests.browser.conftest import Open
from tests.browser.scene import GRADUATE, OWNER, Scene
from tests.cast.logins import PASSWORD


def log_in(tab: Tab, email: str) -> None:
    tab.goto("/accounts/login/")
    tab.get_by_label("E-mail").fill(email)
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Log in").click()


def test_graduate_logs_in_and_reads_why_the_first_match_fits(
    scene: Scene, open_context: Open
) -> None:
    tab = open_context(scripts=False).new_page()
    log_in(tab, scene.emails[GRADUATE])
    tab.get_by_role("article").first.get_by_role("heading").get_by_role("link").click()
    expect(tab.get_by_role("heading", name="Why this fits, from both sides")).to_be_visible()
    expect(tab.get_by_role("rowheader", name="Required skills")).to_be_visible()


def test_stranger_narrows_the_openings_and_opens_one(scene: Scene, open_context: Open) -> None:
    tab = open_context(scripts=False, width=360).new_page()
    tab.goto("/")
    tab.get_by_role("link", name="Read the openings").click()
    tab.locator("summary", has_text="Filters").click()
    tab.get_by_role("checkbox", name="Jobs").check()
    tab.get_by_role("button", name="Apply").click()
    expect(tab.get_by_role("link", name="Remove filter: Jobs")).to_be_visible()
    tab.get_by_role("article").first.get_by_role("heading").get_by_role("link").click()
    expect(tab.get_by_role("heading", name="Who offers it")).to_be_visible()


def test_graduate_edits_skills(scene: Scene, open_context: Open) -> None:
    tab = open_context(scripts=False).new_page()
    log_in(tab, scene.emails[GRADUATE])
    tab.locator("summary", has_text="Account").click()
    tab.get_by_role("link", name="My skills").click()
    tab.get_by_label("Level of Python").select_option("Learning")
    tab.get_by_role("checkbox", name="Redis").uncheck()
    tab.get_by_label("Search for a skill").fill("كوبرنيتس")
    tab.get_by_role("button", name="Find").click()
    expect(tab.get_by_role("checkbox", name="Kubernetes")).to_be_checked()
    tab.get_by_role("button", name="Save", exact=True).click()
    expect(tab.get_by_text("Your matches are being refreshed")).to_be_visible()
    held = dict(
        Profile.objects.get(user__email=scene.emails[GRADUATE]).held_skills.values_list(
            "skill__slug", "level"
        )
    )
    assert (held["python"], held["kubernetes"], "redis" in held) == (1, 2, False)


def test_mistyped_skill_is_explained_beside_its_field(scene: Scene, open_context: Open) -> None:
    tab = open_context(scripts=False).new_page()
    log_in(tab, scene.emails[GRADUATE])
    tab.goto("/profile/skills/")
    tab.get_by_label("Search for a skill").fill("Kubernets")
    tab.get_by_role("button", name="Save", exact=True).click()
    expect(tab.get_by_role("alert")).to_contain_text("Did you mean Kubernetes?")
    expect(tab.get_by_label("Search for a skill")).to_have_value("Kubernets")
    expect(tab.get_by_role("checkbox", name="Kubernetes")).not_to_be_checked()


def test_owner_reads_the_candidates_of_an_opening(scene: Scene, open_context: Open) -> None:
    tab = open_context(scripts=False).new_page()
    log_in(tab, scene.emails[OWNER])
    tab.goto(scene.path("opening-own"))
    tab.get_by_role("link", name="All matches").click()
    tab.get_by_role("article").first.get_by_role("heading").get_by_role("link").click()
    expect(tab.get_by_role("heading", name="The candidate")).to_be_visible()


def test_reader_changes_language_and_appearance_and_stays(scene: Scene, open_context: Open) -> None:
    tab = open_context(scripts=False).new_page()
    tab.goto("/openings/?mode=remote")
    tab.get_by_role("link", name="العربية").click()
    expect(tab).to_have_url("/ar/openings/?mode=remote")
    tab.get_by_role("button", name="داكن").click()
    expect(tab).to_have_url("/ar/openings/?mode=remote")
    expect(tab.locator("html")).to_have_attribute("data-scheme", "dark")
