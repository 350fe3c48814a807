"""What confirming would bring about, said before anything is sent or confirmed."""

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.engagements.models import Agreement, Engagement
from matching.engagements.outcomes.declaration import Outcome
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.statements import is_first_of_both
from matching.introductions import capacity
from matching.introductions.models import Introduction
from matching.views.wording import on_day
from profiles.actions import consents
from profiles.isolation import isolated

Kind = Agreement.Kind


def of_statement(row: Engagement, stated: Agreement, *, is_candidate: bool) -> list[str]:
    """In sentences, for one of the two; of a row `with_agreements`."""
    if stated.kind == Kind.COMPLETION:
        return [_("Then it is over: its place and its hours are free again.")]
    if stated.kind == Kind.CHANGE:
        read = [_of_reading()] if is_first_of_both(row, stated) else []
        return [_("Then these terms hold from their day on."), *read]
    return of_beginning(row.introduction, is_candidate=is_candidate)


def of_beginning(row: Introduction, *, is_candidate: bool) -> list[str]:
    """What is closed, and for how long the two go on reading each other, once both say so."""
    outcome = outcome_of(row.opening.pairing)
    return [
        *_of_search(outcome, row, is_candidate=is_candidate),
        *_of_places(outcome, row),
        _of_reading(),
    ]


def _of_reading() -> str:
    day = on_day(timezone.localdate() + consents.LONGEST)
    text = _("What each of you lets the other read holds until %(day)s, unless it is revoked.")
    return text % {"day": day}


def _of_search(outcome: Outcome, row: Introduction, *, is_candidate: bool) -> list[str]:
    if not outcome.is_exclusive:
        return []
    kind = {"kind": isolated(str(row.opening.declaration.candidate_label))}
    text = _("Their search “%(kind)s” ends, and their other talks about it are closed.")
    if is_candidate:
        text = _("Your search “%(kind)s” ends, and your other talks about it are closed.")
    return [text % kind]


def _of_places(outcome: Outcome, row: Introduction) -> list[str]:
    if not outcome.closes_opening:
        return []
    opening = row.opening
    keeps_one = row.takes == Introduction.Takes.PLACE
    filled = capacity.use_of(opening).filled - keeps_one
    if filled + 1 >= opening.capacity:
        return [
            _("It takes the last place: the opening closes, and those who wait there are told.")
        ]
    return [capacity.place_taken(opening, filled)]
