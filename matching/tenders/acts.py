"""What either side may do on the page of an answer: its words, its form, its action."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.introductions.acting import NOT_YOURS, Act, Acting, plain_form
from matching.moves import IllegalMoveError
from matching.tenders import actions, places
from matching.tenders.forms import DeclineForm
from matching.tenders.models import Answer
from matching.tenders.moves import Move, check, is_theirs

This = Acting[Answer]
TO_THE_ANSWER = _("Back to the answer")


def refuses(move: Move) -> Callable[[This], str]:
    """Why the move would be refused, "" where the table allows it."""

    def refusal(acting: This) -> str:
        if not is_theirs(acting.row, move, acting.parties.own.pk):
            return str(NOT_YOURS)
        try:
            check(acting.row, move)
        except IllegalMoveError as refused:
            return str(refused)
        return ""

    return refusal


def _said(acting: This) -> dict[str, Any]:
    return {"answer": acting.row, "by": acting.parties.own, "by_id": acting.viewer.user_id}


ACTS: dict[str, Act[Answer]] = {
    Move.SHORTLIST: Act(
        _("Put them on the shortlist?"),
        _("They are told that they are on it. Nobody's name is shown by that."),
        _("Put on the shortlist"),
        _("On the shortlist. They are told."),
        lambda acting, said: actions.shortlist(**_said(acting)),
        plain_form(forms.Form),
        refuses(Move.SHORTLIST),
        back=TO_THE_ANSWER,
    ),
    Move.UNSHORTLIST: Act(
        _("Take them off the shortlist?"),
        _("Their answer waits again with the others. They are not told at once."),
        _("Take off the shortlist"),
        _("Off the shortlist."),
        lambda acting, said: actions.unshortlist(**_said(acting)),
        plain_form(forms.Form),
        refuses(Move.UNSHORTLIST),
        back=TO_THE_ANSWER,
    ),
    Move.AWARD: Act(
        _("Award them the tender?"),
        _("You are introduced at once: you read their name, and they read yours."),
        _("Award the tender"),
        _("Awarded. You are introduced, and read each other's names."),
        lambda acting, said: actions.award(**_said(acting)),
        plain_form(forms.Form),
        refuses(Move.AWARD),
        takes=lambda acting: places.takes(acting.opening),
        back=TO_THE_ANSWER,
    ),
    Move.DECLINE: Act(
        _("Not choose them?"),
        _("They read your reason, and what they let you read for it is withheld again."),
        _("Do not choose them"),
        _("Done. They read why."),
        lambda acting, said: actions.decline(**_said(acting), because=said["because"]),
        plain_form(DeclineForm),
        refuses(Move.DECLINE),
        back=TO_THE_ANSWER,
    ),
    Move.WITHDRAW: Act(
        _("Withdraw your answer?"),
        _("They cannot choose it any more, and what you let them read for it alone is withheld "
          "again. You may answer again while the tender is open."),
        _("Withdraw the answer"),
        _("Withdrawn."),
        lambda acting, said: actions.withdraw(**_said(acting)),
        plain_form(forms.Form),
        refuses(Move.WITHDRAW),
        back=TO_THE_ANSWER,
    ),
}  # fmt: skip
