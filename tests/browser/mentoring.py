"""A mentoring across two clocks in the scene: its sessions and reviews in each state."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from matching.engagements.models import Engagement, Review, Session
from matching.introductions import outages
from profiles.models import Governorate
from tests import make

MENTOR, MENTEE, NOBODY = "mentor of two clocks", "mentee", "recruiter"
LOG = "قرأنا الفصل الأول معًا، والخطوة التالية كتابة الاختبارات."


def mentored(emails: dict[str, str]) -> list[tuple[Any, ...]]:
    """(name, address, reader) of each page; the two readers are added to `emails`."""
    row = make.mentoring_across_clocks()
    emails[MENTOR] = make.acts_for(
        row.owner, email="mentoring@demo.silah.example", time_zone="Europe/Berlin"
    ).email
    emails[MENTEE] = make.acts_for(row.candidate, email="mentee@demo.silah.example").email
    proposed, booked, begun = (_at(row, days, state) for days, state in _STATES)
    held = make.a_session(row, state="held", text=LOG)
    missed = _missed_in_an_outage(row)
    cancelled = make.a_session(row, state="cancelled")
    return [
        ("mentoring-sessions", reverse("sessions"), MENTEE),
        ("mentoring-sessions-of-mentor", reverse("sessions"), MENTOR),
        ("mentoring-sessions-none", reverse("sessions"), NOBODY),
        ("session-to-book", _one(proposed), MENTOR),
        ("session-that-waits", _one(proposed), MENTEE),
        ("session-booked", _one(booked), MENTEE),
        ("session-begun", _one(begun), MENTEE),
        ("session-held", _one(held), MENTOR),
        ("session-missed", _one(missed), MENTEE),
        ("session-cancelled", _one(cancelled), MENTEE),
        ("session-proposed", reverse("propose-session", args=[row.public_id]), MENTOR),
        ("session-other-times", _act(proposed, "other-times"), MENTOR),
        ("session-moved", _act(booked, "move"), MENTEE),
        *((f"session-act-{name}", _act(proposed, name), MENTOR) for name in ("book", "cancel")),
        *((f"session-act-{name}", _act(begun, name), MENTOR) for name in ("held", "missed")),
        *_reviews(row, held),
    ]


_STATES = ((3, "proposed"), (9, "booked"), (12, "begun"))


def _at(row: Engagement, days: int, state: str) -> Session:
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(days=days)
    return make.a_session(row, state=state, times=[start, start + timedelta(hours=14)])


def _missed_in_an_outage(row: Engagement) -> Session:
    at = timezone.now() - timedelta(days=2)
    outages.declare(
        what="power",
        governorates=Governorate.objects.filter(code="PS-GZA"),
        starts_at=at - timedelta(hours=1),
        ends_at=at + timedelta(hours=1),
        by_id=None,
    )
    return make.a_session(row, state="missed", starts_at=at)


def _reviews(row: Engagement, held: Session) -> list[tuple[Any, ...]]:
    after = make.a_review(row, by=row.owner, kind="session", session=held)
    evaluation = make.a_review(row, by=row.owner, kind="evaluation", rating=4, text=LOG)
    late = make.a_review(row, asked_at=timezone.now() - timedelta(days=40))
    end = make.a_review(row, kind="end")
    return [
        ("review-of-a-session", _review(after), MENTOR),
        ("review-of-the-end", _review(end), MENTEE),
        ("review-read", _review(evaluation), MENTEE),
        ("review-too-late", _review(late), MENTEE),
    ]


def _one(row: Session) -> str:
    return reverse("session", args=[row.public_id])


def _act(row: Session, name: str) -> str:
    return f"{_one(row)}{name}/"


def _review(row: Review) -> str:
    return reverse("review", args=[row.public_id])
