"""The form in which one edits the skills of one's own profile."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext as _

from profiles.models import Profile, ProfileSkill, Skill
from profiles.queries import skill_called, skill_like

NEW_ROWS = 3
Levels = dict[Skill, int]


@dataclass(frozen=True, slots=True)
class HeldRow:
    skill: Skill
    level: BoundField
    removed: BoundField


@dataclass(frozen=True, slots=True)
class NewRow:
    name: BoundField
    level: BoundField


class SkillsForm(forms.Form):
    """A level and a checkbox to remove for every skill held, and a few empty rows to add some.

    Names are looked up as `folding.skill_key` spells them, so that labels and synonyms of both
    languages are understood. `levels` is the outcome of a valid form.
    """

    def __init__(self, data: Any = None, *, profile: Profile) -> None:
        super().__init__(data)
        rows = profile.held_skills.select_related("skill")
        self.held = sorted(rows, key=lambda row: (-row.level, row.skill.label.casefold()))
        for row in self.held:
            self._add_held(row)
        for number in range(1, NEW_ROWS + 1):
            self._add_new(number)

    def _add_held(self, row: ProfileSkill) -> None:
        skill = {"skill": row.skill.label}
        self.fields[f"level-{row.skill.slug}"] = _level(_("Level of %(skill)s") % skill, row.level)
        self.fields[f"remove-{row.skill.slug}"] = forms.BooleanField(
            label=_("Remove %(skill)s") % skill, required=False
        )

    def _add_new(self, number: int) -> None:
        self.fields[f"name-{number}"] = _SkillName(label=_("Skill"))
        self.fields[f"name-{number}-level"] = _level(_("Level"), ProfileSkill.Level.WORKING)

    @property
    def held_rows(self) -> Iterator[HeldRow]:
        for row in self.held:
            slug = row.skill.slug
            yield HeldRow(row.skill, self[f"level-{slug}"], self[f"remove-{slug}"])

    @property
    def new_rows(self) -> Iterator[NewRow]:
        for number in range(1, NEW_ROWS + 1):
            yield NewRow(self[f"name-{number}"], self[f"name-{number}-level"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kept = {row.skill for row in self.held if not cleaned.get(f"remove-{row.skill.slug}")}
        for number in range(1, NEW_ROWS + 1):
            skill = cleaned.get(f"name-{number}")
            if skill in kept:
                self.add_error(f"name-{number}", _already_there(skill))
            elif skill:
                kept.add(skill)
        return cleaned

    @property
    def before(self) -> Levels:
        return {row.skill: row.level for row in self.held}

    @property
    def levels(self) -> Levels:
        """Skill to level 1..4, as the person now wants them."""
        said = self.cleaned_data
        kept = [row.skill for row in self.held if not said[f"remove-{row.skill.slug}"]]
        added = [
            (said[f"name-{number}"], said[f"name-{number}-level"])
            for number in range(1, NEW_ROWS + 1)
            if said[f"name-{number}"]
        ]
        return {skill: said[f"level-{skill.slug}"] for skill in kept} | dict(added)


class _SkillName(forms.CharField):
    """A skill by any of its names; empty is nothing."""

    def __init__(self, *, label: str) -> None:
        super().__init__(label=label, required=False, max_length=120)
        self.widget.attrs |= {"dir": "auto", "autocomplete": "off"}

    def clean(self, value: Any) -> Skill | None:
        name = super().clean(value)
        if not name:
            return None
        skill = skill_called(name)
        if skill is None:
            raise ValidationError(_unknown(name))
        return skill


def _level(label: str, initial: int) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, choices=ProfileSkill.Level.choices, coerce=int, initial=initial
    )


def _unknown(name: str) -> str:
    near = skill_like(name)
    if near is not None:
        return _("We do not know “%(name)s”. Did you mean %(skill)s?") % {
            "name": name,
            "skill": near.label,
        }
    return _("We do not know “%(name)s”. Try its usual name, in English or Arabic.") % {
        "name": name
    }


def _already_there(skill: Skill) -> str:
    return _("%(skill)s is in your list already: set its level there.") % {"skill": skill.label}
