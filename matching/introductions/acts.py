"""What either side may do on the page of an introduction: its words, its form, its action."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from matching.introductions import actions, capacity, sharing
from matching.introductions.forms import DeclineForm, EndForm, ReportForm, SharesForm
from matching.introductions.models import Introduction, Message
from matching.introductions.moves import Move, check, is_theirs
from matching.introductions.parties import Parties
from matching.moves import IllegalMoveError
from profiles.viewer import Viewer

Words = str | Promise
TO_THE_INTRODUCTION = _("Back to the introduction")


@dataclass(frozen=True, slots=True)
class Acting:
    """Whose page it is and who looks."""

    row: Introduction
    parties: Parties
    viewer: Viewer


def no_takes(acting: Acting) -> list[str]:
    return []


def plain_form(form: type[forms.Form]) -> Callable[[Acting, Any], forms.Form]:
    return lambda acting, data: form(data)


@dataclass(frozen=True, slots=True)
class Act:
    """question: the heading; means: what follows; button; done: the message after it

    make_form: the form, of the acting and what was sent; do: the action, of its cleaned data
    move: the row of the table that allows it, "" where it is allowed in every state
    takes: what it takes, in sentences
    quoted: the message that it is about, if it is about one; back: what its way back is called
    """

    question: Words
    means: Words
    button: Words
    done: Words
    do: Callable[[Acting, Mapping[str, Any]], object]
    make_form: Callable[[Acting, Any], forms.Form]
    move: str = ""
    is_grave: bool = False
    takes: Callable[[Acting], list[str]] = no_takes
    quoted: Message | None = None
    back: Words = TO_THE_INTRODUCTION

    def form_of(self, acting: Acting, data: Any = None) -> forms.Form:
        return self.make_form(acting, data)

    def refusal(self, acting: Acting) -> str:
        """Why the page would ask in vain, "" where it would not."""
        if not self.move:
            return ""
        if not is_theirs(acting.row, self.move, acting.parties.own.pk):
            return str(_("This is not yours to do."))
        try:
            check(acting.row, self.move)
        except IllegalMoveError as refused:
            return str(refused)
        return ""


def _said(acting: Acting) -> dict[str, Any]:
    return {
        "introduction": acting.row,
        "by": acting.parties.own,
        "by_id": acting.viewer.user_id,
    }


def _shares(acting: Acting, data: Any) -> forms.Form:
    own, other = acting.parties.own, acting.parties.other
    step = sharing.read_by(other, own, sharing.consents_between(own, other))
    return SharesForm(data, shares=sharing.choices(sharing.own_card(own, acting.viewer), step))


ACTS: dict[str, Act] = {
    Move.ACCEPT: Act(
        _("Accept this request?"),
        _("You are introduced, and each reads of the other what the other chose to share."),
        _("Accept"),
        _("Accepted. You are introduced."),
        lambda acting, said: actions.accept(**_said(acting), shares=said["shares"]),
        _shares,
        Move.ACCEPT,
        takes=lambda acting: capacity.takes(acting.row),
    ),
    Move.DECLINE: Act(
        _("Decline this request?"),
        _("They read your reason, and what they shared with you is withheld again."),
        _("Decline"),
        _("Declined. They read why."),
        lambda acting, said: actions.decline(**_said(acting), because=said["because"]),
        plain_form(DeclineForm),
        Move.DECLINE,
    ),
    Move.WITHDRAW: Act(
        _("Withdraw your request?"),
        _("They cannot answer it any more, and what you shared is withheld again. "
          "You may ask again later."),
        _("Withdraw it"),
        _("Withdrawn. One more request is free."),
        lambda acting, said: actions.withdraw(**_said(acting)),
        plain_form(forms.Form),
        Move.WITHDRAW,
    ),
    Move.END: Act(
        _("End this introduction?"),
        _("Its place and its hours are free again. What each of you shared stays readable until "
          "its last day, unless you revoke it."),
        _("End it"),
        _("Ended. They read why."),
        lambda acting, said: actions.end(**_said(acting), because=said["because"]),
        plain_form(EndForm),
        Move.END,
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


def report_of(message: Message) -> Act:
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
