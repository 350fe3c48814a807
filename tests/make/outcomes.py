"""What came of introductions: engagements, sessions, reviews, recommendations."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from matching.engagements import actions as engaging
from matching.engagements.actions import Said
from matching.engagements.models import Agreement, Engagement, Referral, Review, Session
from matching.engagements.referrals.actions import Recommending, recommend
from matching.engagements.reviews import actions as reviewing
from matching.engagements.sessions import actions as meeting
from matching.engagements.sessions.actions import Proposal
from matching.introductions.models import Introduction
from matching.models import Candidacy
from profiles.models import Profile
from tests.cast.agreed import terms_for
from tests.make.meetings import an_introduction
from tests.make.pairs import a_mentoring_offer, a_tender, looks_for_a_mentor, offers_a_team
from tests.make.people import a_graduate, a_local_firm, a_mentor


def an_engagement(
    introduction: Introduction | None = None,
    *,
    by: Profile | None = None,
    state: str = "running",
    from_on: date | None = None,
    **terms: Any,
) -> Engagement:
    """What came of an accepted introduction, stated by the candidate unless `by` says otherwise.

    A further state is reached by its move. Keywords are the terms that differ from the usual.
    """
    row = introduction or an_introduction(state="accepted")
    by = by or row.candidacy.profile
    from_on = from_on or timezone.localdate()
    said = Said(uuid4(), from_on, terms_for(row.opening.pairing) | terms)
    found = engaging.begin(introduction=row, by=by, said=said, by_id=None)
    other: dict[str, Any] = {"engagement": found, "by": found.party(by.pk), "by_id": None}
    if found.state == "stated" and state in ("running", "completed", "ended"):
        engaging.confirm(**other)
    if state == "completed":
        engaging.complete(engagement=found, by=by, said=Said(uuid4(), from_on), by_id=None)
        engaging.confirm(**other)
    if state == "ended":
        engaging.end(**other, because="no_time", on=from_on)
    if state == "dropped":
        engaging.refuse(**other)
    found.refresh_from_db()
    return found


def states(
    engagement: Engagement, by: Profile, *, from_on: date | None = None, **terms: Any
) -> Agreement:
    """One of the two states other terms; they wait for the other side's word."""
    said = Said(uuid4(), from_on or timezone.localdate(), terms)
    return engaging.change(engagement=engagement, by=by, said=said, by_id=None)


def a_contract(
    client: Profile | None = None, firm: Profile | None = None, team: Candidacy | None = None
) -> Engagement:
    """Of a client and a local firm, running for 200 days, grown from 4 to 10 people."""
    team = team or offers_a_team(firm or a_local_firm())
    row = an_introduction(a_tender(client), team, state="accepted")
    found = an_engagement(row, from_on=timezone.localdate() - timedelta(days=200))
    states(found, found.owner, headcount=10)
    return engaging.confirm(engagement=found, by=found.candidate, by_id=None)


def a_referral(engagement: Engagement | None = None, **said: Any) -> Referral:
    """Of the firm of a contract by its client; a column of the row by keyword."""
    row = engagement or a_contract()
    sentence = said.pop("sentence", "They deliver what they say, week by week.")
    names_client = said.pop("names_client", False)
    recommending = Recommending(uuid4(), sentence, names_client)
    found = recommend(engagement=row, by=row.owner, said=recommending, by_id=None)
    if said:
        Referral.objects.filter(pk=found.pk).update(**said)
        found.refresh_from_db()
    return found


def mentoring(**terms: Any) -> Engagement:
    """A mentor and a graduate who agreed on goals: it runs, and the two book sessions."""
    return an_engagement(an_introduction(a_mentoring_offer(), state="accepted"), **terms)


def mentoring_across_clocks() -> Engagement:
    """The same of a mentor in Germany and a graduate in Gaza."""
    offer = a_mentoring_offer(a_mentor(country="DE", time_zone="Europe/Berlin"), capacity=3)
    goals = looks_for_a_mentor(a_graduate(governorate="PS-GZA", time_zone="Asia/Gaza"))
    return an_engagement(an_introduction(offer, goals, state="accepted"))


def a_session(
    engagement: Engagement | None = None,
    *,
    by: Profile | None = None,
    state: str = "proposed",
    times: Sequence[datetime] = (),
    **columns: Any,
) -> Session:
    """Proposed by the candidate unless `by` says otherwise, and booked at the first of its times.

    A further state is reached by its move; of what is to have begun, `columns` set back its start.
    """
    row = engagement or mentoring()
    by = by or row.candidate
    now = timezone.now().replace(second=0, microsecond=0)
    starts = tuple(times) or tuple(now + timedelta(days=days) for days in (2, 3, 4))
    said = Proposal(
        public_id=uuid4(),
        times=starts,
        minutes=columns.pop("minutes", 45),
        medium=columns.pop("medium", "audio"),
    )
    found = meeting.propose(engagement=row, by=by, said=said, by_id=None)
    other: dict[str, Any] = {"session": found, "by": row.party(by.pk), "by_id": None}
    if state in ("booked", "begun", "held", "missed"):
        meeting.book(**other, at=starts[0])
    if state in ("begun", "held", "missed"):
        columns.setdefault("starts_at", now - timedelta(hours=1))
        Session.objects.filter(pk=found.pk).update(starts_at=columns.pop("starts_at"))
    if state == "held":
        meeting.hold(**other, minutes=40, text=columns.pop("text", "We read the first chapter."))
    if state == "missed":
        meeting.miss(**other, absent=columns.pop("absent", None) or [by])
    if state == "cancelled":
        meeting.cancel(**other, because="no_time")
    if state == "superseded":
        later = tuple(at + timedelta(days=1) for at in starts)
        meeting.counter(**other, said=Proposal(uuid4(), later, said.minutes, said.medium))
    if columns:
        Session.objects.filter(pk=found.pk).update(**columns)
    found.refresh_from_db()
    return found


def a_review(
    engagement: Engagement | None = None,
    *,
    by: Profile | None = None,
    kind: str = "check",
    **said: Any,
) -> Review:
    """Asked of the candidate unless `by` says otherwise; with a rating it is given too."""
    row = engagement or an_engagement()
    by = by or row.candidate
    found = Review.objects.create(
        engagement=row,
        by=by,
        kind=kind,
        due_on=timezone.localdate(),
        asked_at=said.pop("asked_at", timezone.now()),
        session=said.pop("session", None),
    )
    if "rating" in said:
        by_id = said.pop("by_id", None)
        word = reviewing.Word(said["rating"], said.get("text", ""), said.get("again"))
        reviewing.give(review=found, by=by, said=word, by_id=by_id)
        found.refresh_from_db()
    return found
