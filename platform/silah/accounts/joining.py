"""What brings somebody here: the question that every new account answers, by form or by others.

allauth builds its own forms on RoleForm, so nothing of allauth may be imported here.
"""

from typing import NamedTuple

from django import forms
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from profiles.joining import open_profile
from profiles.models import Profile, User
from silah.accounts.zones import zone_of


class Door(NamedTuple):
    """label: what brings one here; gain: what one gets; heading: of the form behind it."""

    label: Promise
    gain: Promise
    heading: Promise


DOORS: dict[str, Door] = {
    Profile.Kind.GRADUATE: Door(
        _("I look for work, a placement or a mentor"),
        _("Be found by firms that fit, and see why. You decide who learns your name."),
        _("Join as a graduate"),
    ),
    Profile.Kind.MENTOR: Door(
        _("I offer hours of advice"),
        _("People who fit ask you, never more than the number that you set."),
        _("Join as a mentor"),
    ),
    Profile.Kind.INVESTOR: Door(
        _("I invest in startups"),
        _("See only startups that meet your mandate, with reasons."),
        _("Join as an investor"),
    ),
    Profile.Kind.FIRM: Door(
        _("I speak for a firm or a startup"),
        _("Hire, find a team, raise or win work, named or unnamed."),
        _("Join as a firm"),
    ),
}


def role_in(value: str | None) -> str:
    """The role that an address or a form names; "" where it names none."""
    return value if value in DOORS else ""


class RoleForm(forms.Form):
    """Part of every sign-up: opens the profile of the role in which somebody comes."""

    role = forms.ChoiceField(
        label=_("What brings you?"),
        widget=forms.RadioSelect,
        choices=[(kind, door.label) for kind, door in DOORS.items()],
    )

    def signup(self, request: HttpRequest, user: User) -> None:
        role = self.cleaned_data["role"]
        user.language = get_language() or user.language
        user.time_zone = zone_of(role, request.headers.get("Accept-Language", ""))
        user.save(update_fields=["language", "time_zone"])
        open_profile(user=user, kind=role)
