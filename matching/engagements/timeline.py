"""What happened to an engagement, from its events, as one of the two reads it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ledger.models import Event
from matching.engagements.models import Agreement, Engagement
from matching.introductions.saying import moment
from matching.introductions.timeline import Happened

Kind = Agreement.Kind
MARKS = {
    "confirmed": "met",
    "completed": "met",
    "noted": "met",
    "stated": "partly",
    "reminded": "partly",
}


def timeline_of(row: Engagement, own_id: int) -> list[Happened]:
    """In its order, in one query."""
    events = Event.objects.filter(subject_kind=row._meta.label_lower, subject_id=row.pk)
    return list(told(events.order_by("at", "pk"), own_id))


def told(events: Iterable[Event], own_id: int) -> Iterable[Happened]:
    """What another part of the floor records of it is its own to tell."""
    for event in events:
        name = event.verb.removeprefix("engagement.")
        text = _text(name, event, own_id)
        if text:
            yield Happened(MARKS.get(name, "not"), text, moment(event.at))


def _text(name: str, event: Event, own_id: int) -> str:
    ours, theirs = _words(name, event.codes.get("kind", ""))
    text = ours if event.codes.get("by") == own_id else theirs
    return text % {"because": _because(event)} if text else ""


def _words(name: str, kind: str) -> tuple[str, str]:
    """As whoever acted reads it, and as the other side does; both alike of the clock's doing."""
    out_of_time = _("The time for an answer ran out")
    over = _("It is over: %(because)s")
    completed = (_("You confirmed that it is completed"), _("They confirmed that it is completed"))
    if name == "stated":
        return _stated(kind)
    return {
        "noted": (_("You recorded it, and it holds"), _("They recorded it, and it holds")),
        "reminded": (_("They were reminded"), _("You were reminded")),
        "confirmed": (_("You confirmed it"), _("They confirmed it")),
        "completed": completed,
        "refused": (_("You said that it is not so"), _("They said that it is not so")),
        "withdrawn": (_("You took it back"), _("It was taken back")),
        "expired": (out_of_time, out_of_time),
        "ended": (_("You ended it early: %(because)s"), _("They ended it early: %(because)s")),
        "lapsed": (over, over),
    }.get(name, ("", ""))  # fmt: skip


def _stated(kind: str) -> tuple[str, str]:
    return {
        Kind.BEGIN: (_("You recorded it"), _("They recorded it")),
        Kind.CHANGE: (_("You recorded a change"), _("They recorded a change")),
        Kind.COMPLETION: (
            _("You said that it is completed"),
            _("They said that it is completed"),
        ),
    }[Kind(kind)]


def _because(event: Event) -> str:
    code = event.codes.get("because", "")
    return str(Engagement.Because(code).label) if code else ""
