"""An answer and what became of it, as the side that did not act reads it."""

from collections.abc import Callable, Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from ledger.models import Event
from ledger.notices import Line
from matching.tenders.blind import title_of
from matching.tenders.models import Answer
from matching.tenders.queries import OWNER
from matching.tenders.saying import meaning_of
from profiles.disclosure import heading
from profiles.exclusions import never_met_by
from profiles.isolation import isolated
from profiles.queries import EDITORS, accounts_of
from profiles.viewer import Viewer

State = Answer.State
TO: dict[str, str] = {
    "answer.sent": "owner",
    "answer.withdrawn": "owner",
    "answer.shortlisted": "firm",
    "answer.awarded": "firm",
    "answer.declined": "firm",
    "answer.closed": "firm",
}
"""The side that is told."""


def recipients(events: Sequence[Event]) -> dict[int, list[int]]:
    """Owners and recruiters of the side that is told."""
    accounts = accounts_of({event.codes[TO[event.verb]] for event in events}, EDITORS)
    return {event.pk: _told(event, accounts) for event in events}


def _told(event: Event, accounts: dict[int, list[int]]) -> list[int]:
    """Nobody of an award that is over: that its introduction ended is told by that itself."""
    if event.codes.get("was") == State.AWARDED:
        return []
    return accounts.get(event.codes[TO[event.verb]], [])


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """None of an answer whose other side vanished, or is not to be met any more."""
    rows = _known_to(reader, {event.subject_id for event in events})
    said = ((event, rows[event.subject_id]) for event in events if event.subject_id in rows)
    found = {event.pk: WORDS[event.verb](row, reader) for event, row in said}
    return {key: line for key, line in found.items() if line is not None}


def _known_to(reader: Viewer, keys: set[int | None]) -> dict[int | None, Answer]:
    """In one query, with what the names of both sides are made of."""
    hidden = Q(**{f"{OWNER}__status": "hidden"})
    received = Answer.objects.received_by(reader)
    sent = Answer.objects.sent_by(reader).exclude(hidden | never_met_by(reader, OWNER))
    rows = (received | sent).filter(pk__in=keys).with_sides(reader)
    return {row.pk: row for row in rows.defer("text")}


def _what(row: Answer) -> dict[str, str]:
    return {"what": isolated(row.opening.title)}


def _by_firm(row: Answer, reader: Viewer) -> dict[str, str]:
    return _what(row) | {"who": isolated(title_of(row, reader)[0])}


def _sent(row: Answer, reader: Viewer) -> Line:
    more = _("You read what they offer under an alias, until they are named to you.")
    return Line(
        _("%(who)s answered your tender: %(what)s") % _by_firm(row, reader), _url(row), more
    )


def _withdrawn(row: Answer, reader: Viewer) -> Line:
    text = _("%(who)s withdrew their answer: %(what)s") % _by_firm(row, reader)
    return Line(text, reverse("tender-answers", args=[row.opening.public_id]))


def _shortlisted(row: Answer, reader: Viewer) -> Line | None:
    """Once it is off the shortlist again there is nothing to tell."""
    if row.state == State.SENT:
        return None
    return Line(_("Your answer is on the shortlist: %(what)s") % _what(row), _url(row))


def _awarded(row: Answer, reader: Viewer) -> Line:
    who = isolated(heading(row.owner, reader)[0])
    text = _("%(who)s awarded you the tender: %(what)s") % (_what(row) | {"who": who})
    more = _("You are introduced, and each of you reads the other's name.") if row.is_live else ""
    return Line(text, _url(row), more)


def _declined(row: Answer, reader: Viewer) -> Line:
    text = _("Your answer was not chosen: %(what)s") % _what(row)
    return Line(text, _url(row), meaning_of(row))


def _closed(row: Answer, reader: Viewer) -> Line:
    """Whose doing it is is nobody's to read."""
    return Line(_("Your answer is closed: %(what)s") % _what(row), _url(row), meaning_of(row))


WORDS: dict[str, Callable[[Answer, Viewer], Line | None]] = {
    "answer.sent": _sent,
    "answer.withdrawn": _withdrawn,
    "answer.shortlisted": _shortlisted,
    "answer.awarded": _awarded,
    "answer.declined": _declined,
    "answer.closed": _closed,
}


def _url(row: Answer) -> str:
    return reverse("answer", args=[row.public_id])
