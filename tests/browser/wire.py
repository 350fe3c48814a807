"""What a page costs on the wire: itself and all that it names, compressed as it is sent."""

import gzip
import http.client
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import brotli

from tests.browser.serving import HEADER

KINDS = {".css": "CSS", ".js": "JS", ".woff2": "fonts", ".svg": "images", ".png": "images"}
LOADED = {"stylesheet", "icon", "preload"}
NAMED_IN_CSS = re.compile(r"""url\(["']?(?!data:)([^"'#)]+)["']?\)""")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `sent` counts its bytes with those of its headers."""

    url: str
    headers: dict[str, str]
    sent: int
    text: str

    @property
    def kind(self) -> str:
        return next(
            (kind for end, kind in KINDS.items() if urlsplit(self.url).path.endswith(end)), "HTML"
        )

    @property
    def is_kept(self) -> bool:
        return "immutable" in self.headers.get("cache-control", "")


@dataclass(frozen=True, slots=True)
class View:
    """A page and everything that the page and its style sheets name, each asked for once.

    An upper bound: a browser leaves out a font whose letters the page does not use.
    """

    answers: tuple[Answer, ...]

    @property
    def queries(self) -> int:
        return int(self.answers[0].headers[HEADER.lower()])

    @property
    def again(self) -> "View":
        """What a browser asks for when it comes back."""
        return View(tuple(answer for answer in self.answers if not answer.is_kept))

    def sent(self, kind: str = "") -> int:
        return sum(answer.sent for answer in self.answers if kind in {"", answer.kind})


class Reader:
    """Asks as a browser does, keeping what it was sent before."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.kept: dict[str, Answer] = {}

    def view(self, path: str, status: int = HTTPStatus.OK, **headers: str) -> View:
        """The page, which is meant to answer with `status`; all that it names must be there."""
        page = self._get(urljoin(self.site, path), headers, status)
        found = self._all(page, _Named(page.text).urls)
        for sheet in [answer for answer in found.values() if answer.kind == "CSS"]:
            found |= self._all(sheet, NAMED_IN_CSS.findall(sheet.text))
        return View((page, *found.values()))

    def _all(self, source: Answer, named: list[str]) -> dict[str, Answer]:
        urls = {urljoin(source.url, url) for url in named}
        self.kept |= {url: self._get(url, {}) for url in urls - self.kept.keys()}
        return {url: self.kept[url] for url in sorted(urls)}

    def _get(self, url: str, headers: dict[str, str], status: int = HTTPStatus.OK) -> Answer:
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.netloc, timeout=60)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request("GET", target, headers={"Accept-Encoding": "gzip, br", **headers})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        assert answer.status == status, (url, answer.status)
        named = {name.lower(): value for name, value in answer.getheaders()}
        overhead = sum(len(name) + len(value) + 4 for name, value in named.items())
        return Answer(url, named, overhead + len(body), _text(body, named))


class _Named(HTMLParser):
    """The addresses that a page makes a browser fetch."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        loads = tag in {"script", "img"} or (tag == "link" and named.get("rel") in LOADED)
        url = named.get("href" if tag == "link" else "src")
        if loads and url and not url.startswith("data:"):
            self.urls.append(url)


def _text(body: bytes, headers: dict[str, str]) -> str:
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress}.get(
        headers.get("content-encoding", "")
    )
    return (unpack(body) if unpack else body).decode(errors="replace")
