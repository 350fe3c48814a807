"""Somebody read what they were let read: told to whoever gave it, on the page alone."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from ledger.models import Event
from ledger.notices import Line
from profiles.disclosure import heading
from profiles.exclusions import never_met_by
from profiles.isolation import isolated
from profiles.models import Consent
from profiles.queries import OWNERS, accounts_of
from profiles.viewer import Viewer


def recipients(events: Sequence[Event]) -> dict[int, list[int]]:
    """Whoever decides over what is shown of the profile that was read."""
    accounts = accounts_of({event.codes["owner"] for event in events}, OWNERS)
    return {event.pk: accounts.get(event.codes["owner"], []) for event in events}


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """Also of a consent that has ended; not of somebody who vanished or is not to be met."""
    rows = (
        Consent.objects.filter(
            ~never_met_by(reader, "to"),
            pk__in={event.subject_id for event in events},
            owner__in=sorted(reader.profile_ids),
        )
        .exclude(to__status="hidden")
        .select_related("owner", "to__identity", "to__governorate")
    )
    found = {row.pk: _line(row, reader) for row in rows}
    return {event.pk: found[event.subject_id] for event in events if event.subject_id in found}


def _line(consent: Consent, reader: Viewer) -> Line:
    who = isolated(heading(consent.to, reader)[0])
    return Line(
        text=_("%(who)s read what you let them read") % {"who": who},
        url=reverse("consent-history", args=[consent.owner.public_id, consent.to.public_id]),
        more=_("Up to: %(step)s.") % {"step": consent.get_step_display()},
    )
