"""The picker as a form field: it takes what was ticked and refuses with a sentence."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from profiles.models import Skill
from profiles.picking.finding import called, like
from profiles.picking.second import Second
from profiles.picking.typed import Picked, Typed
from profiles.picking.widget import SkillPicker


class SkillsField(forms.Field):
    """Skills with a second column. `cleaned_data` holds a `Picked`; `initial` takes one too.

    second: the column's choices; at_least, at_most: how many skills; proposes: whether an
    unknown skill may be proposed to programme staff
    """

    widget = SkillPicker

    def __init__(
        self,
        *,
        second: Second,
        at_least: int = 0,
        at_most: int = 40,
        proposes: bool = True,
        **options: Any,
    ) -> None:
        self.second = second
        self.at_least, self.at_most = at_least, at_most
        super().__init__(
            widget=SkillPicker(second=second, proposes=proposes),
            required=False,
            initial=options.pop("initial", Picked()),
            **options,
        )

    def clean(self, value: Typed) -> Picked:
        picks = dict(value.picks)
        if value.is_pending:
            picks |= {slug: str(self.second.initial) for slug in self._named(value)}
        skills = {skill.slug: skill for skill in Skill.objects.filter(slug__in=picks)}
        if gone := sorted(set(picks) - set(skills)):
            raise ValidationError(_gone(gone[0]), code="gone")
        levels = {skill: self._second(picks[slug], skill.label) for slug, skill in skills.items()}
        proposed = {text: self._second(said, text) for text, said in value.news.items()}
        self._count(len(levels) + len(proposed))
        return Picked(levels, proposed)

    def _named(self, value: Typed) -> list[str]:
        """Slugs of what stands in the search box, typed by its exact name and never looked for."""
        found = called(value.parts)
        for part in value.parts:
            if part not in found:
                raise ValidationError(_unknown(part), code="unknown")
        return [skill.slug for skill in found.values() if skill.slug not in value.picks]

    def _second(self, said: str, label: str) -> int:
        for number, _word in self.second.choices:
            if said == str(number):
                return number
        raise ValidationError(
            _("Choose from the list what is said beside %(skill)s.") % {"skill": label},
            code="second",
        )

    def _count(self, number: int) -> None:
        if number < self.at_least:
            raise ValidationError(_few(self.at_least), code="few")
        if number > self.at_most:
            raise ValidationError(_many(self.at_most), code="many")


def _unknown(name: str) -> str:
    near = like(name, limit=1)
    if near:
        return _("We do not know “%(name)s”. Did you mean %(skill)s?") % {
            "name": name,
            "skill": near[0].label,
        }
    return _("We do not know “%(name)s”. Try its usual name, in English or Arabic.") % {
        "name": name
    }


def _gone(slug: str) -> str:
    return _("“%(skill)s” is no longer among the skills: search for it anew.") % {"skill": slug}


def _few(number: int) -> str:
    sentence = ngettext(
        "Pick at least one skill: search for it, then tick it.",
        "Pick at least %(number)d skills: search for them, then tick them.",
        number,
    )
    return sentence % {"number": number}


def _many(number: int) -> str:
    sentence = ngettext(
        "At most one skill fits: untick the others.",
        "At most %(number)d skills fit: untick those that matter least.",
        number,
    )
    return sentence % {"number": number}
