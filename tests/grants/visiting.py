"""Somebody without an account at the checker: what they say, and what its pages say to them."""

import re
from typing import Any

from django.test import Client

from grants.actions.checking import from_json
from grants.answers import KEY
from tests.grants.invented import COMPANY
from tests.web.markup import Markup

NEXUS = "/grants/ipsd-nexus/"
FITS = {**COMPANY, "months_operating": "14", "enters_markets": "yes"}
"""All that the programme asks but what the money is for."""


def said(answer: Any) -> str:
    return Markup(answer.content.decode().removeprefix("<!doctype html>")).text


def heading(answer: Any) -> str:
    found = re.search(r"<h1>(.*?)</h1>", answer.content.decode(), re.DOTALL)
    assert found
    return found[1]


def answers(visit: Client, url: str = NEXUS, **given: str) -> Any:
    return visit.post(url, {"asked": list(given), **given})


def stored(visit: Client) -> dict[str, Any]:
    return from_json(visit.session.get(KEY, {}))


def asked(answer: Any) -> list[str]:
    """The questions of all forms of a page, in order, each once."""
    found = re.findall(r'name="asked" value="(\w+)"', answer.content.decode())
    return list(dict.fromkeys(found))
