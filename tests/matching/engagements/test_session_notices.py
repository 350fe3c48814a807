"""The side that did not act is told of a session, on its own clock, and never what was written."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from ledger.models import Event, Notification
from matching.engagements import actions as engaging
from matching.engagements.models import Session
from matching.engagements.sessions import actions, following, notices
from matching.engagements.sessions.actions import Proposal
from matching.engagements.sessions.tasks import sweep_sessions
from profiles.models import User
from profiles.privacy.vanishing import vanish
from tests import make
from tests.matching.introductions.telling import deliver, mails_to, told

pytestmark = pytest.mark.django_db
CANARY = "Canary words"
STATES = {
    "proposed": ({"session.proposed"}, set()),
    "booked": ({"session.proposed"}, {"session.booked"}),
    "held": ({"session.proposed"}, {"session.booked", "session.held"}),
    "missed": ({"session.proposed"}, {"session.booked", "session.missed"}),
    "cancelled": ({"session.proposed"}, {"session.cancelled"}),
    "superseded": ({"session.proposed"}, {"session.proposed"}),
}
"""What the other side is told, and what whoever proposed is."""


def of_sessions(user: User) -> dict[str, Any]:
    return {verb: line for verb, line in told(user).items() if verb.startswith("session.")}


def two_of(row: Any) -> tuple[User, User]:
    return make.acts_for(row.owner), make.acts_for(row.candidate)


@pytest.mark.parametrize("state", STATES)
def test_each_side_is_told_what_the_other_did(state: str) -> None:
    row = make.mentoring()
    owner, candidate = two_of(row)
    make.a_session(row, state=state)
    of_other, of_proposer = STATES[state]
    assert set(of_sessions(owner)) == of_other
    assert set(of_sessions(candidate)) == of_proposer


def test_moved_the_other_side_is_told_the_new_times_at_once() -> None:
    row = make.mentoring()
    owner, candidate = two_of(row)
    session = make.a_session(row, state="booked")
    deliver()
    later = (timezone.now() + timedelta(days=9),)
    said = Proposal(uuid4(), later, 30, "text")
    actions.move(session=session, by=row.owner, said=said, by_id=owner.pk)
    line = of_sessions(candidate)["session.moved"]
    assert "wants to move a session" in line.text
    assert len(mails_to(candidate)) == 2
    assert "session.moved" not in of_sessions(owner)


def test_every_verb_is_told_in_words_and_by_mail_at_once_where_somebody_has_to_act_or_come() -> (
    None
):
    assert set(notices.WORDS) == set(notices.TOLD)
    at_once = {verb for verb, mail in notices.TOLD.items() if mail == "at_once"}
    assert at_once == {
        "session.proposed", "session.booked", "session.moved", "session.cancelled",
        "session.reminded",
    }  # fmt: skip


def test_times_are_said_on_the_readers_own_clock() -> None:
    with time_machine.travel(datetime(2026, 11, 25, 12, 10, tzinfo=UTC), tick=False):
        row = make.mentoring()
        owner = make.acts_for(row.owner, time_zone="Europe/Berlin")
        make.a_session(row, times=[datetime(2026, 11, 30, 8, tzinfo=UTC)])
        line = of_sessions(owner)["session.proposed"]
        assert line.more == "Monday 30 Nov, 09:00 in Berlin"
        assert line.url == f"/sessions/{Session.objects.get().public_id}/"
        (mail,) = mails_to(owner)
        assert "09:00 in Berlin" in mail.text


def test_both_are_reminded_once_a_day_before_and_told_by_mail_at_once() -> None:
    row = make.mentoring()
    users = two_of(row)
    session = make.a_session(row, state="booked", times=[timezone.now() + timedelta(hours=30)])
    deliver()
    mails = [len(mails_to(user)) for user in users]
    assert sweep_sessions() == 0
    with time_machine.travel(timezone.now() + timedelta(hours=7)):
        assert [sweep_sessions(), sweep_sessions()] == [1, 0]
        for user, before in zip(users, mails, strict=True):
            assert "is within a day" in of_sessions(user)["session.reminded"].text
            assert len(mails_to(user)) == before + 1
    assert session.remind_at is not None


@pytest.mark.parametrize("happens", ["cancelled", "moved", "begun"])
def test_of_what_is_off_or_has_begun_nobody_is_reminded(happens: str) -> None:
    row = make.mentoring()
    owner, _candidate = two_of(row)
    at = timezone.now() + timedelta(hours=30)
    session = make.a_session(row, state="booked", times=[at])
    with time_machine.travel(timezone.now() + timedelta(hours=7)):
        sweep_sessions()
    common: dict[str, Any] = {"session": session, "by": row.owner, "by_id": None}
    if happens == "cancelled":
        actions.cancel(**common, because="unwell")
    if happens == "moved":
        said = Proposal(uuid4(), (at + timedelta(days=2),), 30, "text")
        actions.move(**common, said=said)
    hours = 31 if happens == "begun" else 8
    with time_machine.travel(timezone.now() + timedelta(hours=hours)):
        assert "session.reminded" not in of_sessions(owner)


def test_booked_within_a_day_there_is_no_reminder() -> None:
    row = make.a_session(state="booked", times=[timezone.now() + timedelta(hours=20)])
    assert row.remind_at is None


@pytest.mark.parametrize("why", ["vanished", "excludes", "is excluded"])
def test_of_whom_the_reader_may_not_know_any_more_nothing_is_told(why: str) -> None:
    row = make.mentoring()
    owner, candidate = two_of(row)
    make.a_session(row)
    if why == "vanished":
        vanish(user=candidate)
    if why == "excludes":
        make.excludes(row.candidate, row.owner)
    if why == "is excluded":
        make.excludes(row.owner, row.candidate)
    assert of_sessions(owner) == {}


def test_of_a_firm_those_who_may_write_are_told_and_its_own_side_is_not() -> None:
    goals = make.looks_for_a_mentor(make.a_startup())
    talk = make.an_introduction(make.a_mentoring_offer(), goals, state="accepted")
    row = make.an_engagement(talk)
    firm = goals.profile
    owner, recruiter = make.acts_for(firm), make.acts_for(firm, role="recruiter")
    only_reads = make.acts_for(firm, role="reader")
    make.a_session(row, by=row.owner)
    assert set(of_sessions(owner)) == set(of_sessions(recruiter)) == {"session.proposed"}
    assert of_sessions(only_reads) == {}
    session = Session.objects.get()
    actions.cancel(session=session, by=firm, because="other", by_id=owner.pk)
    assert "session.cancelled" not in of_sessions(recruiter)


def test_the_other_is_called_by_an_alias_where_the_name_is_withheld() -> None:
    mentor = make.a_mentor(is_named=False, legal_name="Sami Odeh")
    talk = make.an_introduction(make.a_mentoring_offer(mentor), state="accepted")
    row = make.an_engagement(talk)
    candidate = make.acts_for(row.candidate)
    make.a_session(row, by=row.owner)
    line = of_sessions(candidate)["session.proposed"]
    assert "Sami Odeh" not in line.text
    assert line.text.startswith("Mentor ")


def test_whoever_is_said_not_to_have_come_reads_so() -> None:
    row = make.mentoring()
    _owner, candidate = two_of(row)
    make.a_session(row, state="missed", absent=[row.candidate])
    assert "wrote down that you did not come" in of_sessions(candidate)["session.missed"].text


def test_what_was_written_stands_in_no_mail_notification_or_event() -> None:
    row = make.mentoring()
    users = two_of(row)
    make.a_session(row, state="held", text=CANARY)
    lines = [str(of_sessions(user)) for user in users]
    mails = [mail.text + mail.html for user in users for mail in mails_to(user)]
    assert CANARY not in " ".join([*lines, *mails, str(list(Event.objects.values()))])
    assert Notification.objects.filter(kind="session.held").exists()


def test_once_it_is_over_what_was_to_come_is_off_and_what_has_begun_stays() -> None:
    row = make.mentoring()
    coming = [make.a_session(row), make.a_session(row, state="booked", times=[_far()])]
    begun = make.a_session(row, state="begun")
    end: dict[str, Any] = {"because": "no_time", "on": timezone.localdate(), "by_id": None}
    engaging.end(engagement=row, by=row.owner, **end)
    for _twice in range(2):
        following.of_engagements(list(Event.objects.filter(verb="engagement.ended")))
    for each in coming:
        each.refresh_from_db()
        assert (each.state, each.because, each.settled_by) == ("cancelled", "over", None)
    begun.refresh_from_db()
    assert begun.state == "booked"
    assert Event.objects.filter(verb="session.lapsed").count() == 2


def _far() -> datetime:
    return timezone.now() + timedelta(days=20)
