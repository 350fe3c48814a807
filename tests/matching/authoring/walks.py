"""Every side of every pairing as somebody fills it in: who they are and what they type."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from matching.authoring.flows import flow
from matching.models import Candidacy, Opening
from matching.pairings.declaration import Side
from profiles.models import Profile
from profiles.questions.declaration import Question
from tests import make

Answers = Mapping[str, Any]
ABOUT = {"title": "Backend developer", "description": "Real work.", "language": "en"}
SKILLS = {"skills-pick": ["python", "django"], "skills-of-python": "3", "skills-of-django": "2"}
LEVELS = {"level-of-python": "3", "level-of-django": ""}
FIT = {"languages": ["en"], "sectors": []}


@dataclass(frozen=True, slots=True)
class Taken:
    """Who takes the side and what they say; the questions not named here are left empty."""

    make: Callable[..., Profile]
    said: Mapping[str, Answers]


OPENINGS: Mapping[str, Taken] = {
    "hiring": Taken(make.an_international_company, {
        "about": ABOUT, "skills": SKILLS, "skill-levels": LEVELS, "fit": FIT,
        "place": {"mode": "remote", "country": "DE", "hours_overlap": "3"},
        "level": {"seniority": "1", "routes": ["direct", "eor"]},
        "pay": {"usd_min": "1000", "usd_max": "1800"},
        "closing": {"capacity": "2", "closes_on": "2099-12-31"},
    }),
    "internships": Taken(make.a_diaspora_firm, {
        "about": ABOUT, "skills": SKILLS, "skill-levels": LEVELS, "fit": FIT,
        "place": {"mode": "remote", "country": "", "hours_overlap": "3"},
        "length": {"weeks": "12", "usd_max": "500"},
        "closing": {"capacity": "1", "closes_on": ""},
    }),
    "contracting": Taken(make.an_international_company, {
        "about": ABOUT, "skills": SKILLS, "skill-levels": LEVELS, "fit": FIT,
        "team": {"headcount": "5", "duration_months": "12", "seniority": "2"},
        "budget": {"usd_max": "3000", "hours_overlap": "3"},
        "closing": {"closes_on": ""},
    }),
    "investing": Taken(make.an_investor, {
        "about": ABOUT, "skills": {}, "fit": FIT,
        "ticket": {"usd_min": "25000", "usd_max": "100000"},
        "stage": {"stages": ["seed"], "instruments": ["safe"]},
        "regions": {"regions": ["palestine"]},
        "closing": {"closes_on": ""},
    }),
    "mentorship": Taken(make.a_mentor, {
        "about": ABOUT,
        "topics": {"topics": ["career", "technical"]},
        "time": {"hours_month": "4"},
        "closing": {"capacity": "3", "closes_on": ""},
    }),
}  # fmt: skip

CANDIDACIES: Mapping[str, Taken] = {
    "hiring": Taken(make.a_graduate, {
        "work": {"mode": "remote", "routes": ["direct"]},
        "pay": {"usd_min": "1200"},
        "until": {"until": "2099-12-31"},
    }),
    "internships": Taken(make.a_graduate, {
        "work": {"mode": "remote", "weeks": "16"},
        "pay": {"usd_min": "300"},
        "until": {"until": ""},
    }),
    "contracting": Taken(make.a_local_firm, {
        "team": {"headcount": "8", "seniority": "2"},
        "rate": {"usd_min": "2000"},
        "directory": {"listed": "yes"},
        "until": {"until": ""},
    }),
    "investing": Taken(make.a_startup, {
        "amount": {"usd_min": "25000", "usd_max": "150000"},
        "stage": {"stages": ["seed"], "instruments": ["safe"]},
        "match": {"shows_match": "yes"},
        "until": {"until": ""},
    }),
    "mentorship": Taken(make.a_graduate, {
        "skills": SKILLS, "skill-levels": LEVELS,
        "goals": {"topics": ["career"], "goals": "A first job."},
        "time": {"hours_month": "2", "hours_overlap": "1"},
        "until": {"until": ""},
    }),
}  # fmt: skip


def walk_of(side: Side, slug: str) -> Taken:
    return (OPENINGS if side == "opening" else CANDIDACIES)[slug]


def questions_of(side: Side, slug: str) -> list[Question]:
    """What is asked in turn: the levels only where skills were named."""
    said = walk_of(side, slug).said
    return [question for question in flow(slug, side).questions if question.slug in said]


def logged_in(profile: Profile, **columns: Any) -> Client:
    client = Client()
    client.force_login(make.acts_for(profile, **columns))
    return client


def begin(client: Client, side: Side, slug: str, profile: Profile, **sent: Any) -> Any:
    """Send the first page in; a draft is there afterwards."""
    sent = {"public_id": str(uuid4()), "profile": str(profile.public_id)} | sent
    return client.post(reverse(f"new-{side}", args=[slug]), sent)


def answer_all(client: Client, side: Side, slug: str, row: Opening | Candidacy) -> None:
    said = walk_of(side, slug).said
    for question in questions_of(side, slug):
        page = reverse(f"edit-{side}", args=[row.public_id, question.slug])
        answer = client.post(page, said[question.slug])
        assert answer.status_code == 302, (question.slug, answer.context["form"].errors)


def move(client: Client, row: Opening | Candidacy, name: str, **options: Any) -> Any:
    side = "opening" if isinstance(row, Opening) else "candidacy"
    return client.post(reverse(f"move-{side}", args=[row.public_id, name]), **options)


def row_of(side: Side, profile: Profile) -> Opening | Candidacy:
    if side == "opening":
        return Opening.objects.get(owner=profile)
    return Candidacy.objects.get(profile=profile)


def made(client: Client, side: Side, slug: str, profile: Profile) -> Opening | Candidacy:
    """From the first page to the last: published, or agreed to."""
    begin(client, side, slug, profile)
    answer_all(client, side, slug, row_of(side, profile))
    sends_in = "publish" if side == "opening" else "activate"
    move(client, row_of(side, profile), sends_in)
    return row_of(side, profile)
