"""What happened to an introduction, from its events, as one of the two reads it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ledger.models import Event
from matching.introductions.models import Introduction
from matching.introductions.saying import moment


@dataclass(frozen=True, slots=True)
class Happened:
    """mark: met, partly or not, as in components/state.html; at: on the reader's own clock"""

    mark: str
    text: str
    at: str


MARKS = {"accepted": "met", "made": "met", "asked": "partly", "reminded": "partly"}


def timeline_of(row: Introduction, own_id: int) -> list[Happened]:
    """In its order, in one query."""
    events = Event.objects.filter(subject_kind=row._meta.label_lower, subject_id=row.pk)
    return list(told(events.order_by("at", "pk"), row, own_id))


def told(events: Iterable[Event], row: Introduction, own_id: int) -> Iterable[Happened]:
    """What another floor records of an introduction is its own to tell."""
    for event in events:
        name = event.verb.removeprefix("introduction.")
        text = _text(name, event, row, own_id)
        if text:
            yield Happened(MARKS.get(name, "not"), text, moment(event.at))


def _text(name: str, event: Event, row: Introduction, own_id: int) -> str:
    asked_by_us = row.asker_id == own_id
    purpose, because = row.get_purpose_display(), _because(event)
    ours, theirs = {
        "asked": (_("You asked: %(purpose)s"), _("They asked: %(purpose)s")),
        "reminded": (_("They were reminded"), _("You were reminded")),
        "accepted": (_("They accepted"), _("You accepted")),
        "declined": (_("They declined: %(because)s"), _("You declined: %(because)s")),
        "withdrawn": (_("You withdrew it"), _("They withdrew it")),
        "expired": (_("The time for an answer ran out"), _("The time for an answer ran out")),
        "lapsed": _lapsed(because),
        "made": (_("You were introduced"), _("You were introduced")),
    }.get(name, ("", ""))
    if name == "ended" and event.codes.get("settled"):
        text = _("What came of it is over: %(because)s")
    elif name == "ended":
        is_ours = event.codes.get("by") == own_id
        text = _("You ended it: %(because)s") if is_ours else _("They ended it: %(because)s")
    else:
        text = ours if asked_by_us else theirs
    return text % {"purpose": purpose, "because": because} if text else ""


def _lapsed(because: str) -> tuple[str, str]:
    text = _("It became impossible: %(because)s") if because else _("It became impossible")
    return text, text


def _because(event: Event) -> str:
    code = event.codes.get("because", "")
    return str(Introduction.Because(code).label) if code else ""
