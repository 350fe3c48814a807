"""One of two who meet: reads, follows links and answers, at a phone or a desk of their own."""

from typing import Any

from tests.browser.strange import strange_in
from tests.browser.walking import Speaker, fill_in

BUTTON = "main form button"


class Side(Speaker):
    """Every page that is met says nothing strange."""

    def opens(self, name: str, *arguments: Any) -> None:
        self.tab.goto(self.path(name, *arguments))
        self.looks()

    def follows(self, name: str, *arguments: Any) -> None:
        link = self.tab.locator(f'main a[href="{self.path(name, *arguments)}"]').first
        with self.tab.expect_navigation():
            link.click()
        self.looks()

    def says(self, **answers: Any) -> None:
        """Fill in, and press the one button."""
        fill_in(self.tab, answers)
        with self.tab.expect_navigation():
            self.tab.locator(BUTTON).first.click()
        self.looks()

    def looks(self) -> None:
        assert strange_in(self.tab, self.language) == []
