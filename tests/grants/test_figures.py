"""Every figure and rule of every shipped programme stands beside a link to its source and a day."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.formats import date_format
from django.utils.translation import override

from grants import saying
from grants.documents import read_all

pytestmark = pytest.mark.django_db
LANGUAGES = {"en": "", "ar": "/ar"}
DOCUMENTS = {document["slug"]: document for document in read_all()}
RULE = '<li class="rule">'
SOURCE = re.compile(r'<p class="hint"><a href="([^"]+)">[^<]+</a>([^<]+)')
NUMBER = re.compile(r'<p class="sm">([^<:]+(?::[^<:]+)*): <b>([^<]+)</b>')
Cited = tuple[str, str]


def opened(client: Client, slug: str, language: str, *, is_copy: bool) -> str:
    url = f"{LANGUAGES[language]}/grants/{slug}/"
    answer = client.post(f"{url}keep/", follow=True) if is_copy else client.get(url)
    assert answer.status_code == 200
    page: str = answer.content.decode().split("<main")[1].split("</main>")[0]
    return page


def rules(page: str) -> Iterator[str]:
    """Each requirement that is no group, up to the next one or to the amount."""
    for block in page.split('id="amt"', maxsplit=1)[0].split(RULE)[1:]:
        if not block.rstrip().endswith("<ul>"):
            yield block


def cited(block: str) -> set[Cited]:
    return {(unescape(url), after.strip()) for url, after in SOURCE.findall(block)}


def of(document: dict[str, Any], source: str, language: str) -> Cited:
    """The link and the words that the page must have of it."""
    said = document["sources"][source]
    day = date_format(date.fromisoformat(str(said["read_on"])), "DATE_FORMAT")
    return said["url"], f", read {day}" if language == "en" else day


def is_cited(wanted: Cited, block: str) -> bool:
    return any(url == wanted[0] and wanted[1].lstrip() in after for url, after in cited(block))


@pytest.mark.parametrize("is_copy", [False, True], ids=["page", "printed copy"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", DOCUMENTS)
def test_each_rule_and_each_published_figure_is_read_with_its_source_and_day(
    slug: str, language: str, *, is_copy: bool
) -> None:
    document = DOCUMENTS[slug]
    with override(language):
        page = opened(Client(), slug, language, is_copy=is_copy)
        blocks = list(rules(page))
        for criterion in document["criteria"]:
            title = f">{criterion['title'][language]}</h"
            said = [block for block in blocks if title in unescape(block)]
            assert said, title
            wanted = of(document, criterion["source"], language)
            assert all(is_cited(wanted, block) for block in said), title

        of_amount = page.partition('id="amt"')[2].split("</section>")[0]
        parts = [*blocks, *of_amount.split("<div>")]
        shown = {
            unescape(title).strip(): (value, part)
            for part in parts
            for title, value in NUMBER.findall(part)
        }
        published = {
            number["title"][language]: span
            for number in document.get("parameters", {}).values()
            for span in number["spans"]
            if span["provenance"] != "placeholder"
        }
        assert shown.keys() == published.keys()
        for title, (value, part) in shown.items():
            assert value == saying.number_in(published[title]["value"])
            assert is_cited(of(document, published[title]["source"], language), part), title
