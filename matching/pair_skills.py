"""The skills that one side of a pair asks for, as they are read: held, in part or missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from matching.engine.explanation import Explanation
from matching.pairings.facts import Facts
from matching.pairings.values import RELATED
from profiles.isolation import isolated
from profiles.models import ProfileSkill
from profiles.related import told_by


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill that is asked for, as it is read.

    state: "held", "in part" (below the level that is asked, or told of by another) or "missing"
    says: why it counts in part, "" elsewhere
    """

    label: str
    state: Literal["held", "in part", "missing"]
    says: str = ""


def skill_rows(
    found: Explanation, holder: Facts, requirer: Facts, labels: Mapping[int, str]
) -> Iterator[SkillRow]:
    """What is held first, then what counts in part, then what is missing."""
    tellers = told_by(skill for skill, level in holder.skills.items() if level != RELATED)
    for skill in found.held_skills:
        if skill not in found.short_skills:
            yield SkillRow(labels[skill], "held")
    for skill in found.short_skills:
        label, level = isolated(labels[skill]), holder.skills[skill]
        says = (
            _related(label, isolated(labels[tellers[skill]]))
            if level == RELATED
            else _below(label, level, requirer.asked[skill].level)
        )
        yield SkillRow(labels[skill], "in part", says)
    for skill in found.missing_skills:
        yield SkillRow(labels[skill], "missing")


def _related(skill: str, teller: str) -> str:
    return _("%(skill)s (related: %(other)s)") % {"skill": skill, "other": teller}


def _below(skill: str, held: int, asked: int) -> str:
    levels = ProfileSkill.Level(held).label, ProfileSkill.Level(asked).label
    said = {"skill": skill, "held": levels[0], "asked": levels[1]}
    return _("%(skill)s (%(held)s; asked for: %(asked)s)") % said
