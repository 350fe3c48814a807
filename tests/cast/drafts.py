"""People and firms as unsaved rows: complete sensible defaults, every fact by keyword.

A keyword is a column of the profile, of its identity or of its kind's own table, or one of
skills={slug: level 1..4}, languages={code: CEFR}, week="Sun-Thu 09:00-17:00" or None,
governorate=code, university=slug, verified=bool.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils import timezone

from profiles.actions import derive_hours
from profiles.firms.models import Firm
from profiles.graduates.models import Graduate
from profiles.hours import Week, parse_week
from profiles.investors.models import Investor
from profiles.mentors.models import Mentor
from profiles.models import Identity, Profile

Details = Graduate | Mentor | Investor | Firm
Facts = Mapping[str, Any]

IDENTITY = ("legal_name", "email", "phone", "address", "website")
DETAILS: Mapping[type[Details], tuple[str, ...]] = {
    Graduate: ("degree", "graduation_year"),
    Mentor: ("hours_month",),
    Investor: ("type",),
    Firm: ("type", "team_size", "founded_year"),
}
READ_IN = "imported"

ANYONE: Facts = {
    "about": "I build things that work and write down why.",
    "language": "en",
    "sectors": ["fintech"],
    "email": "someone@example.org",
    "skills": {"python": 3, "django": 3, "postgresql": 2, "git": 2},
    "languages": {"ar": "C2", "en": "C1"},
    "verified": True,
}
AT_HOME: Facts = {
    "country": "PS",
    "governorate": "PS-NBS",
    "time_zone": "Asia/Hebron",
    "week": "Sun-Thu 09:00-17:00",
}
ABROAD: Facts = {"country": "DE", "time_zone": "Europe/Berlin", "week": "Mon-Fri 09:00-17:00"}


@dataclass(slots=True)
class Party:
    """The rows of one person or firm, not yet saved; skills, languages and places by name."""

    profile: Profile
    details: Details
    identity: Identity
    skills: Mapping[str, int]
    languages: Mapping[str, str]
    governorate: str
    university: str


def graduate(**facts: Any) -> Party:
    return _party(Profile.Kind.GRADUATE, Graduate, {
        **ANYONE, **AT_HOME,
        "headline": "Backend developer, Python", "legal_name": "Lina Haddad",
        "experience_years": 2, "university": "an-najah", "degree": "Computer engineering",
        "graduation_year": 2023, **facts,
    })  # fmt: skip


def mentor(**facts: Any) -> Party:
    return _party(Profile.Kind.MENTOR, Mentor, {
        **ANYONE, **ABROAD,
        "headline": "Engineering manager", "legal_name": "Sameh Khoury", "is_named": True,
        "experience_years": 12, "week": "Mon-Fri 15:00-21:00", "hours_month": 4, **facts,
    })  # fmt: skip


def investor(**facts: Any) -> Party:
    return _party(Profile.Kind.INVESTOR, Investor, {
        **ANYONE, **ABROAD,
        "headline": "Angel investor, payments", "legal_name": "Rima Nassar", "skills": {},
        "type": Investor.Type.ANGEL, **facts,
    })  # fmt: skip


def local_firm(**facts: Any) -> Party:
    return _firm(Firm.Type.LOCAL_IT, {
        **AT_HOME, "headline": "Software teams for companies abroad",
        "legal_name": "Sindyan Softworks", "team_size": 24, "founded_year": 2012, **facts,
    })  # fmt: skip


def startup(**facts: Any) -> Party:
    return _firm(Firm.Type.STARTUP, {
        **AT_HOME, "headline": "Payments for small shops", "legal_name": "BaydarPay",
        "is_named": True, "experience_years": 3, "team_size": 6, "founded_year": 2022, **facts,
    })  # fmt: skip


def diaspora_firm(**facts: Any) -> Party:
    return _firm(Firm.Type.DIASPORA, {
        **ABROAD, "headline": "Logistics software", "legal_name": "Nabaa Labs GmbH",
        "is_named": True, "team_size": 40, "founded_year": 2009, **facts,
    })  # fmt: skip


def international_company(**facts: Any) -> Party:
    return _firm(Firm.Type.INTERNATIONAL, {
        **ABROAD, "headline": "Banking software", "legal_name": "Lumenhaus Systems GmbH",
        "is_named": True, "team_size": 300, "founded_year": 2001, **facts,
    })  # fmt: skip


def _firm(type_: str, facts: Facts) -> Party:
    return _party(Profile.Kind.FIRM, Firm, {**ANYONE, "type": type_, **facts})


def _party(kind: str, table: type[Details], facts: Facts) -> Party:
    left = dict(facts)
    identity = Identity(**_taken(left, IDENTITY))
    details = table(**_taken(left, DETAILS[table]))
    names = {"governorate": left.pop("governorate", ""), "university": left.pop("university", "")}
    skills, languages = left.pop("skills"), left.pop("languages")
    profile = _profile(kind, left)
    return Party(profile, details, identity, skills, languages, **names)


def _taken(facts: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: facts.pop(name) for name in names if name in facts}


def _profile(kind: str, facts: dict[str, Any]) -> Profile:
    week = facts.pop("week")
    if facts.pop("verified"):
        facts = {"verified_at": timezone.now(), "verified_how": READ_IN, **facts}
    profile = Profile(kind=kind, week=None if week is None else list(_week(week)), **facts)
    derive_hours(profile)
    return profile


@cache
def _week(text: str) -> Week:
    return parse_week(text)
