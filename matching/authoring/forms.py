"""The form of each question about an opening or a candidacy."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.actions import change_candidacy, change_opening
from matching.actions.answers import UNCHANGED, Answers, Asked, Levels, stored
from matching.authoring.fields import ComingDay, on_page
from matching.authoring.saying import asked_by
from matching.models import CandidacySkill, Opening, OpeningSkill
from matching.moves import RefusedError
from matching.pairings.codes import Importance
from matching.pairings.declaration import Pairing, Side
from matching.pairings.terms import Page
from matching.places import check_places, running
from profiles.folding import fold
from profiles.isolation import isolated
from profiles.labels import language_choices, sector_choices
from profiles.models import ProfileSkill
from profiles.picking import Picked, Second, SkillsField
from profiles.questions.declaration import QuestionForm

MOST_SKILLS = 20
MOST_PLACES = 500


class RowForm(QuestionForm):
    """Answers that are written onto the row; each field bears the name of what it answers."""

    def known(self, row: Any) -> dict[str, Any]:
        return {name: stored(row, name) for name in self.base_fields}

    def save(self) -> None:
        self.change(self.cleaned_data)

    def change(
        self, answers: Answers, skills: Asked | None = None, levels: Levels = UNCHANGED
    ) -> None:
        said = {"answers": answers, "skills": skills, "levels": levels, "by_id": self.by_id}
        if isinstance(self.row, Opening):
            change_opening(opening=self.row, **said)  # type: ignore[arg-type]
        else:
            change_candidacy(candidacy=self.row, **said)  # type: ignore[arg-type]


class AboutForm(RowForm):
    """What an opening is called and about."""

    title = forms.CharField(
        label=_("Title"), max_length=160, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    description = forms.CharField(
        label=_("Description"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        help_text=_("What is done, with whom, and what the first weeks look like. No names yet."),
    )
    language = forms.ChoiceField(
        label=_("Language of your text"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )

    def clean_title(self) -> str:
        title = " ".join(str(self.cleaned_data["title"]).split())
        if not any(letter.isalnum() for letter in fold(title)):
            raise ValidationError(gettext("Write the title in letters."), code="letters")
        return title


class AskedSkillsForm(RowForm):
    """The skills that the row asks for, each with its weight."""

    def known(self, row: Any) -> dict[str, Any]:
        return {"skills": Picked({each.skill: each.importance for each in asked_by(row)})}

    def save(self) -> None:
        """The row forgets the skills it was loaded with: what is asked next depends on them."""
        self.change({}, self.cleaned_data["skills"].levels)
        self.row.refresh_from_db(fields=["asked_skills"])


class LevelsForm(RowForm):
    """How well each skill that the row asks for should be known: one field for each."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for each in asked_by(self.row):
            self.fields[_level_of(each)] = forms.TypedChoiceField(
                label=isolated(each.skill.label),
                choices=[("", _("Any level")), *ProfileSkill.Level.choices],
                coerce=int,
                empty_value=None,
                required=False,
            )

    def known(self, row: Any) -> dict[str, Any]:
        return {_level_of(each): each.level for each in asked_by(row)}

    def save(self) -> None:
        asked = asked_by(self.row)
        self.change(
            {}, levels={each.skill_id: self.cleaned_data[_level_of(each)] for each in asked}
        )


def _level_of(asked: OpeningSkill | CandidacySkill) -> str:
    return f"level-of-{asked.skill.slug}"


class FitForm(RowForm):
    """In which languages and sectors: few of them are asked for."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=language_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One of them, at B2 or better, is enough. Nobody without any is shown to you."),
    )
    sectors = forms.MultipleChoiceField(
        label=_("Sectors"),
        choices=sector_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Left empty, they are those of your profile."),
    )


class ClosingForm(RowForm):
    """Until when an opening stands."""

    closes_on = ComingDay(
        label=_("Closes on"), help_text=_("The last day. Left empty, it stays until you close it.")
    )


class PlacesForm(ClosingForm):
    """And how many places there are: never fewer than what runs needs."""

    capacity = forms.IntegerField(min_value=1, max_value=MOST_PLACES)
    field_order = ("capacity", "closes_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = running(self.row)
        if found.number:
            self.fields["capacity"].help_text = format_html(
                '{} <a href="{}">{}</a>', found.text, found.url, gettext("See which")
            )

    def clean_capacity(self) -> int:
        capacity: int = self.cleaned_data["capacity"]
        try:
            check_places(self.row, capacity)
        except RefusedError as refused:
            raise ValidationError(str(refused), code="places") from None
        return capacity


class UntilForm(RowForm):
    """Until when the consent holds."""

    until = ComingDay(
        label=_("Until"),
        help_text=_("The last day on which you are matched. Left empty, until you withdraw."),
    )


def about_form(pairing: Pairing) -> type[RowForm]:
    title = forms.CharField(
        label=_("Title"),
        max_length=160,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=pairing.opening_words.example,  # type: ignore[arg-type]
    )
    return type("AboutForm", (AboutForm,), {"title": title})


def skills_form(needed: bool) -> type[RowForm]:
    field = SkillsField(
        label=_("Skills"),
        second=Second(
            tuple(reversed(Importance.choices)),
            Importance.IMPORTANT,
            _("How much %(skill)s counts"),
        ),
        at_least=int(needed),
        at_most=MOST_SKILLS,
        proposes=False,
    )
    return type("AskedSkillsForm", (AskedSkillsForm,), {"skills": field})


def closing_form(places: Any) -> type[RowForm]:
    """With the number of places where the pairing asks for it."""
    if not places:
        return ClosingForm
    capacity = forms.IntegerField(label=places, min_value=1, max_value=MOST_PLACES)
    return type("PlacesForm", (PlacesForm,), {"capacity": capacity})


def terms_form(pairing: Pairing, side: Side, page: Page) -> type[RowForm]:
    """The fields of one page of the pairing's own form, which judges them as it judges a file."""
    declared = pairing.terms(side)
    elsewhere = dict.fromkeys(set(declared.base_fields) - set(page.fields))
    asked = {name: on_page(declared, name) for name in page.fields}
    said: dict[str, Any] = {**elsewhere, **asked, "field_order": page.fields}
    return type("TermsQuestion", (RowForm, declared), said)
