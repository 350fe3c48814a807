"""From which state an opening or a candidacy may go to which: two tables and nothing beside."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matching.models import Candidacy, Opening


class OpeningMove(models.TextChoices):
    PUBLISH = "publish", gettext_lazy("Publish")
    PAUSE = "pause", gettext_lazy("Pause")
    RESUME = "resume", gettext_lazy("Resume")
    CLOSE = "close", gettext_lazy("Close")
    REOPEN = "reopen", gettext_lazy("Reopen")


class CandidacyMove(models.TextChoices):
    ACTIVATE = "activate", gettext_lazy("Agree to be matched")
    PAUSE = "pause", gettext_lazy("Pause")
    RESUME = "resume", gettext_lazy("Resume")
    WITHDRAW = "withdraw", gettext_lazy("Withdraw")
    RENEW = "renew", gettext_lazy("Agree again")


@dataclass(frozen=True, slots=True)
class Legal:
    """The states a move may start in, and the one it ends in."""

    starts: frozenset[str]
    end: str


def _legal(*starts: str, end: str) -> Legal:
    return Legal(frozenset(map(str, starts)), str(end))


_opening, _candidacy = Opening.Status, Candidacy.Status

OPENING_MOVES: Mapping[str, Legal] = {
    OpeningMove.PUBLISH: _legal(_opening.DRAFT, end=_opening.PUBLISHED),
    OpeningMove.PAUSE: _legal(_opening.PUBLISHED, end=_opening.PAUSED),
    OpeningMove.RESUME: _legal(_opening.PAUSED, end=_opening.PUBLISHED),
    OpeningMove.CLOSE: _legal(_opening.PUBLISHED, _opening.PAUSED, end=_opening.CLOSED),
    OpeningMove.REOPEN: _legal(_opening.CLOSED, end=_opening.PUBLISHED),
}
CANDIDACY_MOVES: Mapping[str, Legal] = {
    CandidacyMove.ACTIVATE: _legal(_candidacy.DRAFT, end=_candidacy.ACTIVE),
    CandidacyMove.PAUSE: _legal(_candidacy.ACTIVE, end=_candidacy.PAUSED),
    CandidacyMove.RESUME: _legal(_candidacy.PAUSED, end=_candidacy.ACTIVE),
    CandidacyMove.WITHDRAW: _legal(_candidacy.ACTIVE, _candidacy.PAUSED, end=_candidacy.WITHDRAWN),
    CandidacyMove.RENEW: _legal(_candidacy.WITHDRAWN, end=_candidacy.ACTIVE),
}
SETTLED = frozenset({str(_opening.CLOSED), str(_candidacy.WITHDRAWN)})
"""States in which nothing is changed: one reopens or agrees again first."""


class RefusedError(Exception):
    """What was asked for is not possible now; the message says why, and nothing was changed."""


class IllegalMoveError(RefusedError):
    """A move that the table does not have; the message names both states."""


def moves_of(row: Opening | Candidacy) -> Mapping[str, Legal]:
    return OPENING_MOVES if isinstance(row, Opening) else CANDIDACY_MOVES


def end_of(row: Opening | Candidacy, move: str) -> str:
    """The state in which the move ends. Raises IllegalMoveError where it may not start."""
    legal = moves_of(row)[move]
    if row.status not in legal.starts:
        raise IllegalMoveError(_refusal(row, legal.end))
    return legal.end


def _refusal(row: Opening | Candidacy, wanted: str) -> str:
    now = row.get_status_display()
    if row.status == wanted:
        return _("This is “%(now)s” already. Nothing was changed.") % {"now": now}
    return _("This is “%(now)s” now and cannot become “%(wanted)s”. Nothing was changed.") % {
        "now": now,
        "wanted": type(row).Status(wanted).label,
    }


def check_changeable(row: Opening | Candidacy) -> None:
    """Raises IllegalMoveError where the answers of the row may not be changed in its state."""
    if row.status in SETTLED:
        raise IllegalMoveError(
            _("This is “%(now)s” now, so its answers stay as they are. Open it again first.")
            % {"now": row.get_status_display()}
        )


def check_draft(row: Opening | Candidacy) -> None:
    """Raises IllegalMoveError where the row is no draft: only drafts are deleted."""
    if row.status != type(row).Status.DRAFT:
        raise IllegalMoveError(
            _("This is “%(now)s” now, and only a draft can be deleted. Nothing was changed.")
            % {"now": row.get_status_display()}
        )
