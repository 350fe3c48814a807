"""What a viewer may read of a profile: `disclose` is the one gate, its Card all that leaves it.

Disclosure goes in steps (capability, region, name, contact). An owner and staff read all of
them; whoever may list the profile reads capability and region; a profile that chose to be named
gives its name to them too. What is beyond that waits for consent, given to one counterparty: it is
read as long as it stands and the profile is not hidden. Whoever may not list it, but reads an
opening of it or once kept a link, gets an alias that describes nobody.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language_bidi, ngettext
from django.utils.translation import gettext as _

from profiles.badges import checked_words
from profiles.hours import format_week, week_in
from profiles.labels import country_name, sector_label
from profiles.models import Identity, Profile, ProfileSkill
from profiles.steps import Step
from profiles.viewer import Viewer
from profiles.visibility import is_listed_to


@dataclass(frozen=True, slots=True)
class HeldSkill:
    slug: str
    label: str
    level: int

    @property
    def level_label(self) -> str:
        return str(ProfileSkill.Level(self.level).label)


@dataclass(frozen=True, slots=True)
class Card:
    """A profile as one viewer may read it. Withheld fields are empty, never masked text."""

    public_id: UUID
    kind: str
    kind_label: str
    title: str
    step: Step
    is_own: bool
    is_named: bool
    language: str
    headline: str = ""
    about: str = ""
    experience_years: int | None = None
    sectors: tuple[str, ...] = ()
    skills: tuple[HeldSkill, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    details: "tuple[Detail, ...]" = ()
    week: tuple[int, ...] | None = None
    time_zone: str = ""
    verified_how: str = ""
    verified_at: datetime | None = None
    country: str = ""
    governorate: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""

    @property
    def website_name(self) -> str:
        """The address as people say it: example.org for https://example.org/."""
        return self.website.partition("://")[2].rstrip("/")

    @property
    def badge(self) -> str:
        """What was checked and when, "" where nothing was."""
        return checked_words(self.verified_how, self.verified_at) if self.verified_at else ""

    @property
    def facts(self) -> list[str]:
        """Years of work and what only its kind says: phrases that need no label beside them."""
        phrases = [detail.phrase for detail in self.details]
        if self.experience_years is None:
            return phrases
        years = self.experience_years
        work = ngettext("%(count)d year of work", "%(count)d years of work", years)
        return [work % {"count": years}, *phrases]

    @property
    def hours(self) -> str:
        """The weekly hours on the reader's own clock, "" where they are not said."""
        if self.week is None:
            return ""
        here = timezone.get_current_timezone_name()
        week = week_in(self.week, self.time_zone, here, timezone.now())
        return format_week(week, "ar" if get_language_bidi() else "en")

    @property
    def is_alias(self) -> bool:
        """Whether its reader may know of the profile no more than that it is there."""
        return self.step == Step.ALIAS

    @property
    def region(self) -> str:
        return _joined((self.governorate, self.country))


class Detail(NamedTuple):
    """A fact of one kind: label and value for a table, one phrase for a line of facts."""

    label: str | Promise
    value: str
    phrase: str


Details = Callable[[Profile], list[Detail]]
_details_by_kind: dict[str, Details] = {}


def show_details(kind: str, details: Details) -> None:
    """A kind registers here which of its own capability facts stand on the card."""
    _details_by_kind[kind] = details


def told(*facts: tuple[str | Promise, Any, Callable[[Any], str]]) -> list[Detail]:
    """The facts that were said, of (label, value, the phrase made of the value)."""
    return [
        Detail(label, str(value), phrase(value))
        for label, value, phrase in facts
        if value not in ("", None)
    ]


def step_for(profile: Profile, viewer: Viewer) -> Step:
    if viewer.is_staff or viewer.owns(profile.pk):
        return Step.CONTACT
    given = Step.ALIAS if profile.is_hidden else Step(viewer.step_given(profile.pk))
    if not is_listed_to(profile, viewer):
        return given
    return max(given, Step.NAME if profile.is_named else Step.REGION)


def disclose(profile: Profile, viewer: Viewer) -> Card:
    """The card of a profile for this viewer.

    Which rows a list has is chosen by `visible_to`; a row that it does not choose, reached in
    another way, is an alias.
    """
    step = step_for(profile, viewer)
    identity = getattr(profile, "identity", None)
    name = _name(profile, step)
    return Card(
        public_id=profile.public_id,
        kind=profile.kind,
        kind_label=kind_label(profile),
        title=name or alias(profile),
        step=step,
        is_own=viewer.owns(profile.pk),
        is_named=bool(name),
        language=profile.language,
        **_capability(profile, step),
        **_verified(profile, step),
        **_region(profile, step),
        **_contact(identity, step),
    )


def heading(profile: Profile, viewer: Viewer) -> tuple[str, str]:
    """Title and region alone, as on the card: a list of their openings needs no more."""
    step = step_for(profile, viewer)
    region = _region(profile, step)
    title = _name(profile, step) or alias(profile)
    return title, _joined((region.get("governorate", ""), region.get("country", "")))


def _name(profile: Profile, step: Step) -> str:
    identity = getattr(profile, "identity", None)
    return identity.legal_name if identity and step >= Step.NAME else ""


def _joined(parts: Iterable[str]) -> str:
    return _(", ").join(part for part in parts if part)


def kind_label(profile: Profile) -> str:
    """The kind in the reader's language; `get_kind_display` hashes every choice first."""
    return str(Profile.Kind(profile.kind).label)


def alias(profile: Profile) -> str:
    """What an unnamed profile is called: its kind and four characters that say nothing."""
    return _("%(kind)s %(code)s") % {
        "kind": kind_label(profile),
        "code": profile.alias_code,
    }


def _skills(profile: Profile) -> tuple[HeldSkill, ...]:
    held = (HeldSkill(skill.slug, skill.label, level) for skill, level in profile.held)
    return tuple(sorted(held, key=lambda skill: (-skill.level, skill.label)))


def _capability(profile: Profile, step: Step) -> dict[str, Any]:
    if step < Step.CAPABILITY:
        return {}
    details = _details_by_kind.get(profile.kind)
    return {
        "headline": profile.headline,
        "about": profile.about,
        "experience_years": profile.experience_years,
        "sectors": tuple(sector_label(slug) for slug in profile.sectors),
        "skills": _skills(profile),
        "languages": tuple((language.label, cefr) for language, cefr in profile.spoken),
        "details": tuple(details(profile)) if details else (),
        "week": None if profile.week is None else tuple(profile.week),
        "time_zone": profile.time_zone,
    }


def _is_there(profile: Profile) -> bool:
    """Neither paused, hidden nor unverified: then its openings are read, and say its region."""
    return profile.is_active and profile.is_verified


def _verified(profile: Profile, step: Step) -> dict[str, Any]:
    if step < Step.CAPABILITY and not _is_there(profile):
        return {}
    return {"verified_how": profile.verified_how, "verified_at": profile.verified_at}


def _region(profile: Profile, step: Step) -> dict[str, Any]:
    """Below its own step it is that which its openings say anyway, while it is there."""
    if step < Step.REGION and not _is_there(profile):
        return {}
    code = str(profile.country)
    return {
        "country": country_name(code) if code else "",
        "governorate": profile.governorate.label if profile.governorate else "",
    }


def _contact(identity: Identity | None, step: Step) -> dict[str, Any]:
    if identity is None:
        return {}
    website = {"website": identity.website} if step >= Step.NAME else {}
    if step < Step.CONTACT:
        return website
    return website | {
        "email": identity.email,
        "phone": identity.phone,
        "address": identity.address,
    }
