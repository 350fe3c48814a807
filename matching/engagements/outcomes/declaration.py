"""What a pairing may come to: what is agreed on, what it takes, and what follows from it."""

from collections.abc import Callable
from dataclasses import dataclass

from matching.engagements.models import Agreement
from matching.engagements.outcomes.terms import OutcomeTerms
from matching.introductions.models import Introduction
from matching.pairings.words import Words
from profiles.models import Consent


def never(agreement: Agreement) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What may come of one pairing; the file of that name declares it.

    label: what it is, as a noun; plural: a list of them; begin: what one does to state it
    change: what one does to state other terms later
    terms: the form of what is agreed on
    shown: the columns of an agreement that its page says, with their labels, in order
    purpose: the purpose for which the two read each other from then on
    takes: what it takes of its opening
    is_exclusive: whether the candidate, once it is confirmed, looks for no other of its kind
    closes_opening: whether the opening closes with its last place
    check_days: after how many days both are asked how it goes; both are asked at its end too
    evaluated_every: after how many days, again and again, the owner writes how the candidate does
    has_sessions: whether the two book sessions; then `hours` are those of a month
    grows: whether its amounts are drawn as they grow
    is_round: whether others take part in the same, of whom the two read a little (`coinvestors`)
    holds_at_once: whether an agreement holds without the other side's word
    """

    pairing: str
    label: Words
    plural: Words
    begin: Words
    change: Words
    terms: type[OutcomeTerms]
    shown: tuple[tuple[str, Words], ...]
    purpose: Consent.Purpose
    takes: Introduction.Takes = Introduction.Takes.PLACE
    is_exclusive: bool = False
    closes_opening: bool = True
    check_days: tuple[int, ...] = (30, 90)
    evaluated_every: int = 0
    has_sessions: bool = False
    grows: bool = False
    is_round: bool = False
    holds_at_once: Callable[[Agreement], bool] = never

    @property
    def may_hold_at_once(self) -> bool:
        """Whether the owner of the opening may say some of it alone."""
        return self.holds_at_once is not never
