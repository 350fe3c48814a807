"""How an answer stands and what it offers, in the words of whoever reads it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.tenders.models import Answer
from matching.views.wording import dollars, on_day

State = Answer.State
MARKS = {State.SENT: "partly", State.SHORTLISTED: "partly", State.AWARDED: "met"}
"""As components/state.html has them; "not" of what is over."""


def mark_of(row: Answer) -> str:
    return MARKS.get(State(row.state), "not")


def heading_of(row: Answer, *, is_ours: bool) -> str:
    """Where it stands; is_ours: for the firm that sent it."""
    ours, theirs = {
        State.SENT: (_("You answered, and they have not decided"), _("An answer to your tender")),
        State.SHORTLISTED: (_("You are on the shortlist"), _("On your shortlist")),
        State.AWARDED: (
            _("The tender is yours: you are introduced"),
            _("You awarded the tender: you are introduced"),
        ),
        State.DECLINED: (_("They did not choose you"), _("You did not choose them")),
        State.WITHDRAWN: (_("You withdrew your answer"), _("They withdrew their answer")),
        State.CLOSED: (_("This answer is closed"), _("This answer is closed")),
    }[State(row.state)]
    return ours if is_ours else theirs


def meaning_of(row: Answer) -> str:
    """What follows from where it stands, "" where the page says it elsewhere."""
    if row.because:
        return _("The reason: %(because)s.") % {"because": row.get_because_display()}
    if row.state == State.CLOSED:
        return _("Nothing can come of it any more.")
    return ""


def facts_of(row: Answer) -> list[str]:
    """How many people, for how much, from when: short texts."""
    heads = ngettext("%(count)d person", "%(count)d people", row.headcount)
    rate = _("%(usd)s a month per person") % {"usd": dollars(row.usd, row.usd)}
    starts = _("from %(day)s") % {"day": on_day(row.starts_on)}
    return [heads % {"count": row.headcount}, rate, starts]
