"""What came of introductions in the scene, in the states that look different."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from matching.engagements import actions
from matching.engagements.models import Engagement
from matching.models import Candidacy, Opening
from tests import make

GRADUATE, OWNER, NOBODY = "graduate", "recruiter", "mentor"
CONTRACTOR, ANGEL = "contractor", "angel"


def engaged(search: Candidacy, own: Opening, emails: dict[str, str]) -> list[tuple[Any, ...]]:
    """(name, address, reader) of each page; two further readers are added to `emails`."""
    job = make.a_job(own.owner, title="Frontend developer", capacity=2)
    hire = make.an_engagement(
        make.an_introduction(job, search, state="accepted"), by=job.owner, state="stated"
    )
    to_begin = make.an_introduction(make.a_job(), search, state="accepted")
    contract, invested = _contract(emails), _round(emails)
    over = _over(contract)
    return [
        ("engagements", reverse("engagements"), GRADUATE),
        ("engagements-of-owner", reverse("engagements"), OWNER),
        ("engagements-none", reverse("engagements"), NOBODY),
        ("engagements-of-no-state", f"{reverse('engagements')}?state=ended", GRADUATE),
        ("engagement-to-begin", reverse("begin-engagement", args=[to_begin.public_id]), GRADUATE),
        ("engagement-to-confirm", _one(hire), GRADUATE),
        ("engagement-that-waits", _one(hire), OWNER),
        *((f"engagement-act-{name}", _act(hire, name), GRADUATE) for name in ("confirm", "refuse")),
        ("engagement-act-withdraw", _act(hire, "withdraw"), OWNER),
        ("engagement-that-grew", _one(contract), CONTRACTOR),
        *(
            (f"engagement-act-{name}", _act(contract, name), CONTRACTOR)
            for name in ("change", "complete", "end")
        ),
        ("engagement-of-a-round", _one(invested), ANGEL),
        ("engagement-over", _one(over), CONTRACTOR),
    ]


def _contract(emails: dict[str, str]) -> Engagement:
    """It grew once, and nothing waits."""
    firm = make.a_local_firm()
    emails[CONTRACTOR] = make.acts_for(firm, email="contractor@demo.silah.example").email
    tender = make.a_tender(capacity=2)
    talk = make.an_introduction(tender, make.offers_a_team(firm), state="accepted")
    begun = timezone.localdate() - timedelta(days=200)
    row = make.an_engagement(talk, from_on=begun, usd=10_000, headcount=4)
    make.states(row, row.owner, usd=48_000, headcount=20)
    actions.confirm(engagement=row, by=row.candidate, by_id=None)
    return row


def _over(contract: Engagement) -> Engagement:
    """An earlier one of the same firm, which ended early."""
    team = Candidacy.objects.get(profile=contract.candidate)
    talk = make.an_introduction(make.a_tender(capacity=2), team, state="accepted")
    return make.an_engagement(talk, state="ended")


def _round(emails: dict[str, str]) -> Engagement:
    """An investor with three others, of whom one says so."""
    raising = make.raises(make.a_startup())
    rows = [
        make.an_engagement(make.an_introduction(make.a_mandate(), raising, state="accepted"),
                           shown=shown)
        for shown in ("total", "total", "named", "nothing")
    ]  # fmt: skip
    angel = rows[-1].owner
    emails[ANGEL] = make.acts_for(angel, email="angel@demo.silah.example").email
    make.states(rows[-1], rows[-1].candidate, stage="invested", usd=60_000)
    return rows[-1]


def _one(row: Engagement) -> str:
    return reverse("engagement", args=[row.public_id])


def _act(row: Engagement, name: str) -> str:
    return reverse("act-on-engagement", args=[row.public_id, name])
