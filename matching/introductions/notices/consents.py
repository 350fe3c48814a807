"""Somebody lets the reader read more of them; where a request says so itself, it is enough."""

from collections.abc import Sequence
from datetime import timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ledger.models import Event
from ledger.notices import Line
from matching.introductions.actions import ASKED
from matching.introductions.moves import MOVES, Move
from profiles.disclosure import heading
from profiles.exclusions import never_met_by
from profiles.isolation import isolated
from profiles.models import Consent
from profiles.queries import EDITORS, accounts_of
from profiles.viewer import Viewer

SAYS_SO_ITSELF = (ASKED, MOVES[Move.ACCEPT].verb)
TOGETHER = timedelta(seconds=5)
"""Longer than one transaction takes."""


def recipients(events: Sequence[Event]) -> dict[int, list[int]]:
    """Whoever may write for the profile that it was given to."""
    alone = [event for event in events if not _is_told_with(event)]
    accounts = accounts_of({event.codes["to"] for event in alone}, EDITORS)
    return {event.pk: accounts.get(event.codes["to"], []) for event in alone}


def _is_told_with(event: Event) -> bool:
    """Whether a request or its acceptance gave it: that is recorded right after it."""
    if event.codes["purpose"] != Consent.Purpose.INTRODUCTION:
        return False
    two = {event.codes["owner"], event.codes["to"]}
    after = (event.at, event.at + TOGETHER)
    together = Event.objects.filter(verb__in=SAYS_SO_ITSELF, at__range=after)
    return any(two == {each.codes["asker"], each.codes["asked"]} for each in together)


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """As long as it is in force, and its owner is there to be met."""
    own = sorted(reader.profile_ids)
    keys = {event.subject_id for event in events if event.subject_id}
    rows = (
        Consent.objects.in_force()
        .filter(~never_met_by(reader, "owner"), pk__in=keys, to__in=own)
        .exclude(owner__status="hidden")
        .select_related("owner__identity", "owner__governorate")
    )
    found = {row.pk: _line(row, reader) for row in rows}
    return {event.pk: found[event.subject_id] for event in events if event.subject_id in found}


def _line(consent: Consent, reader: Viewer) -> Line:
    who = isolated(heading(consent.owner, reader)[0])
    said = {"step": consent.get_step_display(), "day": date_format(consent.until, "DATE_FORMAT")}
    return Line(
        text=_("%(who)s lets you read more of their profile") % {"who": who},
        url=reverse("profile", args=[consent.owner.public_id]),
        more=_("Up to: %(step)s. Last day: %(day)s.") % said,
    )
