"""What one of the two stated, and what became of it, as the side that did not act reads it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ledger.models import Event
from ledger.notices import Line, Rhythm, tells
from matching.engagements import counterparts
from matching.engagements.counterparts import met_by, other_side, relations
from matching.engagements.models import Agreement, Engagement
from matching.engagements.outcomes.registry import outcome_of
from matching.introductions.notices.moments import moment
from profiles.isolation import isolated
from profiles.viewer import Viewer

AT_ONCE, DAILY = Rhythm.AT_ONCE, Rhythm.DAILY
TOLD: dict[str, Rhythm] = {
    "engagement.stated": AT_ONCE,
    "engagement.reminded": AT_ONCE,
    "engagement.confirmed": AT_ONCE,
    "engagement.noted": DAILY,
    "engagement.refused": DAILY,
    "engagement.withdrawn": DAILY,
    "engagement.expired": DAILY,
    "engagement.completed": DAILY,
    "engagement.ended": DAILY,
    "engagement.lapsed": DAILY,
}
TO_BOTH = ("engagement.expired", "engagement.lapsed")
Kind = Agreement.Kind


def tell_all() -> None:
    """Called from `AppConfig.ready`."""
    for verb, mail in TOLD.items():
        tells(verb, recipients=f"{__name__}.recipients", lines=f"{__name__}.lines", mail=mail)


@dataclass(frozen=True, slots=True)
class Told:
    """One event as its reader is told of it; statement: the one that it is about, if any."""

    row: Engagement
    statement: Agreement | None
    reader: Viewer

    @property
    def words(self) -> dict[str, str]:
        """With whom, what it is, and about what, for the sentence of a line."""
        return {
            "who": other_side(self.row, self.reader),
            "what": isolated(self.row.introduction.opening.title),
            "kind": str(outcome_of(self.row.pairing).label),
        }


def recipients(events: Sequence[Event]) -> dict[int, list[int]]:
    """Of what nobody did, both; nobody where the end of the introduction says it already."""
    told = [event for event in events if "by" in event.codes or event.verb in TO_BOTH]
    return counterparts.recipients(told)


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """None of an engagement whose other side vanished, or is not to be met any more."""
    rows = _known_to(reader, {event.subject_id for event in events if event.subject_id})
    keys = {event.codes["agreement"] for event in events if "agreement" in event.codes}
    stated = Agreement.objects.defer("text").in_bulk(keys)
    found = {
        event.pk: WORDS[event.verb](
            Told(rows[event.subject_id], stated.get(event.codes.get("agreement", 0)), reader)
        )
        for event in events
        if event.subject_id in rows
    }
    return {key: line for key, line in found.items() if line is not None}


def _known_to(reader: Viewer, keys: set[int]) -> dict[int | None, Engagement]:
    """In one query, with what the names of both sides are made of."""
    rows = Engagement.objects.filter(met_by(reader), pk__in=keys)
    return {row.pk: row for row in rows.select_related("introduction__opening", *relations())}


def _stated(told: Told) -> Line:
    assert told.statement is not None
    text = {
        Kind.BEGIN: _("%(who)s recorded what came of it: %(kind)s, %(what)s"),
        Kind.CHANGE: _("%(who)s recorded a change: %(kind)s, %(what)s"),
        Kind.COMPLETION: _("%(who)s says that it is completed: %(kind)s, %(what)s"),
    }[Kind(told.statement.kind)]
    return _line(told, text, _due(told.statement))


def _reminded(told: Told) -> Line | None:
    """Once it is answered there is nothing to be reminded of."""
    if told.statement is None or not told.statement.is_waiting:
        return None
    text = _("%(who)s still waits for your word: %(kind)s, %(what)s")
    return _line(told, text, _due(told.statement))


def _confirmed(told: Told) -> Line:
    return _line(told, _("%(who)s confirmed what you recorded: %(kind)s, %(what)s"))


def _noted(told: Told) -> Line:
    stage = told.statement.get_stage_display() if told.statement else ""
    return _line(told, _("%(who)s recorded where it stands: %(kind)s, %(what)s"), stage)


def _refused(told: Told) -> Line:
    more = _("What held before holds on. Write to them, or record it anew.")
    return _line(told, _("%(who)s says that it is not so: %(kind)s, %(what)s"), more)


def _withdrawn(told: Told) -> Line:
    more = _("There is nothing to confirm any more.")
    return _line(told, _("%(who)s took back what they recorded: %(kind)s, %(what)s"), more)


def _expired(told: Told) -> Line:
    more = _("What held before holds on. It may be recorded anew.")
    return _line(told, _("Nothing was confirmed in time with %(who)s: %(kind)s, %(what)s"), more)


def _completed(told: Told) -> Line:
    return _line(told, _("%(who)s confirmed that it is completed: %(kind)s, %(what)s"))


def _ended(told: Told) -> Line:
    return _line(told, _("%(who)s ended it early: %(kind)s, %(what)s"), _because(told.row))


def _lapsed(told: Told) -> Line:
    """Whose doing it is is nobody's to read; of whom is gone there is no line at all."""
    return _line(told, _("It is over with %(who)s: %(kind)s, %(what)s"), _because(told.row))


WORDS: dict[str, Callable[[Told], Line | None]] = {
    "engagement.stated": _stated,
    "engagement.reminded": _reminded,
    "engagement.confirmed": _confirmed,
    "engagement.noted": _noted,
    "engagement.refused": _refused,
    "engagement.withdrawn": _withdrawn,
    "engagement.expired": _expired,
    "engagement.completed": _completed,
    "engagement.ended": _ended,
    "engagement.lapsed": _lapsed,
}


def _line(told: Told, text: str, more: str = "") -> Line:
    return Line(text % told.words, reverse("engagement", args=[told.row.public_id]), more)


def _due(statement: Agreement) -> str:
    """Until when a word is due; what was said, where it was."""
    if not statement.is_waiting:
        return str(statement.get_state_display())
    if statement.due_at is None:
        return _("The time to answer stands still, because of an outage.")
    return _("Say by %(moment)s whether it is so.") % {"moment": moment(statement.due_at)}


def _because(row: Engagement) -> str:
    because = row.get_because_display()
    return _("The reason: %(because)s.") % {"because": because} if because else ""
