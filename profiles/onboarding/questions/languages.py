"""Languages that somebody speaks, each at a level."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from profiles.actions import set_languages
from profiles.labels import language_choices
from profiles.models import Language, Profile
from profiles.questions.declaration import Question, QuestionForm, Said

SPOKEN = [
    ("A1", gettext_lazy("A1, first words")),
    ("A2", gettext_lazy("A2, simple talk")),
    ("B1", gettext_lazy("B1, everyday talk")),
    ("B2", gettext_lazy("B2, work")),
    ("C1", gettext_lazy("C1, fluent")),
    ("C2", gettext_lazy("C2, like a native")),
]
LEVELS = [("", gettext_lazy("Not spoken")), *SPOKEN]


class LanguagesForm(QuestionForm):
    """One select a language of the taxonomy."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for code, label in language_choices():
            self.fields[code] = forms.ChoiceField(label=label, choices=LEVELS, required=False)

    def known(self, row: Profile) -> dict[str, Any]:
        return {each.language.code: each.cefr for each in row.spoken_languages.all()}

    def save(self) -> None:
        rows = Language.objects.filter(code__in=list(self.cleaned_data))
        said = {row: self.cleaned_data[row.code] for row in rows}
        spoken = {row: cefr for row, cefr in said.items() if cefr}
        set_languages(profile=self.row, levels=spoken, by_id=self.by_id)

    def rows(self) -> Iterator[forms.BoundField]:
        yield from self.visible_fields()


def said_languages(profile: Profile) -> Said:
    rows = sorted(profile.spoken_languages.all(), key=lambda row: row.language.bit)
    words = dict(LEVELS)
    return [(row.language.label, str(words[row.cefr])) for row in rows]


LANGUAGES = Question(
    slug="languages",
    name=gettext_lazy("Languages"),
    heading=gettext_lazy("Which languages do you speak, and how well?"),
    why=gettext_lazy("From B2 on a language counts in a match. A frank answer serves you best."),
    unlocks=gettext_lazy("Openings and people that work in your languages."),
    is_needed=False,
    form=LanguagesForm,
    said=said_languages,
    template="questions/languages.html",
)
