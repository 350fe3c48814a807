"""Builders of saved rows, named after what they are; every fact by keyword.

    firm = make.an_international_company()
    job = make.a_job(firm, usd_max=2000)
    graduate = make.a_graduate(skills={"python": 3}, governorate="PS-GZA")
    make.looks_for_a_job(graduate, usd_min=1500)

Defaults are complete and fit each other: that graduate suits that job. Keywords are the columns
of the row and those that `tests.cast.drafts` and `tests.cast.asks` name. A new row is verified,
active and published unless a keyword says otherwise.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from matching.engagements import actions as engaging
from matching.engagements.actions import Said
from matching.engagements.models import Agreement, Engagement, Referral, Review, Session
from matching.engagements.referrals.actions import Recommending, recommend
from matching.engagements.reviews import actions as reviewing
from matching.engagements.sessions import actions as meeting
from matching.engagements.sessions.actions import Proposal
from matching.introductions import actions
from matching.introductions.actions import Asking, Writing
from matching.introductions.models import Introduction, Message
from matching.models import Candidacy, Exclusion, Opening
from matching.tenders import actions as answering
from matching.tenders.actions import Answering
from matching.tenders.models import Answer
from profiles.firms.models import Firm, FirmMember
from profiles.graduates.cv.actions import keep_cv
from profiles.graduates.cv.limits import PDF
from profiles.graduates.cv.suggestions import Found, Suggestions
from profiles.graduates.models import CV
from profiles.models import Profile, User
from profiles.recognition import viewer_of
from profiles.steps import Step
from profiles.viewer import Viewer
from tests.cast import asks, drafts
from tests.cast.agreed import terms_for
from tests.cast.asks import Draft
from tests.cast.drafts import Party
from tests.cast.saving import save_candidacies, save_openings, save_parties

_numbers = count(1)


def a_graduate(**facts: Any) -> Profile:
    return _saved(drafts.graduate(**facts))


def a_mentor(**facts: Any) -> Profile:
    return _saved(drafts.mentor(**facts))


def an_investor(**facts: Any) -> Profile:
    return _saved(drafts.investor(**facts))


def a_local_firm(**facts: Any) -> Profile:
    """Not named to strangers, unless is_named=True."""
    return _saved(drafts.local_firm(**facts))


def a_startup(**facts: Any) -> Profile:
    return _saved(drafts.startup(**facts))


def a_diaspora_firm(**facts: Any) -> Profile:
    return _saved(drafts.diaspora_firm(**facts))


def an_international_company(**facts: Any) -> Profile:
    return _saved(drafts.international_company(**facts))


def a_job(owner: Profile | None = None, **facts: Any) -> Opening:
    return _posted(asks.job(owner or an_international_company(), **facts))


def a_placement(owner: Profile | None = None, **facts: Any) -> Opening:
    return _posted(asks.placement(owner or a_diaspora_firm(), **facts))


def a_tender(owner: Profile | None = None, **facts: Any) -> Opening:
    return _posted(asks.tender(owner or an_international_company(), **facts))


def a_mandate(owner: Profile | None = None, **facts: Any) -> Opening:
    return _posted(asks.mandate(owner or an_investor(), **facts))


def a_mentoring_offer(owner: Profile | None = None, **facts: Any) -> Opening:
    return _posted(asks.mentoring_offer(owner or a_mentor(), **facts))


def looks_for_a_job(graduate: Profile, **facts: Any) -> Candidacy:
    return _stated(asks.job_search(graduate, **facts))


def looks_for_a_placement(graduate: Profile, **facts: Any) -> Candidacy:
    return _stated(asks.placement_search(graduate, **facts))


def looks_for_a_mentor(profile: Profile, **facts: Any) -> Candidacy:
    """Of a graduate, or of a startup for its founder."""
    return _stated(asks.goals(profile, **facts))


def offers_a_team(firm: Profile, **facts: Any) -> Candidacy:
    return _stated(asks.team(firm, **facts))


def raises(startup: Profile, **facts: Any) -> Candidacy:
    return _stated(asks.raise_(startup, **facts))


def has_a_cv(graduate: Profile, content: bytes = b"%PDF-1.7 of an invented person") -> CV:
    """A kept file in which a skill, a language and a degree were found, each on its line."""
    found = Suggestions(
        skills=[Found("react", 0)],
        languages=[Found("fr", 1, "B1")],
        degree=Found("software-engineering", 2, "bachelor"),
        lines={0: "React, and so on", 1: "French: good", 2: "BSc, software engineering"},
    )
    return keep_cv(
        profile=graduate,
        content=content,
        name="cv.pdf",
        media_type=PDF,
        suggestions=found,
        by_id=graduate.user_id,
    )


def excludes(a: Profile, b: Profile, reason: str = Exclusion.Reason.NOT_FOR_ME) -> Exclusion:
    return Exclusion.objects.create(a=a, b=b, reason=reason)


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
    candidacy = candidacy or _candidate_for(opening)
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
    candidacy = candidacy or _candidate_for(opening)
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


def _candidate_for(opening: Opening) -> Candidacy:
    seeks: dict[str, Callable[[Profile], Candidacy]] = {
        "hiring": looks_for_a_job,
        "internships": looks_for_a_placement,
        "mentorship": looks_for_a_mentor,
        "contracting": offers_a_team,
        "investing": raises,
    }
    who = {"contracting": a_local_firm, "investing": a_startup}.get(opening.pairing, a_graduate)
    return seeks[opening.pairing](who())


def an_account(**columns: Any) -> User:
    """An account without profiles, its e-mail verified.

    Without password=... one logs in by `client.force_login`.
    """
    email = columns.pop("email", f"person{next(_numbers)}@example.org")
    user = User.objects.create_user(email, **columns)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def with_second_factor(user: User) -> User:
    """The account with an app that shows codes: staff need one."""
    TOTP.activate(user, generate_totp_secret())
    return user


def staff(**columns: Any) -> User:
    """Programme staff with the second factor that their rights need."""
    return with_second_factor(an_account(is_staff=True, **columns))


def acts_for(profile: Profile, role: str = FirmMember.Role.OWNER, **columns: Any) -> User:
    """A new account that owns the profile, or is a member of the firm."""
    user = an_account(**columns)
    if profile.kind == Profile.Kind.FIRM:
        FirmMember.objects.create(firm=Firm.objects.get(pk=profile.pk), user=user, role=role)
    else:
        profile.user = user
        profile.save(update_fields=["user"])
    return user


def viewing_as(profile: Profile) -> Viewer:
    """The Viewer of a new account that acts for this profile."""
    return viewer_of(acts_for(profile))


def _saved(party: Party) -> Profile:
    return save_parties([party])[0]


def _posted(draft: Draft[Opening]) -> Opening:
    return save_openings([draft])[0]


def _stated(draft: Draft[Candidacy]) -> Candidacy:
    return save_candidacies([draft])[0]
