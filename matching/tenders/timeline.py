"""What happened to an answer, from its events, as one of the two reads it."""

from django.utils.translation import gettext as _

from ledger.models import Event
from matching.introductions.saying import moment
from matching.introductions.timeline import Happened
from matching.tenders.models import Answer

MARKS = {"sent": "partly", "shortlisted": "partly", "awarded": "met"}


def timeline_of(row: Answer, *, is_ours: bool) -> list[Happened]:
    """In its order, in one query."""
    events = Event.objects.filter(subject_kind=row._meta.label_lower, subject_id=row.pk)
    found = []
    for event in events.order_by("at", "pk"):
        name = event.verb.removeprefix("answer.")
        text = _text(name, event, is_ours)
        if text:
            found.append(Happened(MARKS.get(name, "not"), text, moment(event.at)))
    return found


def _text(name: str, event: Event, is_ours: bool) -> str:
    because = _because(event)
    closed = _("It was closed: %(because)s") if because else _("It was closed")
    ours, theirs = {
        "sent": (_("You answered"), _("They answered")),
        "shortlisted": (_("They put you on the shortlist"), _("You put them on the shortlist")),
        "unshortlisted": (
            _("They took you off the shortlist"),
            _("You took them off the shortlist"),
        ),
        "awarded": (_("They awarded you the tender"), _("You awarded them the tender")),
        "declined": (
            _("They did not choose you: %(because)s"),
            _("You did not choose them: %(because)s"),
        ),
        "withdrawn": (_("You withdrew it"), _("They withdrew it")),
        "closed": (closed, closed),
    }.get(name, ("", ""))
    return (ours if is_ours else theirs) % {"because": because}


def _because(event: Event) -> str:
    code = event.codes.get("because", "")
    return str(Answer.Because(code).label) if code else ""
