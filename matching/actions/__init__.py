"""Writes about who should meet whom. Each is atomic, records its event and returns the row."""

from matching.actions.candidacies import (
    CANDIDACY_DISCARDED,
    CANDIDACY_DRAFTED,
    CANDIDACY_SAVED,
    change_candidacy,
    discard_candidacy,
    draft_candidacy,
    move_candidacy,
    save_candidacy,
)
from matching.actions.exclusions import (
    BY_ONESELF,
    EXCLUSION_ADDED,
    EXCLUSION_LIFTED,
    exclude,
    lift_exclusion,
    meet_again,
    never_meet,
)
from matching.actions.openings import (
    OPENING_DISCARDED,
    OPENING_DRAFTED,
    OPENING_SAVED,
    change_opening,
    discard_opening,
    draft_opening,
    move_opening,
    save_opening,
)

__all__ = [
    "BY_ONESELF",
    "CANDIDACY_DISCARDED",
    "CANDIDACY_DRAFTED",
    "CANDIDACY_SAVED",
    "EXCLUSION_ADDED",
    "EXCLUSION_LIFTED",
    "OPENING_DISCARDED",
    "OPENING_DRAFTED",
    "OPENING_SAVED",
    "change_candidacy",
    "change_opening",
    "discard_candidacy",
    "discard_opening",
    "draft_candidacy",
    "draft_opening",
    "exclude",
    "lift_exclusion",
    "meet_again",
    "move_candidacy",
    "move_opening",
    "never_meet",
    "save_candidacy",
    "save_opening",
]
