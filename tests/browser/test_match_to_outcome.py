"""Each pairing from the match to the outcome that both sides confirmed, in the browsers of both."""

import re
from itertools import cycle
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from matching.engagements.models import Engagement
from matching.introductions.models import Introduction
from matching.pairings.registry import all_pairings
from tests.browser.corners import ALL
from tests.browser.sides import Side
from tests.cast.agreed import terms_for
from tests.full import FULL
from tests.scenarios import Pair, one_pair_of_every_pairing

EVERY = list(all_pairings())
STORIES = (
    [(pairing, *corner) for pairing in EVERY for corner in ALL]
    if FULL
    else [(pairing, *corner) for pairing, corner in zip(EVERY, cycle(ALL), strict=False)]
)
"""In short each pairing is played in one of the corners, and all corners are."""
MESSAGE = {"en": "May we talk about it this week?", "ar": "هل يمكن أن نتحدث عنه هذا الأسبوع؟"}


def typed(pairing: str) -> dict[str, str]:
    """What is agreed on, as it is typed."""
    terms = {name: str(said) for name, said in terms_for(pairing).items()}
    return {"from_on": timezone.localdate().isoformat(), **terms}


@pytest.mark.parametrize(("pairing", "language", "scripts"), STORIES)
def test_from_the_match_to_what_both_confirmed(
    side: Any, pairing: str, language: str, scripts: bool
) -> None:
    pair = one_pair_of_every_pairing()[pairing]
    owner = side(pair.opening.owner, language, scripts)
    candidate = side(pair.candidacy.profile, language, scripts)
    row = introduced(pair, owner, candidate, MESSAGE[language])

    candidate.follows("begin-engagement", row.public_id)
    candidate.says(**typed(pairing))
    candidate.reads("You recorded this, and wait for their word")
    outcome = Engagement.objects.get()

    owner.opens("dashboard")
    owner.follows("engagement", outcome.public_id)
    owner.reads("They recorded this. Is that so?")
    owner.follows("act-on-engagement", outcome.public_id, "confirm")
    owner.says()
    candidate.opens("engagements")
    candidate.follows("engagement", outcome.public_id)
    for one in (owner, candidate):
        expect(one.tab).to_have_url(re.compile(r"/engagements/[0-9a-f-]{36}/$"))
        expect(one.tab.locator("#holds")).to_be_visible()
    outcome.refresh_from_db()
    assert (outcome.pairing, outcome.state) == (pairing, "running")


def introduced(pair: Pair, owner: Side, candidate: Side, message: str) -> Introduction:
    """The candidate asks from the page of the match, the owner accepts from the dashboard."""
    both = (pair.opening.public_id, pair.candidacy.public_id)
    candidate.opens("match", *both)
    candidate.follows("ask-introduction", *both)
    candidate.says(purpose="talk", message=message, shares="3")
    row = Introduction.objects.get()
    owner.opens("dashboard")
    owner.follows("introduction", row.public_id)
    expect(owner.tab.locator("blockquote")).to_have_text(message)
    owner.follows("act-on-introduction", row.public_id, "accept")
    owner.says(shares="3")
    owner.reads("You accepted: you are introduced")
    candidate.opens("introduction", row.public_id)
    candidate.reads("They accepted: you are introduced")
    return row
