"""What was stated is told to the side that did not act, by names it may read, and to no other."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from ledger.models import Event, Notification
from matching.engagements import actions, notices
from matching.engagements.models import Engagement
from matching.engagements.tasks import sweep_engagements
from profiles.models import Profile, User
from profiles.privacy.vanishing import vanish
from profiles.steps import Step
from tests import make
from tests.matching.introductions.telling import deliver, mails_to, told

pytestmark = pytest.mark.django_db
STATES = {
    "stated": ({"stated"}, set()),
    "running": ({"stated"}, {"confirmed"}),
    "completed": ({"stated"}, {"confirmed", "completed"}),
    "ended": ({"stated"}, {"confirmed", "ended"}),
    "dropped": ({"stated"}, {"refused"}),
}
"""What the other side is told, and what whoever stated it is, by the state that was reached."""


def a_hire(**said: object) -> tuple[Engagement, User, User]:
    """(engagement, account of its owner, account of its candidate, who stated it)"""
    row = make.an_introduction(make.a_job(title="Backend"), state="accepted", shares=Step.REGION)
    owner, candidate = make.acts_for(row.opening.owner), make.acts_for(row.candidacy.profile)
    return make.an_engagement(row, **said), owner, candidate  # type: ignore[arg-type]


def verbs_told(user: User) -> set[str]:
    return {verb.removeprefix("engagement.") for verb in told(user) if "engagement." in verb}


@pytest.mark.parametrize("state", STATES)
def test_each_side_is_told_what_the_other_did(state):
    _row, owner, candidate = a_hire(state=state)
    of_other, of_stater = STATES[state]
    assert verbs_told(owner) == of_other
    assert verbs_told(candidate) == of_stater


def test_every_verb_that_is_told_has_words_and_a_rhythm():
    assert set(notices.TOLD) == set(notices.WORDS)


def test_what_is_stated_says_who_what_and_until_when_on_the_readers_clock():
    row, owner, _ = a_hire(state="stated")
    owner.time_zone = "Europe/Berlin"
    owner.save()
    row.agreements.update(due_at=datetime(2030, 11, 28, 13, 10, tzinfo=ZoneInfo("UTC")))
    line = told(owner)["engagement.stated"]
    alias = f"Graduate {row.candidate.alias_code}"
    assert line.text == f"{alias} recorded what came of it: Hire, Backend"
    assert line.more == "Say by 28 Nov 2030, 14:10 in Berlin whether it is so."
    assert line.url == f"/engagements/{row.public_id}/"


def test_answered_nobody_is_reminded_any_more():
    row, owner, candidate = a_hire(state="stated")
    row.agreements.update(remind_at=timezone.now())
    sweep_engagements()
    assert "still waits for your word" in told(owner)["engagement.reminded"].text
    assert "engagement.reminded" not in told(candidate)
    actions.confirm(engagement=row, by=row.owner, by_id=owner.pk)
    assert "engagement.reminded" not in told(owner)
    assert told(owner)["engagement.stated"].more == "Confirmed"


def test_out_of_time_both_are_told():
    row, owner, candidate = a_hire(state="stated")
    row.agreements.update(due_at=timezone.now(), remind_at=None)
    sweep_engagements()
    assert "expired" in verbs_told(owner) & verbs_told(candidate)


def test_that_it_lapsed_is_told_to_both_with_the_reason():
    row, owner, candidate = a_hire()
    actions.lapse(engagement=row)
    for user in (owner, candidate):
        assert told(user)["engagement.lapsed"].more == (
            "The reason: One of the two is not here any more."
        )


def test_what_was_taken_back_with_the_introduction_is_told_by_that_alone():
    row, owner, candidate = a_hire(state="stated")
    actions.lapse(engagement=row)
    assert "withdrawn" not in verbs_told(owner) | verbs_told(candidate)


def test_a_change_a_completion_and_what_is_taken_back_are_told_in_their_words():
    introduction = make.an_introduction(state="accepted")
    owner = make.acts_for(introduction.opening.owner)
    row = make.an_engagement(introduction, by=introduction.opening.owner)
    make.states(row, row.candidate, usd=1900)
    assert " recorded a change: Hire" in told(owner)["engagement.stated"].text
    actions.withdraw(engagement=row, by=row.candidate, by_id=None)
    assert " took back what they recorded" in told(owner)["engagement.withdrawn"].text


def test_what_an_investor_notes_is_told_to_the_founder():
    row = make.an_introduction(make.a_mandate(), state="accepted")
    founder = make.acts_for(row.candidacy.profile)
    make.an_engagement(row, by=row.opening.owner, stage="observing", usd=None, instrument="")
    assert told(founder)["engagement.noted"].more == "Observing"


@pytest.mark.parametrize("why", ["vanished", "excludes", "is excluded", "hidden"])
def test_whom_the_reader_may_not_know_any_more_has_no_line_and_no_mail(why):
    row, owner, candidate = a_hire(state="stated")
    if why == "vanished":
        vanish(user=candidate)
    if why == "hidden":
        Profile.objects.filter(pk=row.candidate_id).update(status="hidden")
    if why == "excludes":
        make.excludes(row.candidate, row.owner)
    if why == "is excluded":
        make.excludes(row.owner, row.candidate)
    assert verbs_told(owner) == set()
    assert not mails_to(owner)


def test_of_a_firm_those_who_may_write_for_it_are_told_and_colleagues_not_of_their_own_side():
    row, owner, candidate = a_hire()
    recruiter, reader = (make.acts_for(row.owner, role=role) for role in ("recruiter", "reader"))
    make.states(row, row.candidate, usd=1500)
    actions.confirm(engagement=row, by=row.owner, by_id=owner.pk)
    assert "stated" in verbs_told(recruiter)
    assert "confirmed" not in verbs_told(recruiter)
    assert verbs_told(reader) == set()
    assert "confirmed" in verbs_told(candidate)


def test_mail_goes_out_at_once_for_what_waits_and_its_answer_and_the_rest_in_the_morning():
    row, owner, candidate = a_hire()
    deliver()
    assert "recorded what came of it" in mails_to(owner)[-1].text
    assert "confirmed what you recorded" in mails_to(candidate)[-1].text
    before = len(mails_to(candidate))
    actions.end(
        engagement=row, by=row.owner, because="money", on=timezone.localdate(), by_id=owner.pk
    )
    deliver()
    assert len(mails_to(candidate)) == before
    assert Notification.objects.get(kind="engagement.ended").mailed_at is None


def test_no_event_holds_what_was_agreed_on():
    a_hire(usd_from=4321, usd=9876)
    codes = str(list(Event.objects.filter(verb__startswith="engagement.").values("codes")))
    assert "4321" not in codes
    assert "9876" not in codes
