"""Introductions of the scene's graduate and recruiter, in the states that look different."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from matching.introductions import actions, outages
from matching.introductions.models import Introduction
from matching.models import Candidacy, Opening
from profiles.models import Governorate
from profiles.recognition import viewer_of
from profiles.reveals import note_reveal
from profiles.steps import Step
from tests import make

GRADUATE, OWNER, NOBODY_ASKED = "graduate", "recruiter", "investor"
MESSAGE = "Your clinic project is close to what we build. May we talk about it this week?"
WORDS = ("هل يناسبك يوم الإثنين في العاشرة صباحًا؟ أعمل على Django منذ سنتين.", MESSAGE)


def introduced(search: Candidacy, own: Opening, others: Sequence[Opening]) -> list[tuple[Any, ...]]:
    """(name, address, reader) of each page; `own` asks, and of the others one is not asked yet."""
    to_answer = _asked_before_a_power_cut(own, search)
    accepted = make.an_introduction(others[0], search, state="accepted", shares=Step.CONTACT)
    # The first reading of a day is recorded, which costs queries once; what follows is measured.
    note_reveal(accepted.asked, viewer_of(search.profile.user))
    declined = make.an_introduction(others[1], search, state="declined")
    lapsed = make.an_introduction(others[2], search, state="lapsed")
    paused = make.a_job(own.owner, title="Paused for now", status="paused")
    return [
        ("introductions", reverse("introductions"), GRADUATE),
        ("introductions-sent", f"{reverse('introductions')}?show=sent", GRADUATE),
        ("introductions-of-owner", reverse("introductions"), OWNER),
        ("introductions-none", reverse("introductions"), NOBODY_ASKED),
        ("introductions-of-no-state", f"{reverse('introductions')}?state=expired", GRADUATE),
        ("introduction-to-answer", _one(to_answer), GRADUATE),
        ("introduction-that-waits", _one(to_answer), OWNER),
        ("introduction-accepted", _one(accepted), GRADUATE),
        ("introduction-declined", _one(declined), GRADUATE),
        ("introduction-lapsed", _one(lapsed), GRADUATE),
        ("introduction-asked", _ask(others[3], search), GRADUATE),
        ("introduction-in-the-way", _ask(paused, search), OWNER),
        ("introduction-to-accept", _act(to_answer, "accept"), GRADUATE),
        ("introduction-to-decline", _act(to_answer, "decline"), GRADUATE),
        ("introduction-to-withdraw", _act(to_answer, "withdraw"), OWNER),
        ("introduction-to-end", _act(accepted, "end"), GRADUATE),
        ("introduction-to-report", _act(to_answer, "report"), GRADUATE),
        ("introduction-to-block", _act(to_answer, "block"), GRADUATE),
        *_threads(accepted, others, search),
    ]


def _threads(
    accepted: Introduction, others: Sequence[Opening], search: Candidacy
) -> list[tuple[Any, ...]]:
    """One of two pages, one without a word, one that is over."""
    for number, words in enumerate(WORDS * 12):
        message = make.a_message(accepted, (accepted.asker, accepted.asked)[number % 2], words)
    empty = make.an_introduction(others[2], search, state="accepted")
    ended = make.an_introduction(others[1], search, state="accepted")
    make.a_message(ended, ended.asked, MESSAGE)
    actions.end(introduction=ended, by=ended.asked, because="done", by_id=None)
    reported = reverse("report-message", args=[accepted.public_id, message.public_id])
    return [
        ("messages", _thread(accepted), GRADUATE),
        ("messages-older", f"{_thread(accepted)}?page=2", GRADUATE),
        ("messages-none", _thread(empty), GRADUATE),
        ("messages-closed", _thread(ended), GRADUATE),
        ("message-to-report", reported, GRADUATE),
    ]


def _thread(row: Introduction) -> str:
    return reverse("messages", args=[row.public_id])


def _asked_before_a_power_cut(own: Opening, search: Candidacy) -> Introduction:
    now = timezone.now()
    asked_at = now - timedelta(hours=30)
    row = make.an_introduction(own, search, asker=own.owner, message=MESSAGE, asked_at=asked_at)
    outages.declare(
        what="power",
        governorates=Governorate.objects.filter(pk=search.profile.governorate_id),
        starts_at=now - timedelta(hours=20),
        ends_at=now - timedelta(hours=8),
        by_id=None,
    )
    return row


def _one(row: Introduction) -> str:
    return reverse("introduction", args=[row.public_id])


def _act(row: Introduction, name: str) -> str:
    return reverse("act-on-introduction", args=[row.public_id, name])


def _ask(opening: Opening, candidacy: Candidacy) -> str:
    return reverse("ask-introduction", args=[opening.public_id, candidacy.public_id])
