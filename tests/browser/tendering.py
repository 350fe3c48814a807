"""Answers to the tender of the scene's company, in the states that look different."""

from typing import Any

from django.urls import reverse

from matching.models import Candidacy, Opening
from matching.tenders.models import Answer
from profiles.recognition import viewer_of
from profiles.reveals import note_reveal
from profiles.steps import Step
from tests import make

FIRM, OWNER, NOBODY = "local.firm", "recruiter", "investor"
OWN_TENDER = "demo-tender"
TEXT = "We have run two payment platforms from the first month to today, in your hours."
NAMES = ("Rihan Code", "Zatari Systems", "Jabal Works", "Nahr Software")
TEXTS = (TEXT, "أنجز فريقنا منصتين للدفع بلغة Python، ونعمل في ساعات عملكم.")


def answered(emails: dict[str, str]) -> list[tuple[Any, ...]]:
    """(name, address, reader) of each page; one more tender waits for an answer of the firm."""
    tender = Opening.objects.get(external_id=OWN_TENDER)
    Opening.objects.filter(pk=tender.pk).update(capacity=2)
    team = Candidacy.objects.get(
        pairing=tender.pairing, profile__firm__members__user__email=emails[FIRM]
    )
    own = make.an_answer(tender, team, state="shortlisted", text=TEXT)
    named = _others(tender)
    elsewhere = make.a_tender(tender.owner, title="Team of 3: mobile app")
    declined = make.an_answer(make.a_tender(tender.owner), team, state="declined")
    return [
        ("tenders", reverse("my-tenders"), FIRM),
        ("tenders-posted", reverse("my-tenders"), OWNER),
        ("tenders-none", reverse("my-tenders"), NOBODY),
        ("tender-to-answer", reverse("opening", args=[elsewhere.public_id]), FIRM),
        ("tender-answered", reverse("opening", args=[tender.public_id]), OWNER),
        ("tender-board", _board(tender), OWNER),
        ("tender-board-empty", _board(elsewhere), OWNER),
        ("answering", reverse("answer-tender", args=[elsewhere.public_id]), FIRM),
        ("answer-blind", _one(own), OWNER),
        ("answer-named", _one(named), OWNER),
        ("answer-own", _one(own), FIRM),
        ("answer-declined", _one(declined), FIRM),
        *(
            (f"answer-to-{act}", _act(own, act), OWNER)
            for act in ("unshortlist", "award", "decline")
        ),
        ("answer-to-withdraw", _act(own, "withdraw"), FIRM),
    ]


def _others(tender: Opening) -> Answer:
    """A few further firms answer; one of them by its name, which is returned, one is awarded."""
    teams = [make.offers_a_team(make.a_local_firm(legal_name=name)) for name in NAMES]
    for each, text in zip(teams[2:], TEXTS, strict=True):
        make.an_answer(tender, each, text=text)
    make.an_answer(tender, teams[0], state="awarded", text=TEXT)
    named = make.an_answer(tender, teams[1], shares=Step.CONTACT, text=TEXTS[1])
    # The first reading of a day is recorded, which costs queries once; what follows is measured.
    for member in tender.owner.firm.members.all():
        note_reveal(named.firm, viewer_of(member.user))
    return named


def _board(tender: Opening) -> str:
    return reverse("tender-answers", args=[tender.public_id])


def _one(row: Answer) -> str:
    return reverse("answer", args=[row.public_id])


def _act(row: Answer, name: str) -> str:
    return reverse("act-on-answer", args=[row.public_id, name])
