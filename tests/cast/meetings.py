"""What has come about between the people one can log in as and others of the cast.

Each page of the demo has something on it: requests to answer, talks, a contract that grew, an
investment beside others, mentoring with sessions, answers to a tender.
"""

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from matching.engagements import actions as engaging
from matching.models import Candidacy, Opening
from matching.queries.exclusions import candidacies_apart_from, openings_apart_from
from profiles.firms.vouching import vouch
from profiles.steps import Step
from tests import make
from tests.cast.logins import Login

ASKS = "Your clinic project is close to what we build. May we talk about it this week?"
ANSWERS = (
    "هل يناسبك يوم الإثنين في العاشرة صباحًا؟",
    "Yes, ten in the morning in Gaza suits me. I will bring two questions about the tests.",
)
TEAM = "Six engineers are free from the first of the month. A lead speaks with you every day."


def meet(leads: Sequence[Login]) -> None:
    """The cast and its logins are saved; nothing is matched yet."""
    mine = {login.local_part: login.party.profile for login in leads if login.party}
    search, goals = (_sought(mine["graduate"].pk, slug) for slug in ("hiring", "mentorship"))
    job = _offered("demo-job")
    make.an_introduction(job, search, asker=job.owner, message=ASKS, shares=Step.NAME)
    placement = _sought(mine["graduate"].pk, "internships")
    talk = make.an_introduction(
        _offered("demo-placement"), placement, state="accepted", shares=Step.CONTACT
    )
    for sender, text in zip((talk.asked, talk.asker), ANSWERS, strict=True):
        make.a_message(talk, sender, text)
    _mentors(goals)
    _invests(_sought(mine["founder"].pk, "investing"))
    _contracts(_sought(mine["local.firm"].pk, "contracting"))
    _trains()


def _mentors(goals: Candidacy) -> None:
    """One session was held, one is to come; somebody else asks."""
    offer, began = _offered("demo-offer"), timezone.localdate() - timedelta(days=40)
    talk = make.an_introduction(offer, goals, state="accepted", shares=Step.CONTACT)
    row = make.an_engagement(talk, from_on=began)
    make.a_session(row, state="held")
    make.a_session(row, by=row.owner, state="booked")
    for other in _others(offer, 1):
        make.an_introduction(offer, other, message="I have my first interviews in May.")


def _invests(raising: Candidacy) -> None:
    """The investor and three others, so that a total of the round can be read."""
    for mandate in (_offered("demo-mandate"), *_openings_for(raising, 3)):
        talk = make.an_introduction(mandate, raising, state="accepted", shares=Step.NAME)
        make.an_engagement(talk, usd=25_000)


def _contracts(team: Candidacy) -> None:
    """The firm works for a client already, and answers the tender beside two others."""
    firm, today = team.profile, timezone.localdate()
    for fact, number in (("registered", None), ("staff", 34), ("contracts", 12)):
        vouch(profile=firm, fact=fact, number=number, checked_on=today, by_id=None)
    for tender in _openings_for(team, 1):
        talk = make.an_introduction(tender, team, state="accepted", shares=Step.CONTACT)
        began = today - timedelta(days=200)
        contract = make.an_engagement(talk, from_on=began, usd=10_000, headcount=4)
        for days, usd, people in ((90, 25_000, 10), (10, 48_000, 20)):
            on = today - timedelta(days=days)
            make.states(contract, contract.owner, from_on=on, usd=usd, headcount=people)
            engaging.confirm(engagement=contract, by=firm, by_id=None)
    own = _offered("demo-tender")
    make.an_answer(own, team, headcount=6, text=TEAM)
    for other, state in zip(_others(own, 2), ("shortlisted", "sent"), strict=False):
        make.an_answer(own, other, state=state, headcount=5, usd=2400)


def _trains() -> None:
    """An intern says that they work together; the founder has not confirmed it."""
    placement = _offered("demo-placement-nablus")
    for other in _others(placement, 1):
        talk = make.an_introduction(placement, other, state="accepted")
        make.an_engagement(talk, state="stated")


def _offered(external_id: str) -> Opening:
    found: Opening = Opening.objects.select_related("owner").get(external_id=external_id)
    return found


def _sought(profile_id: int, pairing: str) -> Candidacy:
    rows = Candidacy.objects.select_related("profile")
    found: Candidacy = rows.get(profile=profile_id, pairing=pairing)
    return found


def _others(opening: Opening, most: int) -> list[Candidacy]:
    """Some of the cast who may be met through it, and whom nobody logs in as."""
    rows = Candidacy.objects.active().filter(pairing=opening.pairing)
    rows = rows.exclude(candidacies_apart_from(opening)).select_related("profile")
    nobodys = rows.filter(profile__user__isnull=True, profile__firm__members__isnull=True)
    return list(nobodys.order_by("pk")[:most])


def _openings_for(candidacy: Candidacy, most: int) -> list[Opening]:
    """Some openings through which it may be met, of owners whom nobody logs in as."""
    rows = Opening.objects.open().filter(pairing=candidacy.pairing)
    rows = rows.exclude(openings_apart_from(candidacy)).select_related("owner")
    nobodys = rows.filter(owner__user__isnull=True, owner__firm__members__isnull=True)
    return list(nobodys.order_by("pk")[:most])
