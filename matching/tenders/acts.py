"""What either side may do on the page of an answer: its words, its form, its action."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from matching.moves import IllegalMoveError
from matching.tenders import actions, places
from matching.tenders.forms import DeclineForm
from matching.tenders.models import Answer
from matching.tenders.moves import Move, check, is_theirs
from profiles.models import Profile

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Acting:
    """Whose answer it is about, for which of the two somebody acts, and who that is."""

    row: Answer
    own: Profile
    by_id: int | None


def _no_takes(row: Answer) -> list[str]:
    return []


@dataclass(frozen=True, slots=True)
class Act:
    """question: the heading; means: what follows; button; done: the message after it

    do: the action, of the acting and the form's cleaned data; takes: what it takes, in sentences
    """

    move: Move
    question: Words
    means: Words
    button: Words
    done: Words
    do: Callable[..., Answer]
    form: type[forms.Form] = forms.Form
    takes: Callable[[Answer], list[str]] = _no_takes
    is_grave: bool = False

    def act(self, acting: Acting, said: Mapping[str, Any]) -> None:
        """Raises RefusedError with what stands in the way, DoesNotExist where it is not theirs."""
        self.do(answer=acting.row, by=acting.own, by_id=acting.by_id, **said)

    def refusal(self, acting: Acting) -> str:
        """Why the page would ask in vain, "" where it would not."""
        if not is_theirs(acting.row, self.move, acting.own.pk):
            return str(_("This is not yours to do."))
        try:
            check(acting.row, self.move)
        except IllegalMoveError as refused:
            return str(refused)
        return ""


ACTS: dict[str, Act] = {
    act.move: act
    for act in (
        Act(
            Move.SHORTLIST,
            _("Put them on the shortlist?"),
            _("They are told that they are on it. Nobody's name is shown by that."),
            _("Put on the shortlist"),
            _("On the shortlist. They are told."),
            actions.shortlist,
        ),
        Act(
            Move.UNSHORTLIST,
            _("Take them off the shortlist?"),
            _("Their answer waits again with the others. They are not told at once."),
            _("Take off the shortlist"),
            _("Off the shortlist."),
            actions.unshortlist,
        ),
        Act(
            Move.AWARD,
            _("Award them the tender?"),
            _("You are introduced at once: you read their name, and they read yours."),
            _("Award the tender"),
            _("Awarded. You are introduced, and read each other's names."),
            actions.award,
            takes=lambda row: places.takes(row.opening),
        ),
        Act(
            Move.DECLINE,
            _("Not choose them?"),
            _("They read your reason, and what they let you read for it is withheld again."),
            _("Do not choose them"),
            _("Done. They read why."),
            actions.decline,
            form=DeclineForm,
        ),
        Act(
            Move.WITHDRAW,
            _("Withdraw your answer?"),
            _("They cannot choose it any more, and what you let them read for it alone is withheld "
              "again. You may answer again while the tender is open."),
            _("Withdraw the answer"),
            _("Withdrawn."),
            actions.withdraw,
        ),
    )
}  # fmt: skip
