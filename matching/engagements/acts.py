"""What either side may do on the page of an engagement: its words, its form, its action."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.engagements import actions, consequences, saying
from matching.engagements.actions import Said
from matching.engagements.forms import AnswerForm, CompleteForm, EndForm
from matching.engagements.models import Engagement
from matching.engagements.moves import Move, is_theirs, refusal
from matching.engagements.outcomes.declaration import Outcome
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.statements import holding_of, waiting_of
from matching.introductions.acting import NOT_YOURS, Act, Acting, Terms

This = Acting[Engagement]
BACK = _("Back to what came of it")


def refuses(move: Move) -> Callable[[This], str]:
    """Why the move would be refused, "" where the table allows it."""

    def why(acting: This) -> str:
        row, waiting = acting.row, waiting_of(acting.row)
        found = refusal(row, waiting, move)
        if found or is_theirs(row, waiting, move, acting.parties.own.pk):
            return found
        return str(NOT_YOURS)

    return why


def said_in(cleaned: Mapping[str, Any]) -> Said:
    """What the form of an outcome says, as the actions take it."""
    terms = {name: value for name, value in cleaned.items() if name not in ("public_id", "from_on")}
    return Said(cleaned["public_id"], cleaned["from_on"], terms)


def _said(acting: This) -> dict[str, Any]:
    return {"engagement": acting.row, "by": acting.parties.own, "by_id": acting.viewer.user_id}


def _answer(acting: This, data: Any) -> forms.Form:
    waiting = waiting_of(acting.row)
    return AnswerForm(data, initial={"statement": waiting.public_id if waiting else None})


def _follows(acting: This) -> list[str]:
    waiting = waiting_of(acting.row)
    if waiting is None:
        return []
    is_candidate = acting.parties.own.pk == acting.row.candidate_id
    return consequences.of_statement(acting.row, waiting, is_candidate=is_candidate)


def _stated(acting: This) -> Terms | None:
    waiting = waiting_of(acting.row)
    return saying.terms_of(acting.row, waiting) if waiting else None


def _change_form(acting: This, data: Any) -> forms.Form:
    row = acting.row
    return outcome_of(row.pairing).terms(
        data,
        opening=acting.opening,
        is_owner=acting.parties.own.pk == row.owner_id,
        holds=holding_of(row),
    )


ACTS: dict[str, Act[Engagement]] = {
    Move.CONFIRM: Act(
        _("Confirm this?"),
        _("Both of you say so then, and it holds."),
        _("Confirm"),
        _("Confirmed. Both of you say so now."),
        lambda acting, said: actions.confirm(**_said(acting), statement=said["statement"]),
        _answer,
        refuses(Move.CONFIRM),
        takes=_follows,
        terms=_stated,
        back=BACK,
    ),
    Move.REFUSE: Act(
        _("Is it not so?"),
        _("They read that you said so, and what held before holds on. They may record it anew."),
        _("It is not so"),
        _("Done. What held before holds on."),
        lambda acting, said: actions.refuse(**_said(acting), statement=said["statement"]),
        _answer,
        refuses(Move.REFUSE),
        terms=_stated,
        back=BACK,
    ),
    Move.WITHDRAW: Act(
        _("Take it back?"),
        _("They have nothing to confirm any more, and what held before holds on."),
        _("Take it back"),
        _("Taken back. What held before holds on."),
        lambda acting, said: actions.withdraw(**_said(acting), statement=said["statement"]),
        _answer,
        refuses(Move.WITHDRAW),
        terms=_stated,
        back=BACK,
    ),
    Move.COMPLETE: Act(
        _("Is it completed?"),
        _("They are asked to confirm it within 14 days. Then it is over, and its place and its "
          "hours are free again."),
        _("Say that it is completed"),
        _("Recorded. It is over once they confirm it."),
        lambda acting, said: actions.complete(
            **_said(acting), said=Said(said["public_id"], said["on"])
        ),
        lambda acting, data: CompleteForm(data, began_on=acting.row.began_on),
        refuses(Move.COMPLETE),
        back=BACK,
    ),
    Move.END: Act(
        _("End it early?"),
        _("It is over at once, for both of you, and so is the introduction. Nothing is to be "
          "confirmed any more. Its place and its hours are free again."),
        _("End it early"),
        _("Ended. They read why."),
        lambda acting, said: actions.end(**_said(acting), because=said["because"], on=said["on"]),
        lambda acting, data: EndForm(data, began_on=acting.row.began_on),
        refuses(Move.END),
        is_grave=True,
        back=BACK,
    ),
}  # fmt: skip


def act_named(name: str, row: Engagement) -> Act[Engagement] | None:
    """A change is asked in the words of the outcome."""
    return change_of(outcome_of(row.pairing)) if name == Move.CHANGE else ACTS.get(name)


def change_of(outcome: Outcome) -> Act[Engagement]:
    return Act(
        outcome.change,
        _("They are asked to confirm it within 14 days. Until then what holds now holds on."),
        _("Record it"),
        _("Recorded. You read here where it stands."),
        lambda acting, said: actions.change(**_said(acting), said=said_in(said)),
        _change_form,
        refuses(Move.CHANGE),
        back=BACK,
    )
