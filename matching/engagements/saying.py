"""An engagement in the words of one of its two sides; of rows `with_agreements`."""

from typing import Any

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from matching.engagements.models import Agreement, Engagement
from matching.engagements.outcomes.declaration import Outcome
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.statements import holding_of, last_of, terms_on, waiting_of
from matching.introductions.acting import Terms
from matching.introductions.saying import answer_due, short_answer_due
from matching.views.wording import dollars, on_day
from profiles.isolation import own_words

Kind, State = Agreement.Kind, Engagement.State
DAYS = ("from_on", "until_on")
CHOSEN = ("route", "stage", "instrument", "shown")
AMOUNTS = ("usd", "headcount", "hours", "weeks")


def heading_of(row: Engagement, own_id: int) -> str:
    """Where it stands, as its reader says it: what waits for a word comes before all else."""
    waiting = waiting_of(row)
    if waiting is not None:
        return _of_statement(waiting, is_ours=waiting.by_id == own_id)
    if row.state == State.RUNNING:
        return _running(row)
    if row.state == State.DROPPED:
        return _("It was not confirmed")
    assert row.ended_on is not None
    text = (
        _("Completed on %(day)s") if row.state == State.COMPLETED else _("Ended early on %(day)s")
    )
    return text % {"day": on_day(row.ended_on)}


def _of_statement(waiting: Agreement, *, is_ours: bool) -> str:
    ours, theirs = {
        Kind.BEGIN: (
            _("You recorded this, and wait for their word"),
            _("They recorded this. Is that so?"),
        ),
        Kind.CHANGE: (
            _("You recorded a change, and wait for their word"),
            _("They recorded a change. Is that so?"),
        ),
        Kind.COMPLETION: (
            _("You say that it is completed, and wait for their word"),
            _("They say that it is completed. Is that so?"),
        ),
    }[Kind(waiting.kind)]
    return ours if is_ours else theirs


def _running(row: Engagement) -> str:
    assert row.began_on is not None
    today = timezone.localdate()
    if row.began_on > today:
        return _("Agreed on: it begins on %(day)s") % {"day": on_day(row.began_on)}
    holds = terms_on(row, today)
    if holds is not None and holds.stage:
        return _("%(stage)s since %(day)s") % {
            "stage": holds.get_stage_display(),
            "day": on_day(holds.from_on),
        }
    return _("Running since %(day)s") % {"day": on_day(row.began_on)}


def meaning_of(row: Engagement, own_id: int) -> str:
    """What follows from where it stands, "" where the page says it elsewhere."""
    waiting = waiting_of(row)
    if waiting is not None:
        if waiting.by_id == own_id:
            return _("Nothing changes until they confirm it. You can take it back meanwhile.")
        return _("Nothing changes until you confirm it.")
    if row.state == State.ENDED:
        return _("The reason: %(because)s.") % {"because": row.get_because_display()}
    if row.state == State.DROPPED:
        return _dropped(last_of(row), own_id)
    return ""


def _dropped(last: Agreement | None, own_id: int) -> str:
    if last is None:
        return ""
    ours, theirs = {
        Agreement.State.REFUSED: (
            _("They say that it is not so."),
            _("You said that it is not so."),
        ),
        Agreement.State.EXPIRED: (
            _("They did not answer in time. You may record it again."),
            _("You did not answer in time. It may be recorded again."),
        ),
    }.get(Agreement.State(last.state), (_("It was taken back."), _("It was taken back.")))
    return ours if last.by_id == own_id else theirs


def due_of(row: Engagement) -> str:
    """Until when the word that is awaited is due, "" where none is."""
    waiting = waiting_of(row)
    return answer_due(waiting.due_at) if waiting else ""


def short_due(row: Engagement) -> str:
    waiting = waiting_of(row)
    return short_answer_due(waiting.due_at) if waiting else ""


def value_of(agreement: Agreement, name: str) -> str:
    """One column of it in words, "" where nothing is said."""
    value: Any = getattr(agreement, name)
    if value in (None, ""):
        return ""
    if name in DAYS:
        return on_day(value)
    if name in CHOSEN:
        return str(getattr(agreement, f"get_{name}_display")())
    if name == "usd":
        return dollars(value if agreement.usd_from is None else agreement.usd_from, value)
    return number_format(value, use_l10n=True) if isinstance(value, int) else own_words(value)


def facts_of(agreement: Agreement) -> list[tuple[str, str]]:
    """(label, value) of all it says; of a change its day is that from which it holds."""
    outcome = outcome_of(agreement.engagement.pairing)
    if not agreement.is_terms:
        return [(_("Last day"), on_day(agreement.from_on))]
    return [
        (_label(outcome, agreement, name), value)
        for name, _label_ in outcome.shown
        if (value := value_of(agreement, name))
    ]


def _label(outcome: Outcome, agreement: Agreement, name: str) -> str:
    if name == "from_on" and agreement.kind == Kind.CHANGE:
        return _("Since")
    return str(dict(outcome.shown)[name])


def terms_of(row: Engagement, stated: Agreement) -> Terms:
    """What is stated; of a change only what differs, beside what holds."""
    holds = holding_of(row)
    if stated.kind != Kind.CHANGE or holds is None:
        return Terms(facts_of(stated))
    day = on_day(stated.from_on)
    caption = _("What changes from %(day)s on") % {"day": day}
    columns = (
        (_("What is agreed on"), False),
        (_("Until now"), False),
        (_("From %(day)s") % {"day": day}, False),
    )
    return Terms([], caption, columns, tuple(_changes(row, holds, stated)))


def _changes(row: Engagement, holds: Agreement, stated: Agreement) -> list[list[dict[str, str]]]:
    said = [
        (str(label), value_of(holds, name), value_of(stated, name))
        for name, label in outcome_of(row.pairing).shown
        if name != "from_on"
    ]
    return [
        [{"text": label}, {"text": old or _("Not said")}, {"text": new or _("Not said")}]
        for label, old, new in said
        if old != new
    ]
