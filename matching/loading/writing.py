"""What openings and candidacies share when they are written: whose they are, what they ask for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from profiles.loading.lists import Asked
from profiles.loading.source import Refusal
from profiles.loading.tables import Outcome, Result, Row, RowRefusedError
from profiles.loading.writing import Columns, replace_children
from profiles.models import Profile

Found = Mapping[str, Mapping[str, int]]
"""External id to kind to the profile's key."""


@dataclass
class Change:
    """A row as the file wants it, and whether anything of it differs from what is stored."""

    stored: Columns
    is_new: bool
    differs: bool
    asked: dict[int, Asked] = field(default_factory=dict)
    """The skills that are stored for it."""
    wanted: dict[int, Asked] | None = None
    """The skills it is to have, where the file says."""

    @property
    def skills(self) -> dict[int, Asked]:
        return self.asked if self.wanted is None else self.wanted

    @property
    def skills_differ(self) -> bool:
        return self.skills != self.asked

    @property
    def outcome(self) -> Outcome:
        if self.is_new:
            return "created"
        return "updated" if self.differs or self.skills_differ else "unchanged"


def planned(plan: Callable[[Row], Change], row: Row) -> Change | list[Refusal]:
    """What `plan` makes of the row, or why it cannot be written."""
    try:
        return plan(row)
    except RowRefusedError as error:
        return error.refusals


def results(plans: Iterable[Change | list[Refusal]]) -> list[Result]:
    return [plan if isinstance(plan, list) else plan.outcome for plan in plans]


def profiles_called(external_ids: Iterable[str]) -> Found:
    rows = Profile.objects.filter(external_id__in=set(external_ids))
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for external_id, kind, key in rows.values_list("external_id", "kind", "pk"):
        found[external_id][kind] = key
    return found


def one_profile(row: Row, column: str, kinds: Iterable[str], found: Found) -> int:
    """The key of the one profile of these kinds that the row's column names.

    Raises RowRefusedError where there is none, or more than one.
    """
    external_id, wanted = row.values[column], sorted(kinds)
    keys = {kind: key for kind, key in found.get(external_id, {}).items() if kind in wanted}
    if len(keys) == 1:
        return next(iter(keys.values()))
    named = f"is called “{external_id}”."
    if keys:
        why = f"both a {' and a '.join(sorted(keys))} {named} Say which in a column “kind”."
    elif there := ", ".join(found.get(external_id, {})):
        why = f"no {' or '.join(wanted)} {named} There is a {there} of that id."
    else:
        why = f"no {' or '.join(wanted)} {named} Load that file first."
    raise RowRefusedError(row.line, [(column, why)])


def asked_skills(model: Any, parent: str, keys: Iterable[int]) -> dict[int, dict[int, Asked]]:
    """Key of the opening or candidacy to the skills that are stored for it."""
    found: dict[int, dict[int, Asked]] = defaultdict(dict)
    rows = model.objects.filter(**{f"{parent}__in": list(keys)})
    for key, skill, *asked in rows.values_list(parent, "skill_id", "importance", "level"):
        found[key][skill] = Asked(*asked)
    return found


def save_skills(model: type[models.Model], parent: str, changes: Sequence[Change]) -> None:
    wanted = {
        change.stored["id"]: [
            {"skill_id": skill, **asked._asdict()} for skill, asked in change.skills.items()
        ]
        for change in changes
        if change.skills_differ
    }
    replace_children(model, parent, wanted)
