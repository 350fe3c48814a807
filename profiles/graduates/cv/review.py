"""The form in which a graduate ticks what of a CV is true. What is not ticked is not saved."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from profiles.graduates.cv.actions import Ticked
from profiles.graduates.cv.open import OpenSuggestions
from profiles.graduates.cv.studies import degree_called
from profiles.isolation import isolated
from profiles.models import Language, ProfileSkill, Skill
from profiles.onboarding.questions.languages import SPOKEN

ASSUMED_LEVEL = ProfileSkill.Level.WORKING


@dataclass(frozen=True, slots=True)
class Quoted:
    """Boxes that come from one line of the CV."""

    quote: str
    boxes: list[BoundField]


@dataclass(frozen=True, slots=True)
class LanguageRow:
    box: BoundField
    level: BoundField
    quote: str


class ReviewForm(forms.Form):
    """A box for each suggestion that the profile does not hold already; `ticked` is the outcome."""

    def __init__(self, data: Any = None, *, found: OpenSuggestions) -> None:
        super().__init__(data)
        self.found = found
        for skill, level in found.skills.items():
            self.fields[f"skill-{skill.slug}"] = _box(_skill_words(skill, level))
        for language, cefr in found.languages.items():
            self._add_language(language, cefr)
        self._add_studies()

    def _add_language(self, language: Language, cefr: str) -> None:
        self.fields[f"language-{language.code}"] = _box(language.label)
        self.fields[f"level-{language.code}"] = forms.ChoiceField(
            label=_("Level of %(language)s") % {"language": language.label},
            choices=[("", _("Choose a level")), *SPOKEN],
            initial=cefr,
            required=False,
        )

    def _add_studies(self) -> None:
        for university in self.found.universities:
            self.fields[f"university-{university.slug}"] = _box(university.name)
        if self.found.degree:
            self.fields["degree"] = _box(degree_called(*self.found.degree))
        if self.found.graduation_year:
            words = _("Graduated in %(year)s") % {"year": self.found.graduation_year}
            self.fields["graduation_year"] = _box(words)
        if self.found.experience_years is not None:
            self.fields["experience_years"] = _box(_years_words(self.found.experience_years))

    @cached_property
    def skill_groups(self) -> list[Quoted]:
        by_line: dict[str, list[BoundField]] = defaultdict(list)
        for skill in self.found.skills:
            by_line[self.found.quotes[skill.slug]].append(self[f"skill-{skill.slug}"])
        return [Quoted(quote, boxes) for quote, boxes in by_line.items()]

    @property
    def language_rows(self) -> Iterator[LanguageRow]:
        for language in self.found.languages:
            box, level = self[f"language-{language.code}"], self[f"level-{language.code}"]
            yield LanguageRow(box, level, self.found.quotes[language.code])

    @cached_property
    def study_groups(self) -> list[Quoted]:
        by_line: dict[str, list[BoundField]] = defaultdict(list)
        for name in self.fields:
            if name in _STUDIES or name.startswith("university-"):
                by_line[self.found.quotes[name.removeprefix("university-")]].append(self[name])
        return [Quoted(quote, boxes) for quote, boxes in by_line.items()]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for language in self.found.languages:
            if said.get(f"language-{language.code}") and not said.get(f"level-{language.code}"):
                words = _("Choose how well you speak it.")
                self.add_error(f"level-{language.code}", words)
        if len(self._universities(said)) > 1:
            last = self._universities(said)[-1]
            self.add_error(f"university-{last.slug}", _("Tick one university: the last one."))
        return said

    def _universities(self, said: dict[str, Any]) -> list[Any]:
        return [one for one in self.found.universities if said.get(f"university-{one.slug}")]

    @property
    def ticked(self) -> Ticked:
        """Of a valid form."""
        said, found = self.cleaned_data, self.found
        return Ticked(
            skills={
                skill: level or ASSUMED_LEVEL
                for skill, level in found.skills.items()
                if said[f"skill-{skill.slug}"]
            },
            languages={
                language: said[f"level-{language.code}"]
                for language in found.languages
                if said[f"language-{language.code}"]
            },
            university=next(iter(self._universities(said)), None),
            degree=degree_called(*found.degree) if found.degree and said["degree"] else "",
            graduation_year=found.graduation_year if said.get("graduation_year") else None,
            experience_years=found.experience_years if said.get("experience_years") else None,
        )


_STUDIES = ("degree", "graduation_year", "experience_years")


def _box(label: str) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


def _skill_words(skill: Skill, level: int | None) -> str:
    if level is None:
        return skill.label
    words = {"skill": isolated(skill.label), "level": ProfileSkill.Level(level).label}
    return _("%(skill)s: %(level)s") % words


def _years_words(years: int) -> str:
    return ngettext("%(years)d year of work", "%(years)d years of work", years) % {"years": years}
