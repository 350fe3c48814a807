"""The pages of tenders and of their answers, as somebody of one of the two opens them."""

from typing import Any

from django.test import Client
from django.urls import reverse

from matching.tenders.models import Answer
from profiles.models import Profile
from tests import make
from tests.reading import logged_in

MINE = "/tenders/"
MOST = 10
"""Queries of a page."""


def board(row: Answer) -> str:
    return reverse("tender-answers", args=[row.opening.public_id])


def one(row: Answer, act: str = "") -> str:
    return f"{reverse('answer', args=[row.public_id])}{act}{'/' if act else ''}"


def read(profile: Profile, url: str, **account: Any) -> Any:
    return logged_in(make.acts_for(profile, **account)).get(url)


def outsider(row: Answer, who: str) -> Client:
    """Another firm and another company that have an answer of their own between them."""
    if who == "staff":
        return logged_in(make.staff())
    other = make.an_answer()
    profile = {
        "firm": row.firm,
        "another firm": other.firm,
        "another company": other.owner,
        "graduate": make.a_graduate(),
    }[who]
    return logged_in(make.acts_for(profile))
