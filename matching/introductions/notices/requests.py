"""A request to meet, and what became of it, as the side that did not act reads it."""

from collections.abc import Callable, Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from ledger.models import Event
from ledger.notices import Line
from matching.introductions.models import Introduction
from matching.introductions.notices.moments import moment
from profiles.disclosure import heading
from profiles.exclusions import never_met_by
from profiles.isolation import isolated
from profiles.queries import EDITORS, accounts_of
from profiles.viewer import Viewer

SIDES = ("asker", "asked")
TO: dict[str, tuple[str, ...]] = {
    "introduction.asked": ("asked",),
    "introduction.reminded": ("asked",),
    "introduction.accepted": ("asker",),
    "introduction.declined": ("asker",),
    "introduction.expired": ("asker",),
    "introduction.withdrawn": ("asked",),
    "introduction.ended": SIDES,
    "introduction.lapsed": SIDES,
}
"""The side that is told; of both, the one that did not act."""


def recipients(events: Sequence[Event]) -> dict[int, list[int]]:
    """Whoever may write for that side: its person, or owners and recruiters of the firm."""
    accounts = accounts_of({event.codes[side] for event in events for side in SIDES}, EDITORS)
    return {event.pk: _told(event, accounts) for event in events}


def _told(event: Event, accounts: dict[int, list[int]]) -> list[int]:
    """Nobody of what an upper floor settled: it tells of that itself."""
    if event.codes.get("settled"):
        return []
    sides = [accounts.get(event.codes[side], []) for side in TO[event.verb]]
    return [user for side in sides if event.actor_id not in side for user in side]


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """None of a request whose other side vanished, or is not to be met any more."""
    rows = _known_to(reader, {event.subject_id for event in events})
    said = ((event, rows[event.subject_id]) for event in events if event.subject_id in rows)
    found = {event.pk: WORDS[event.verb](row, reader) for event, row in said}
    return {key: line for key, line in found.items() if line is not None}


def _known_to(reader: Viewer, keys: set[int | None]) -> dict[int | None, Introduction]:
    """In one query, with what the names of both sides are made of."""
    own = sorted(reader.profile_ids)
    met = Q(asked__in=own) & ~never_met_by(reader, "asker")
    met |= Q(asker__in=own) & ~never_met_by(reader, "asked")
    rows = Introduction.objects.visible_to(reader).filter(met, pk__in=keys)
    rows = rows.exclude(asker__status="hidden").exclude(asked__status="hidden")
    named = (f"{side}__{part}" for side in SIDES for part in ("identity", "governorate"))
    return {row.pk: row for row in rows.select_related("opening", "candidacy", *named)}


def _said(row: Introduction, reader: Viewer) -> dict[str, str]:
    """With whom and about what, for the sentence of a line."""
    return {"who": _other(row, reader), "what": isolated(row.opening.title)}


def _asked(row: Introduction, reader: Viewer) -> Line:
    return Line(
        _("%(who)s asks to meet you: %(what)s") % _said(row, reader), _url(row), _answer(row)
    )


def _reminded(row: Introduction, reader: Viewer) -> Line | None:
    """Once it is answered there is nothing to be reminded of."""
    if row.state != Introduction.State.WAITING:
        return None
    return Line(
        _("%(who)s still waits for your answer: %(what)s") % _said(row, reader),
        _url(row),
        _answer(row),
    )


def _accepted(row: Introduction, reader: Viewer) -> Line:
    more = _("Each of you reads now what the other has chosen to show.") if row.is_live else ""
    return Line(_("%(who)s accepted: %(what)s") % _said(row, reader), _url(row), more)


def _declined(row: Introduction, reader: Viewer) -> Line:
    return Line(_("%(who)s declined: %(what)s") % _said(row, reader), _url(row), _because(row))


def _expired(row: Introduction, reader: Viewer) -> Line:
    """Its page proposes the next choice."""
    more = _("You may ask again, or ask the next of your matches.")
    text = _("%(who)s did not answer in time: %(what)s") % _said(row, reader)
    return Line(text, _url(row), more)


def _withdrawn(row: Introduction, reader: Viewer) -> Line:
    more = _("There is nothing to answer any more.")
    return Line(_("%(who)s took the request back: %(what)s") % _said(row, reader), _url(row), more)


def _ended(row: Introduction, reader: Viewer) -> Line:
    return Line(_("%(who)s ended it: %(what)s") % _said(row, reader), _url(row), _because(row))


def _lapsed(row: Introduction, reader: Viewer) -> Line:
    """Whose doing it is is nobody's to read; of whom is gone there is no line at all."""
    text = _("It became impossible to meet %(who)s: %(what)s") % _said(row, reader)
    return Line(text, _url(row), _because(row))


WORDS: dict[str, Callable[[Introduction, Viewer], Line | None]] = {
    "introduction.asked": _asked,
    "introduction.reminded": _reminded,
    "introduction.accepted": _accepted,
    "introduction.declined": _declined,
    "introduction.expired": _expired,
    "introduction.withdrawn": _withdrawn,
    "introduction.ended": _ended,
    "introduction.lapsed": _lapsed,
}


def _other(row: Introduction, reader: Viewer) -> str:
    """The other side, named as this reader may name it."""
    other = row.asker if row.asked_id in reader.profile_ids else row.asked
    return isolated(heading(other, reader)[0])


def _answer(row: Introduction) -> str:
    """Until when an answer is due; what was answered, where one was."""
    if row.is_stopped:
        return _("The time to answer stands still, because of an outage.")
    if row.due_at is None:
        return str(row.get_state_display())
    return _("An answer is due by %(moment)s.") % {"moment": moment(row.due_at)}


def _because(row: Introduction) -> str:
    because = row.get_because_display()
    return _("The reason: %(because)s.") % {"because": because} if because else ""


def _url(row: Introduction) -> str:
    return reverse("introduction", args=[row.public_id])
