"""What either side may do on the page of an introduction: its words, its form, its action."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.introductions import actions, capacity, sharing
from matching.introductions.acting import NOT_YOURS, Act, Acting, plain_form
from matching.introductions.following import follows_of
from matching.introductions.forms import DeclineForm, EndForm, ReportForm, SharesForm
from matching.introductions.models import Introduction, Message
from matching.introductions.moves import Move, check, is_theirs
from matching.moves import IllegalMoveError

This = Acting[Introduction]


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


def _ends_too(acting: This) -> list[str]:
    """What came of it and runs, which ends with it."""
    follows = follows_of(acting.row, acting.parties, acting.viewer)
    return [follow.ends_too for follow in follows if follow.ends_too]


def _said(acting: This) -> dict[str, Any]:
    return {
        "introduction": acting.row,
        "by": acting.parties.own,
        "by_id": acting.viewer.user_id,
    }


def _shares(acting: This, data: Any) -> forms.Form:
    own, other = acting.parties.own, acting.parties.other
    step = sharing.read_by(other, own, sharing.consents_between(own, other))
    return SharesForm(data, shares=sharing.choices(sharing.own_card(own, acting.viewer), step))


ACTS: dict[str, Act[Introduction]] = {
    Move.ACCEPT: Act(
        _("Accept this request?"),
        _("You are introduced, and each reads of the other what the other chose to share."),
        _("Accept"),
        _("Accepted. You are introduced."),
        lambda acting, said: actions.accept(**_said(acting), shares=said["shares"]),
        _shares,
        refuses(Move.ACCEPT),
        takes=lambda acting: capacity.takes(acting.row),
    ),
    Move.DECLINE: Act(
        _("Decline this request?"),
        _("They read your reason, and what they shared with you is withheld again."),
        _("Decline"),
        _("Declined. They read why."),
        lambda acting, said: actions.decline(**_said(acting), because=said["because"]),
        plain_form(DeclineForm),
        refuses(Move.DECLINE),
    ),
    Move.WITHDRAW: Act(
        _("Withdraw your request?"),
        _("They cannot answer it any more, and what you shared is withheld again. "
          "You may ask again later."),
        _("Withdraw it"),
        _("Withdrawn. One more request is free."),
        lambda acting, said: actions.withdraw(**_said(acting)),
        plain_form(forms.Form),
        refuses(Move.WITHDRAW),
    ),
    Move.END: Act(
        _("End this introduction?"),
        _("Its place and its hours are free again. What each of you shared stays readable until "
          "its last day, unless you revoke it."),
        _("End it"),
        _("Ended. They read why."),
        lambda acting, said: actions.end(**_said(acting), because=said["because"]),
        plain_form(EndForm),
        refuses(Move.END),
        takes=_ends_too,
    ),
    "report": Act(
        _("Report this to programme staff?"),
        _("They read the message and look into it. The other side is not told."),
        _("Report it"),
        _("Reported. Programme staff look into it."),
        lambda acting, said: actions.report(**_said(acting), why=said["why"]),
        plain_form(ReportForm),
    ),
    "block": Act(
        _("Never meet them again?"),
        _("All that runs between you is over, what you shared is withheld, and neither of you is "
          "shown to the other again. They are not told that it was you."),
        _("Never meet again"),
        _("Done. You never meet again, and they are not told."),
        lambda acting, said: actions.block(**_said(acting)),
        plain_form(forms.Form),
        is_grave=True,
    ),
}  # fmt: skip


def report_of(message: Message) -> Act[Introduction]:
    """The one act that is about a single message."""
    return Act(
        _("Report this message to programme staff?"),
        _("They read this message, and none of the others. The other side is not told."),
        _("Report it"),
        _("Reported. Programme staff look into it."),
        lambda acting, said: actions.report(**_said(acting), why=said["why"], message=message),
        plain_form(ReportForm),
        quoted=message,
        back=_("Back to the messages"),
    )
