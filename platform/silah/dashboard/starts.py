"""Where somebody begins who has no match yet: one sentence why, and one action, by role."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from matching.pairings.words import Words
from profiles.models import Profile
from silah.dashboard.desk import Desk
from silah.dashboard.links import first


@dataclass(frozen=True, slots=True)
class Start:
    """One action where nothing is matched; url is filled in for the reader."""

    title: Words
    text: Words
    action: Words
    url: str = ""


BY_ROLE: dict[str, Start] = {
    "graduate": Start(
        _("You are not matched yet"),
        _("A job, an internship, a mentor: you are matched only where you have agreed to it."),
        _("Say what you look for"),
    ),
    "mentor": Start(
        _("No hours are offered yet"),
        _("As soon as an offer is published, graduates and founders who fit stand here."),
        _("Publish an offer"),
    ),
    "investor": Start(
        _("No mandate is stated yet"),
        _("As soon as a mandate is published, startups that fit it stand here, with the reasons."),
        _("State a mandate"),
    ),
    "local_it": Start(
        _("Your team is not offered yet"),
        _("As soon as you agree to it, tenders that your team can win stand here."),
        _("Offer your team"),
    ),
    "startup": Start(
        _("No raise is stated yet"),
        _("As soon as you agree to it, investors whose mandate you fit stand here."),
        _("Say what you raise"),
    ),
    "company": Start(
        _("Nothing is posted yet"),
        _("A job, a placement or a tender: candidates who fit stand here within minutes."),
        _("Post an opening"),
    ),
}


def start_of(desk: Desk) -> Start:
    """What to begin with; the list of one's own where something was begun."""
    start = BY_ROLE[role_of(desk.profile)]
    return Start(start.title, start.text, start.action, first("my-openings", "openings"))


def waits(desk: Desk) -> Start:
    """Something is offered or sought, and nothing fits it yet."""
    return Start(
        _("No match yet"),
        _("The lists are made anew with every change on either side, and every night."),
        _("Read the openings"),
        first("openings"),
    )


def role_of(profile: Profile) -> str:
    """The kind, and of a firm what it mostly comes for."""
    if profile.kind != Profile.Kind.FIRM:
        return str(profile.kind)
    kind = profile.firm.type if hasattr(profile, "firm") else ""
    return kind if kind in BY_ROLE else "company"
