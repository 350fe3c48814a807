"""What programme staff do in the administration, in a browser of their own."""

from playwright.sync_api import BrowserContext, expect

from tests import make
from tests.browser.scene import enter
from tests.browser.walking import Walker


def verify_in_admin(context: BrowserContext, site: str, language: str, headline: str) -> None:
    """From the dashboard into the queue: tick who waits, say what was checked, confirm."""
    staff = make.with_second_factor(make.an_account(is_staff=True, is_superuser=True))
    enter(context, staff, site)
    walker = Walker(context.new_page(), language)
    walker.visit("dashboard")
    walker.tab.locator("main a[href*='/admin/profiles/profile/']").click()
    row = walker.tab.locator("#result_list tbody tr").filter(has_text=headline)
    row.locator("[name=_selected_action]").check()
    walker.tab.locator("[name=action]").first.select_option("verify_chosen")
    walker.tab.locator("[name=checked]").first.select_option("identity")
    walker.tab.locator("[name=index]").first.click()
    walker.tab.locator("[name=confirmed]").click()
    expect(walker.tab.locator(".messagelist .success")).to_be_visible()
