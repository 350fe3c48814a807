"""What either side may do on the page of a session: its words, its form, its action."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.engagements.models import Session
from matching.engagements.sessions import actions
from matching.engagements.sessions.clocks import their_zone
from matching.engagements.sessions.forms import BookForm, CancelForm, HeldForm, MissedForm
from matching.engagements.sessions.moves import Move, is_theirs, refusal
from matching.introductions.acting import NOT_YOURS, Act, Acting, plain_form
from profiles.models import Profile

This = Acting[Session]
TO_THE_SESSION = _("Back to the session")


def refuses(move: Move) -> Callable[[This], str]:
    """Why the move would be refused, "" where the table allows it."""

    def why(acting: This) -> str:
        if not is_theirs(acting.row, move, acting.parties.own.pk):
            return str(NOT_YOURS)
        return refusal(acting.row, move, timezone.now())

    return why


def _said(acting: This) -> dict[str, Any]:
    return {"session": acting.row, "by": acting.parties.own, "by_id": acting.viewer.user_id}


def _book_form(acting: This, data: Any) -> forms.Form:
    zone = their_zone(acting.parties, acting.viewer)
    return BookForm(data, times=acting.row.times, zone=zone)


def _absent(acting: This, said: Mapping[str, Any]) -> list[Profile]:
    own, other = acting.parties.own, acting.parties.other
    return {"they": [other], "own": [own], "both": [own, other]}[said["who"]]


ACTS: dict[str, Act[Session]] = {
    Move.BOOK: Act(
        _("Which time suits you?"),
        _("It is booked at once, and both of you are reminded a day before."),
        _("Book it"),
        _("Booked. You may put it into your calendar."),
        lambda acting, said: actions.book(**_said(acting), at=said["at"]),
        _book_form,
        refuses(Move.BOOK),
        back=TO_THE_SESSION,
    ),
    Move.CANCEL: Act(
        _("Cancel this session?"),
        _("It does not take place, and they read why. Where only the time does not suit, propose "
          "another instead."),
        _("Cancel the session"),
        _("Cancelled. They read why."),
        lambda acting, said: actions.cancel(**_said(acting), because=said["because"]),
        plain_form(CancelForm),
        refuses(Move.CANCEL),
        back=TO_THE_SESSION,
    ),
    Move.HOLD: Act(
        _("How did the session go?"),
        _("Write down how long you met, and what both of you want to remember."),
        _("Write it down"),
        _("Written down. Each of you is asked in confidence how it went."),
        lambda acting, said: actions.hold(**_said(acting), **said),
        lambda acting, data: HeldForm(data, planned=acting.row.minutes),
        refuses(Move.HOLD),
        back=TO_THE_SESSION,
    ),
    Move.MISS: Act(
        _("Who did not come?"),
        _("They read what you say here. Whoever was kept by a declared outage is excused."),
        _("Write it down"),
        _("Written down."),
        lambda acting, said: actions.miss(**_said(acting), absent=_absent(acting, said)),
        plain_form(MissedForm),
        refuses(Move.MISS),
        back=TO_THE_SESSION,
    ),
}  # fmt: skip
