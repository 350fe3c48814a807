"""Which events people are told of: whom, in what words, and how soon mail says so too.

Each floor has a `notices.py` and registers its verbs in `AppConfig.ready`, by dotted paths, as
with `ledger.handlers`. Both functions get many events at once and answer for each by its key, so
that a page of twenty lines costs a query a floor and not twenty.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.utils.module_loading import import_string

from ledger import handlers

if TYPE_CHECKING:
    from ledger.models import Event, Notification

TELL = "ledger.telling.tell"


class Rhythm(StrEnum):
    """When mail usually tells of an event; readers choose otherwise, except of NEVER."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Line:
    """What one reader is told, in their language: a sentence, more of it, and a path to go on."""

    text: str
    url: str
    more: str = ""


Recipients = Callable[[Sequence["Event"]], Mapping[int, Iterable[int]]]
"""Events to the keys of the accounts that are told of each."""
Lines = Callable[[Sequence["Event"], Any], Mapping[int, Line]]
"""Events and who reads to the line of each; none of what that reader may not know of any more."""
Mailer = Callable[[Sequence["Notification"]], None]
"""Gets fresh notifications in the transaction that wrote them."""


@dataclass(frozen=True, slots=True)
class Notice:
    """How one verb is told; the functions are named by their paths."""

    recipients: str
    lines: str
    mail: Rhythm


_by_verb: dict[str, Notice] = {}
_mailers: list[str] = []


def tells(verb: str, *, recipients: str, lines: str, mail: Rhythm = Rhythm.DAILY) -> None:
    """Tell people of events of `verb` from now on; called from `AppConfig.ready`."""
    _by_verb[verb] = Notice(recipients, lines, mail)
    handlers.on(verb, TELL)


def mailed_by(path: str) -> None:
    """Hand what is told to the function at `path` too; called from `AppConfig.ready`."""
    if path not in _mailers:
        _mailers.append(path)


def forget(verb: str) -> None:
    """Undo `tells`; what was told of it shows no more."""
    del _by_verb[verb]
    handlers.forget(verb, TELL)


def every_path() -> set[str]:
    paths = {path for each in _by_verb.values() for path in (each.recipients, each.lines)}
    return paths | set(_mailers)


def verbs(*rhythms: Rhythm) -> frozenset[str]:
    """What mail usually tells of in these rhythms."""
    return frozenset(verb for verb, notice in _by_verb.items() if notice.mail in rhythms)


def recipients_of(events: "Sequence[Event]") -> dict[int, set[int]]:
    """Keys of events to those of the accounts that are to be told of them."""
    told: dict[int, set[int]] = {}
    for path, of_path in _by_path(events, lambda notice: notice.recipients).items():
        recipients: Recipients = import_string(path)
        told |= {key: set(users) for key, users in recipients(of_path).items()}
    return told


def lines_of(notifications: "Sequence[Notification]", reader: Any) -> dict[int, Line]:
    """Keys of notifications to their lines; what the reader may not know of any more has none."""
    events = [notification.event for notification in notifications]
    found: dict[int, Line] = {}
    for path, of_path in _by_path(events, lambda notice: notice.lines).items():
        lines: Lines = import_string(path)
        found |= lines(of_path, reader)
    return {each.pk: found[each.event_id] for each in notifications if each.event_id in found}


def hand_to_mailers(notifications: "Sequence[Notification]") -> None:
    for path in _mailers:
        mailer: Mailer = import_string(path)
        mailer(notifications)


def _by_path(
    events: "Sequence[Event]", path_of: Callable[[Notice], str]
) -> "dict[str, list[Event]]":
    """The events by the function that knows about them; a verb nobody tells any more has none."""
    grouped: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.verb in _by_verb:
            grouped[path_of(_by_verb[event.verb])].append(event)
    return grouped
