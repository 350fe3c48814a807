"""One of two who meet, in a browser of their own; in which languages, with scripts and without."""

from itertools import product
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browser.strange import strange_in
from tests.browser.walking import fill_in, go_on
from tests.full import FULL

ALL = list(product(("en", "ar"), (True, False)))
WAYS = pytest.mark.parametrize(
    ("language", "scripts"), ALL if FULL else [("en", True), ("ar", False)]
)


class Side:
    """One of the two, at a phone or a desk of their own."""

    def __init__(self, tab: Tab, language: str) -> None:
        self.tab, self.language = tab, language

    def path(self, name: str, *arguments: Any) -> str:
        with override(self.language):
            return reverse(name, args=arguments)

    def words(self, english: str) -> str:
        with override(self.language):
            return gettext(english)

    def opens(self, name: str, *arguments: Any) -> None:
        self.tab.goto(self.path(name, *arguments))

    def follows(self, name: str, *arguments: Any) -> None:
        link = self.tab.locator(f'main a[href="{self.path(name, *arguments)}"]').first
        with self.tab.expect_navigation():
            link.click()

    def says(self, **answers: Any) -> None:
        fill_in(self.tab, answers)
        with self.tab.expect_navigation():
            go_on(self.tab)

    def reads(self, english: str) -> None:
        expect(self.tab.locator("h1")).to_have_text(self.words(english))
        assert strange_in(self.tab, self.language) == []
