"""Reads rendered markup: what is said in it, and whether its tags close in order."""

from html.parser import HTMLParser

VOID = {"br", "img", "input", "link", "meta"}
SPOKEN = {"aria-label", "placeholder", "data-l", "alt", "title"}


class Markup(HTMLParser):
    """`said` holds texts and spoken attributes, without what stands in a language of its own."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.opened: list[tuple[str, bool]] = []
        self.faults: list[str] = []
        self.feed(source)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag, _ in self.opened]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        foreign = "hreflang" in names or any(mark for _, mark in self.opened)
        if not foreign:
            self.said += [value or "" for name, value in attrs if name in SPOKEN]
        if tag not in VOID:
            self.opened.append((tag, foreign))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A shape such as <path/> holds no text."""

    def handle_endtag(self, tag: str) -> None:
        if not self.opened or self.opened[-1][0] != tag:
            self.faults.append(f"</{tag}> closes nothing")
        else:
            self.opened.pop()

    def handle_data(self, data: str) -> None:
        if not any(foreign for _, foreign in self.opened):
            self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())
