"""Whose requests stand still during an outage, or run again after it; no place is named."""

from collections import defaultdict
from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ledger.models import Event, Notification
from ledger.notices import Line
from matching.introductions.models import Introduction, Outage
from matching.introductions.notices.moments import moment
from matching.introductions.outages import OUTAGE_ENDED
from profiles.queries import EDITORS, accounts_of
from profiles.viewer import Viewer


def recipients(events: Sequence[Event]) -> dict[int, list[int]]:
    """Both sides of what waits there. Who was told of an outage is not told of its changes.

    The line is made when it is read, so it says what holds by then.
    """
    waiting = _waiting_in({place for event in events for place in event.codes["governorates"]})
    everyone = {profile for profiles in waiting.values() for profile in profiles}
    accounts = accounts_of(everyone, EDITORS)
    known = _told_before(events)
    return {
        event.pk: [
            user
            for profile in sorted({p for at in event.codes["governorates"] for p in waiting[at]})
            for user in accounts.get(profile, [])
            if (event.verb, event.subject_id, user) not in known
        ]
        for event in events
    }


def _waiting_in(places: set[int]) -> dict[int, set[int]]:
    """Governorates to the profiles on either side of the requests that wait for an answer there."""
    rows = Introduction.objects.filter(state="waiting", asked__governorate__in=places)
    found: dict[int, set[int]] = defaultdict(set)
    for place, asker, asked in rows.values_list("asked__governorate", "asker", "asked"):
        found[place] |= {asker, asked}
    return found


def _told_before(events: Sequence[Event]) -> set[tuple[str, int | None, int]]:
    rows = Notification.objects.filter(
        event__verb__in={event.verb for event in events},
        event__subject_id__in={event.subject_id for event in events},
    )
    return set(rows.values_list("event__verb", "event__subject_id", "user"))


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    outages = Outage.objects.in_bulk({event.subject_id for event in events})
    return {e.pk: _line(e, outages[e.subject_id]) for e in events if e.subject_id in outages}


def _line(event: Event, outage: Outage) -> Line:
    what, url = {"what": outage.get_what_display()}, reverse("my-matches")
    if event.verb == OUTAGE_ENDED or _is_over(outage):
        return Line(_("%(what)s: over, and the time to answer runs again") % what, url)
    return Line(_("%(what)s: the time to answer stands still") % what, url, _until(outage))


def _is_over(outage: Outage) -> bool:
    return outage.ends_at is not None and outage.ends_at <= timezone.now()


def _until(outage: Outage) -> str:
    if outage.ends_at is None:
        return _(
            "A request of yours waits longer for its answer, until programme staff say that it "
            "is over."
        )
    said = _("A request of yours waits longer for its answer. It is to be over by %(moment)s.")
    return said % {"moment": moment(outage.ends_at)}
