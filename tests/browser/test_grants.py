"""A stranger learns how programmes stand, without scripts: asked, refused, changed, forgotten."""

import pytest
from django.utils.translation import ngettext, override
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import Open
from tests.browser.test_every_page import NARROW, broken_rules, too_wide
from tests.browser.walking import Speaker
from tests.grants import invented

LANGUAGES = pytest.mark.parametrize("language", ["en", "ar"])
NEXUS = "ipsd-nexus"


class Stranger(Speaker):
    """Somebody with no account and a browser that runs no scripts."""

    def counts(self, one: str, many: str, number: int, total: int) -> str:
        """A heading that counts, with its numbers filled in."""
        with override(self.language):
            return ngettext(one, many, total) % {"met": number, "total": total}

    def follows(self, path: str) -> None:
        with self.tab.expect_navigation():
            self.tab.locator(f'main a[href="{path}"]').first.click()

    def answers(self, **given: str) -> None:
        """In the form of the next questions, or on the page of one."""
        form = self.tab.locator("form", has=self.tab.locator(f"[name={next(iter(given))}]"))
        for name, said in given.items():
            box = form.first.locator(f'[name="{name}"][value="{said}"][type=radio]')
            if box.count():
                box.check()
            else:
                form.first.locator(f'[name="{name}"]:not([type=hidden])').fill(said)
        with self.tab.expect_navigation():
            form.first.locator("button").first.click()

    def is_told(self, text: str) -> None:
        """The heading of the page, with its numbers filled in."""
        expect(self.tab.locator("h1")).to_contain_text(text)


@pytest.fixture
def stranger(open_context: Open, transactional_db: None, language: str) -> Stranger:
    tab = open_context(scripts=False, width=360).new_page()
    return Stranger(tab, language)


@pytest.mark.usefixtures("_own_connections")
@LANGUAGES
def test_from_a_plan_by_questions_to_a_result_and_back(stranger: Stranger) -> None:
    one = stranger.path("grant", NEXUS)
    stranger.tab.goto(stranger.path("grants"))
    stranger.follows(f"{stranger.path('grants')}?plan=market")
    stranger.answers(registration="registered", business="other")
    stranger.follows(one)
    stranger.is_told(stranger.counts("You meet %(met)d of %(total)d criterion.",
                                     "You meet %(met)d of %(total)d criteria.", 1, 5))  # fmt: skip
    assert stranger.marks() == {"met", "not", "unk"}
    change = f"{stranger.path('grant-answer', 'business')}?of={NEXUS}"
    stranger.follows(change)
    stranger.answers(business="startup")
    stranger.answers(place="gaza", enters_markets="yes")
    stranger.answers(eligible_cost="٣٦٬٠٠٠")
    stranger.is_told(stranger.counts("You meet %(met)d of %(total)d criterion.",
                                     "You meet %(met)d of %(total)d criteria.", 4, 5))  # fmt: skip
    expect(stranger.tab.locator(".range")).to_contain_text("28,800")
    assert stranger.marks() == {"met", "unk"}
    stranger.presses("Keep a copy")
    expect(stranger.tab.locator("main")).to_contain_text("36,000")
    copy = stranger.tab.url
    stranger.follows(one)
    stranger.presses("Forget my answers")
    assert stranger.tab.goto(copy).status == 404  # type: ignore[union-attr]
    stranger.tab.goto(one)
    stranger.is_told(stranger.counts("This programme sets one criterion.",
                                     "This programme sets %(total)d criteria.", 0, 5))  # fmt: skip


@pytest.mark.usefixtures("_own_connections")
@LANGUAGES
def test_an_amount_that_is_refused_stays_as_typed_on_a_page_that_breaks_no_rule(
    open_context: Open, transactional_db: None, language: str
) -> None:
    stranger = Stranger(open_context(width=NARROW).new_page(), language)
    stranger.tab.goto(f"{stranger.path('grant-answer', 'eligible_cost')}?of={NEXUS}")
    stranger.answers(eligible_cost="€ 36,000")
    expect(stranger.tab.get_by_role("alert")).to_be_focused()
    expect(stranger.tab.locator("[name=eligible_cost]")).to_have_value("€ 36,000")
    assert broken_rules(stranger.tab) == []
    assert too_wide(stranger.tab, [NARROW]) == []


@pytest.mark.usefixtures("_own_connections")
@LANGUAGES
def test_two_answers_that_do_not_fit_lead_to_the_other_one(stranger: Stranger) -> None:
    invented.published(invented.MATCHING)
    stranger.tab.goto(stranger.path("grant-answer", "outside_money"))
    stranger.answers(outside_money="60000")
    stranger.tab.goto(stranger.path("grant", "matching"))
    stranger.answers(raises_privately="no")
    stranger.follows(stranger.path("grant-answer", "outside_money"))
    stranger.answers(outside_money="0")
    stranger.tab.goto(stranger.path("grant", "matching"))
    stranger.answers(raises_privately="no")
    assert stranger.marks() == {"not"}


@pytest.mark.usefixtures("_own_connections")
@LANGUAGES
def test_a_copy_prints_without_the_frame_of_the_site(
    stranger: Stranger, live_server: LiveServer
) -> None:
    stranger.tab.goto(stranger.path("grant", NEXUS))
    stranger.presses("Keep a copy")
    stranger.tab.emulate_media(media="print")
    for frame in (".top", ".foot", ".crumb"):
        expect(stranger.tab.locator(frame).first).to_be_hidden()
    expect(stranger.tab.locator("main")).to_contain_text("https://ipsd.ps/")
