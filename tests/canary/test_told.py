"""No message and no withheld field is in any notification, its mail, its subject or its event."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ledger import notices, tasks
from ledger.actions import record
from ledger.models import Event, Mail, Notification, Outbox
from matching.engagements import actions as engaging
from matching.engagements.models import Engagement
from matching.engagements.reviews.actions import ask_both
from matching.engagements.sessions.actions import Proposal, move, remind
from matching.engagements.tasks import sweep_engagements
from matching.introductions import actions, outages
from profiles import disclosure
from profiles.actions import consents, verify
from profiles.letters import digest
from profiles.models import Governorate, Identity, Profile, User
from profiles.reviewing import send_back
from profiles.steps import Step
from tests import make
from tests.canary.planting import names, text_fields
from tests.standing import standing

pytestmark = pytest.mark.django_db
MESSAGE = "canarymessage of what I have built"
ANSWERS = ("sent", "shortlisted", "declined", "withdrawn", "closed")
"""Short of an award, which names both."""
SESSIONS = ("proposed", "booked", "held", "missed", "cancelled", "superseded")
GOALS = "canarygoals of the months to come"
ENDINGS = ("waiting", "accepted", "declined", "withdrawn", "expired", "ended", "lapsed")


def planted(profile: Profile) -> Profile:
    """Every field of its identity holds a canary that names the field."""
    Identity.objects.filter(profile=profile).update(
        **{name: f"canary{name}" for name in names(text_fields(Identity))}
    )
    return Profile.objects.get(pk=profile.pk)


def everything_happens(step: Step) -> list[User]:
    """Each way a request can go, from both sides, with the outage and the review of both."""
    firm = planted(make.a_local_firm(is_named=False))
    users = [make.acts_for(firm, email="owner@canarymail.example")]
    for state in ENDINGS:
        graduate = planted(make.a_graduate(governorate="PS-GZA", is_named=False))
        users.append(make.acts_for(graduate))
        job, search = make.a_job(firm), make.looks_for_a_job(graduate)
        for asker in (graduate, firm):
            row = make.an_introduction(
                job, search, asker=asker, state=state, shares=step, message=MESSAGE
            )
            if state == "waiting":
                actions.remind(introduction=row, now=row.remind_at)
            if state == "accepted":
                for side in (graduate, firm):
                    make.a_message(row, side, MESSAGE)
            if row.is_live:
                break
        verify(profile=graduate, how="identity", by_id=None)
        send_back(profile=graduate, reason="unclear", by_id=None)
    users += answers_of_every_end(firm, step)
    places = Governorate.objects.filter(code="PS-GZA")
    outages.declare(
        what="power", governorates=places, starts_at=firm.created_at, by_id=make.staff().pk
    )
    return [*users, *_two_meet(step)]


def _two_meet(step: Step) -> list[User]:
    """Each way a session can go, what was written in it, and a review that was asked and given."""
    mentor = planted(make.a_mentor(is_named=False))
    graduate = planted(make.a_graduate(is_named=False))
    talk = make.an_introduction(
        make.a_mentoring_offer(mentor),
        make.looks_for_a_mentor(graduate),
        state="accepted",
        shares=step,
    )
    row = make.an_engagement(talk)
    users = [make.acts_for(mentor), make.acts_for(graduate)]
    for state in SESSIONS:
        session = make.a_session(row, state=state, **({"text": MESSAGE} if state == "held" else {}))
        if state == "booked":
            remind(session=session, now=session.remind_at)
            said = Proposal(uuid4(), (session.starts_at + timedelta(days=9),), 30, "text")
            move(session=session, by=mentor, said=said, by_id=None)
    ask_both(engagement=row, kind="end")
    make.a_review(row, rating=2, text=MESSAGE)
    return users


def answers_of_every_end(firm: Profile, step: Step) -> list[User]:
    """The firm answers a tender of each company, under an alias, or named where the step is one."""
    team, users = make.offers_a_team(firm), []
    shares = step if step >= Step.NAME else Step.ALIAS
    for state in ANSWERS:
        tender = make.a_tender(planted(make.a_diaspora_firm(is_named=False)))
        users.append(make.acts_for(tender.owner))
        make.an_answer(tender, team, state=state, shares=shares, text=MESSAGE)
    return users


def everything_comes_of_it(step: Step) -> list[User]:
    """Each way a statement can go between a mentor and whoever looks for one, from both sides."""
    mentor = planted(make.a_mentor(is_named=False, hours_month=40))
    users = [make.acts_for(mentor, email="mentor@canarymail.example")]
    offer = make.a_mentoring_offer(mentor, capacity=30)
    for state in Engagement.State.values:
        for by_mentor in (True, False):
            graduate = planted(make.a_graduate(is_named=False))
            users.append(make.acts_for(graduate))
            talk = make.an_introduction(
                offer, make.looks_for_a_mentor(graduate), state="accepted", shares=step
            )
            by = mentor if by_mentor else graduate
            row = make.an_engagement(talk, by=by, state=state, text=GOALS)
            change(row, by)
    return users


def change(row: Engagement, by: Profile) -> None:
    """What waits is reminded of and expires; what runs is changed, taken back, and lapses."""
    waiting = row.agreements.filter(state="waiting")
    if row.is_running:
        make.states(row, by, text=f"{GOALS} and more")
        engaging.withdraw(engagement=row, by=by, by_id=None)
        engaging.lapse(engagement=row)
    for column in ("remind_at", "due_at"):
        waiting.update(**{column: timezone.now()})
        sweep_engagements()


def an_investor_looks(step: Step) -> list[User]:
    """What holds at once is noted without a statement that waits."""
    mandate = make.a_mandate(planted(make.an_investor(is_named=False)))
    raising = make.raises(planted(make.a_startup(is_named=False)))
    talk = make.an_introduction(mandate, raising, state="accepted", shares=step)
    make.an_engagement(talk, by=mandate.owner, stage="observing", usd=None, instrument="")
    return [make.acts_for(mandate.owner), make.acts_for(raising.profile)]


def deliver(users: list[User]) -> None:
    for row in Outbox.objects.filter(handler=notices.TELL):
        tasks.deliver(row.pk)
    assert not Outbox.objects.filter(handler=notices.TELL, state="pending").exists()
    for user in users:
        rows = Notification.objects.of(user.pk).newest_first()
        digest.write_letter(user, list(rows), digest.SUBJECT)


def read_by(users: list[User]) -> str:
    """All pages of notifications in both languages, all mail but its address, all events."""
    said = [f"{mail.subject} {mail.text} {mail.html} {mail.headers}" for mail in Mail.objects.all()]
    said += [json.dumps(event.codes) + event.verb for event in Event.objects.all()]
    for user in users:
        client = Client()
        client.force_login(user)
        for page in ("/notifications/", "/notifications/?page=2", "/ar/notifications/"):
            said.append(client.get(page).content.decode())
    return "\n".join(said)


def leaks(text: str) -> set[str]:
    values = {f"canary{name}" for name in names(text_fields(Identity))}
    values |= {"canarymessage", "canarygoals"}
    return {value for value in values if value in text}


@pytest.fixture(scope="class")
def _there(django_db_setup, django_db_blocker):
    with standing(django_db_blocker):
        users = everything_happens(Step.REGION)
        deliver(users)
        yield [user.pk for user in users]


@pytest.fixture
def happened(db, _there):
    return [User.objects.get(pk=pk) for pk in _there]


class TestOnceEverythingHappened:
    def test_nothing_withheld_is_told(self, happened):
        kinds = set(Notification.objects.values_list("kind", flat=True))
        verbs = notices.verbs(*notices.Rhythm)
        told = {verb for verb in verbs if verb.startswith(("introduction.", "session."))}
        assert told | {f"answer.{state}" for state in ANSWERS} <= kinds
        assert {"message.sent", "review.asked"} <= kinds
        assert Mail.objects.count() > len(happened)
        assert leaks(read_by(happened)) == set()

    def test_subjects_say_nothing_at_all(self, happened):
        assert set(Mail.objects.values_list("subject", flat=True)) == {
            "Something in Silah waits for you",
            "News in Silah",
        }

    def test_somebody_else_is_told_nothing(self, happened):
        outsider, staff = make.acts_for(make.a_graduate()), make.staff()
        for user in (outsider, staff):
            assert not Notification.objects.of(user.pk).exists()
            client = Client()
            client.force_login(user)
            for row in Notification.objects.all()[:10]:
                assert client.get(f"/notifications/{row.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("step", "told"),
    [(Step.REGION, set()), (Step.NAME, {"canarylegal_name"}), (Step.CONTACT, {"canarylegal_name"})],
)
def test_of_what_came_of_it_every_verb_is_told_and_nothing_withheld(step, told):
    users = [*everything_comes_of_it(step), *an_investor_looks(step)]
    deliver(users)
    kinds = set(Notification.objects.values_list("kind", flat=True))
    assert {verb for verb in notices.verbs(*notices.Rhythm) if "engagement." in verb} <= kinds
    assert leaks(read_by(users)) == told


def test_a_name_that_was_given_is_told_and_no_more_than_that():
    users = everything_happens(Step.NAME)
    deliver(users)
    assert leaks(read_by(users)) == {"canarylegal_name"}


def test_contact_that_was_given_stands_on_a_profile_and_in_no_notification():
    users = everything_happens(Step.CONTACT)
    deliver(users)
    assert leaks(read_by(users)) == {"canarylegal_name"}


def test_with_the_gate_open_the_same_walk_finds_a_name(monkeypatch):
    monkeypatch.setattr(disclosure, "step_for", lambda profile, viewer: Step.CONTACT)
    users = everything_happens(Step.REGION)
    deliver(users)
    assert "canarylegal_name" in leaks(read_by(users))


def test_a_consent_given_and_read_tells_no_contact():
    graduate, firm = planted(make.a_graduate()), planted(make.a_local_firm(is_named=False))
    users = [make.acts_for(graduate), make.acts_for(firm)]
    consent = consents.give(
        owner=graduate,
        to=firm,
        step=Step.CONTACT,
        purpose="hiring",
        until=timezone.localdate() + consents.USUAL,
        by_id=None,
    )
    codes = {"owner": graduate.pk, "to": firm.pk, "step": int(Step.CONTACT)}
    record(verb=consents.CONSENT_READ, subject=consent, codes=codes)
    deliver(users)
    assert leaks(read_by(users)) == {"canarylegal_name"}
