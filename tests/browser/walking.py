"""How somebody walks through the site in a browser: by links, forms and mails, in one language."""

import re
import time
from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, override
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from matching.pairings.declaration import Side
from tests.accounts.conftest import PASSWORD
from tests.browser.strange import strange_in
from tests.matching.authoring.walks import questions_of, walk_of

PATIENCE = 8_000
BUTTON = "main .btn.p"


def go_on(tab: Tab) -> None:
    """Press the one button, or follow the one link, that leads on."""
    tab.locator(BUTTON).click()


def fill_in(tab: Tab, answers: Mapping[str, Any]) -> None:
    """What is typed or ticked, by the names of the fields: they are the same in both languages."""
    for name, said in answers.items():
        for value in said if isinstance(said, list) else [said]:
            box = tab.locator(
                f'main [name="{name}"][value="{value}"]:is([type=radio],[type=checkbox])'
            )
            field = tab.locator(f'main [name="{name}"]')
            if box.count():
                box.check()
            elif field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)


def pick(tab: Tab, answers: Mapping[str, Any]) -> None:
    """Search for each skill by its name, tick it, and say how much it counts."""
    for slug in answers.get("skills-pick", []):
        tab.locator('[name="skills-q"]').fill(slug)
        tab.locator('[name="skills-find"]').first.click()
        tab.locator(f'[name="skills-pick"][value="{slug}"]').check()
        tab.locator(f'[name="skills-of-{slug}"]').select_option(answers[f"skills-of-{slug}"])


class Speaker:
    """Somebody with a browser, who reads one language."""

    def __init__(self, tab: Tab, language: str) -> None:
        self.tab, self.language = tab, language

    def path(self, name: str, *arguments: Any) -> str:
        with override(self.language):
            return reverse(name, args=arguments)

    def words(self, english: str) -> str:
        """What the site says, up to the first thing that it fills in."""
        with override(self.language):
            return gettext(english).split("%(")[0]

    def reads(self, english: str) -> None:
        """The heading of the page says this."""
        expect(self.tab.locator("h1")).to_contain_text(self.words(english))

    def presses(self, english: str) -> None:
        with self.tab.expect_navigation():
            self.tab.get_by_role("button", name=self.words(english), exact=True).click()

    def marks(self) -> set[str]:
        """The states of criteria that the page shows."""
        marks = self.tab.locator(".rule > .st").all()
        return {re.sub(r"\bst\b", "", mark.get_attribute("class") or "").strip() for mark in marks}


class Walker(Speaker):
    """Somebody with a browser, who reads one language and remembers the pages they met.

    pages: their addresses in order; strange: what on them no reader should have to see
    """

    def __init__(self, tab: Tab, language: str) -> None:
        tab.set_default_timeout(PATIENCE)
        super().__init__(tab, language)
        self.pages: list[str] = []
        self.strange: list[str] = []
        self.began = time.monotonic()
        tab.on("framenavigated", lambda frame: self.pages.append(frame.url))

    def visit(self, name: str) -> None:
        """Type an address, as somebody does who kept it."""
        self.tab.goto(self.path(name))
        self.look()

    def look(self) -> None:
        self.strange += strange_in(self.tab, self.language)

    def follow(self, name: str, *arguments: Any, more: str = "") -> None:
        """Click a link to that page, in a menu if need be; `more` is the rest of its address."""
        path = self.path(name, *arguments)
        link = f'a:is([href="{path}{more}"], [href^="{path}{more or "?"}"])'
        if not self.tab.locator(f"{link}:visible").count():
            self.tab.locator("header details", has=self.tab.locator(link)).first.click()
        self.click(self.tab.locator(f"{link}:visible").first)

    def click(self, leads_on: Locator) -> None:
        """What leads to another page, which is there and looked at afterwards."""
        with self.tab.expect_navigation():
            leads_on.click()
        self.look()

    def go_on(self) -> None:
        self.click(self.tab.locator(BUTTON))

    def says(self, **answers: Any) -> None:
        """Answer a question and go on."""
        fill_in(self.tab, answers)
        self.go_on()

    def picks(self, text: str) -> None:
        """Skills as they are said, with commas between them; they are on the list afterwards."""
        self.tab.locator("[name=skills-q]").fill(text)
        self.tab.locator("[name=skills-q]").press("Enter")
        expect(self.tab.locator("[name=skills-q]")).to_have_value("")
        self.look()

    def card(self, text: str) -> Locator:
        """The one card of a list that names this."""
        return self.tab.get_by_role("article").filter(has_text=text)

    def joins(self, kind: str, email: str) -> None:
        """From the front page through the door of this kind to the first page of one's own."""
        self.visit("home")
        self.follow("join")
        self.began, self.pages[:-1] = time.monotonic(), []
        self.follow("account_signup", more=f"?role={kind}")
        self.says(email=email, password1=PASSWORD)
        page_of_code = self.tab.url
        code = self._code()
        self.tab.goto(page_of_code)
        self.says(code=code)
        expect(self.tab).to_have_url(re.compile(f"{self.path('my-profile')}$"))

    def _code(self) -> str:
        """The digits of the newest letter in the demo's mail."""
        self.follow("demo-mail")
        self.click(self.tab.locator("main ul a").first)
        digits = re.search(r"\b\d{6}\b", self.tab.locator(".letter").inner_text())
        assert digits
        return digits.group()

    def sends_in(self) -> float:
        """From the page of all answers; returns the seconds since the page of doors."""
        expect(self.tab).to_have_url(re.compile(f"{self.path('profile-check')}$"))
        self.go_on()
        self.reads("Sent in on %(day)s")
        return time.monotonic() - self.began

    def begins(self, side: Side, pairing: str, **about: str) -> None:
        """From one's own list to the last answer about an opening or consent, and the check."""
        self.follow("my-openings")
        self.follow(f"new-{side}", pairing)
        self.go_on()
        said = walk_of(side, pairing).said
        for question in questions_of(side, pairing):
            expect(self.tab).to_have_url(re.compile(f"/edit/{question.slug}/"))
            answers = said[question.slug]
            if question.slug == "skills":
                pick(self.tab, answers)
            else:
                answers = {**answers, **about} if question.slug == "about" else answers
                fill_in(self.tab, answers)
            self.go_on()
        self.go_on()
