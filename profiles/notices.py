"""Whoever is in charge of a profile is told that it was verified, or sent back and why."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from ledger.models import Event
from ledger.notices import Line
from profiles.disclosure import kind_label
from profiles.models import Profile, Verification
from profiles.queries import OWNERS, accounts_of
from profiles.reviewing import REASONS
from profiles.viewer import Viewer

What = Verification.What


def those_in_charge(events: Sequence[Event]) -> dict[int, list[int]]:
    """A profile's person, or the owners of the firm; who came in by a file asked nothing."""
    asked = [event for event in events if event.codes.get("how") != What.IMPORTED]
    keys = {event.subject_id for event in asked if event.subject_id}
    in_charge = accounts_of(keys, OWNERS)
    return {event.pk: in_charge.get(event.subject_id or 0, []) for event in asked}


def lines_of_verified(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """What was checked and what that unlocks, as long as it holds."""
    return {
        event.pk: _verified(event, profile)
        for event, profile in _own(events, reader)
        if profile.is_verified
    }


def lines_of_sent_back(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """What to change, until the profile is sent in again or verified."""
    return {
        event.pk: _sent_back(event, profile)
        for event, profile in _own(events, reader)
        if not (profile.is_verified or profile.submitted_at)
    }


def _own(events: Sequence[Event], reader: Viewer) -> list[tuple[Event, Profile]]:
    """The events with their profiles, as far as those are the reader's own and not hidden."""
    own = {event.subject_id for event in events} & reader.profile_ids
    profiles = Profile.objects.in_bulk(list(own))
    return [(e, profiles[e.subject_id]) for e in events if e.subject_id in profiles]


def _verified(event: Event, profile: Profile) -> Line:
    more = _("%(role)s. What was checked: %(checked)s. Those whom you may meet can find you now.")
    checked = What(event.codes["how"]).label
    return Line(
        text=_("Your profile is verified"),
        more=more % {"role": kind_label(profile), "checked": checked},
        url=reverse("dashboard"),
    )


def _sent_back(event: Event, profile: Profile) -> Line:
    said = {"role": kind_label(profile), "reason": REASONS[event.codes["reason"]]}
    return Line(
        text=_("Programme staff sent your profile back"),
        more=_("%(role)s. %(reason)s") % said,
        url=reverse("my-profile"),
    )
