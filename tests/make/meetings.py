"""Introductions, messages and answers to tenders, each reached by its moves."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from matching.introductions import actions
from matching.introductions.actions import Asking, Writing
from matching.introductions.models import Introduction, Message
from matching.models import Candidacy, Opening
from matching.tenders import actions as answering
from matching.tenders.actions import Answering
from matching.tenders.models import Answer
from profiles.models import Profile
from profiles.steps import Step
from tests.make.pairs import a_candidate_for, a_job, a_tender


def an_introduction(
    opening: Opening | None = None,
    candidacy: Candidacy | None = None,
    *,
    asker: Profile | None = None,
    state: str = "waiting",
    **said: Any,
) -> Introduction:
    """The candidate asked the owner of the opening, unless `asker` says otherwise.

    A further state is reached by its move; `shares` is what each lets the other read.
    """
    opening = opening or a_job()
    candidacy = candidacy or a_candidate_for(opening)
    asker = asker or candidacy.profile
    shares = Step(said.pop("shares", Step.REGION))
    asking = Asking(
        public_id=uuid4(),
        purpose=said.pop("purpose", "talk"),
        message=said.pop("message", "I have built such a system twice."),
        shares=shares,
    )
    row = actions.ask(opening=opening, candidacy=candidacy, asker=asker, said=asking, by_id=None)
    if state in ("accepted", "ended"):
        row = actions.accept(introduction=row, by=row.asked, shares=shares, by_id=None)
    if state == "ended":
        row = actions.end(introduction=row, by=row.asker, because="done", by_id=None)
    if state == "declined":
        row = actions.decline(introduction=row, by=row.asked, because="no_time", by_id=None)
    if state == "withdrawn":
        row = actions.withdraw(introduction=row, by=row.asker, by_id=None)
    if state == "expired":
        Introduction.objects.filter(pk=row.pk).update(due_at=timezone.now())
        actions.expire(introduction=row, now=timezone.now())
    if state == "lapsed":
        actions.lapse(introduction=row)
    if said:
        Introduction.objects.filter(pk=row.pk).update(**said)
    row.refresh_from_db()
    return row


def a_message(
    introduction: Introduction, sender: Profile, text: str = "Shall we talk?", **by: Any
) -> Message:
    """Written by one of the two, through the action; `by_id` is the account, where it matters."""
    said = Writing(public_id=uuid4(), text=text)
    by.setdefault("by_id", None)
    return actions.send(introduction=introduction, by=sender, said=said, **by)


def an_answer(
    opening: Opening | None = None,
    candidacy: Candidacy | None = None,
    *,
    state: str = "sent",
    **columns: Any,
) -> Answer:
    """A local firm answered a tender; `shares` is what the company reads of it from then on.

    A further state is reached by its move.
    """
    opening = opening or a_tender()
    candidacy = candidacy or a_candidate_for(opening)
    said = Answering(
        public_id=columns.pop("public_id", uuid4()),
        headcount=columns.pop("headcount", 5),
        usd=columns.pop("usd", 2500),
        starts_on=columns.pop("starts_on", timezone.localdate() + timedelta(days=30)),
        text=columns.pop("text", "We have built such a platform twice."),
        shares=Step(columns.pop("shares", Step.ALIAS)),
    )
    row = answering.answer(opening=opening, candidacy=candidacy, said=said, by_id=None)
    if state == "shortlisted":
        row = answering.shortlist(answer=row, by=opening.owner, by_id=None)
    if state == "awarded":
        row = answering.award(answer=row, by=opening.owner, by_id=None)
    if state == "declined":
        row = answering.decline(answer=row, by=opening.owner, because="rate", by_id=None)
    if state == "withdrawn":
        row = answering.withdraw(answer=row, by=candidacy.profile, by_id=None)
    if state == "closed":
        answering.close(answer=row)
    if columns:
        Answer.objects.filter(pk=row.pk).update(**columns)
    row.refresh_from_db()
    return row
