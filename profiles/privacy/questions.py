"""The settings of one profile's privacy, each a question on a page of its own."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django_countries import countries

from profiles.labels import sector_choices, sector_label
from profiles.models import Profile
from profiles.names import name_key
from profiles.privacy import actions
from profiles.questions.declaration import Flow, Question, QuestionForm, Said
from profiles.visibility import audience_of

PAGE = "profiles/privacy/setting.html"
MOST_NAMES, LONGEST_NAME = 100, 200


class AudienceForm(QuestionForm):
    audience = forms.ChoiceField(
        label=gettext_lazy("Who may find you"),
        choices=Profile.Audience.choices,
        widget=forms.RadioSelect,
    )

    def known(self, row: Profile) -> dict[str, Any]:
        return {"audience": audience_of(row)}

    def save(self) -> None:
        audience = self.cleaned_data["audience"]
        actions.set_audience(profile=self.row, audience=audience, by_id=self.by_id)


class NameForm(QuestionForm):
    named = forms.ChoiceField(
        label=gettext_lazy("What others read"),
        choices=[
            ("no", gettext_lazy("An alias, such as “Graduate 3F9A”")),
            ("yes", gettext_lazy("The name")),
        ],
        widget=forms.RadioSelect,
    )

    def known(self, row: Profile) -> dict[str, Any]:
        return {"named": "yes" if row.is_named else "no"}

    def save(self) -> None:
        is_named = self.cleaned_data["named"] == "yes"
        actions.set_named(profile=self.row, is_named=is_named, by_id=self.by_id)


class CountriesForm(QuestionForm):
    """Those that are excluded to untick, and one more to choose."""

    kept = forms.MultipleChoiceField(
        label=gettext_lazy("Countries never to meet"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    added = forms.ChoiceField(
        label=gettext_lazy("One more country"),
        required=False,
        help_text=gettext_lazy("Save, and you can choose another."),
    )

    def __init__(self, data: Any = None, **about: Any) -> None:
        super().__init__(data, **about)
        now = self.row.excluded_countries
        self.fields["kept"].choices = [(code, countries.name(code)) for code in now]  # type: ignore[attr-defined]
        self.fields["added"].choices = [("", _("None")), *countries]  # type: ignore[attr-defined]
        if not now:
            del self.fields["kept"]

    def known(self, row: Profile) -> dict[str, Any]:
        return {"kept": row.excluded_countries}

    def save(self) -> None:
        codes = [*self.cleaned_data.get("kept", []), self.cleaned_data["added"]]
        actions.exclude_countries(profile=self.row, codes=filter(None, codes), by_id=self.by_id)


class SectorsForm(QuestionForm):
    sectors = forms.MultipleChoiceField(
        label=gettext_lazy("Sectors never to meet"),
        choices=sector_choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def known(self, row: Profile) -> dict[str, Any]:
        return {"sectors": row.excluded_sectors}

    def save(self) -> None:
        slugs = self.cleaned_data["sectors"]
        actions.exclude_sectors(profile=self.row, slugs=slugs, by_id=self.by_id)


class NamesForm(QuestionForm):
    """Names, one a line. Nothing tells whether anybody here bears one of them."""

    names = forms.CharField(
        label=gettext_lazy("Names, one a line"),
        widget=forms.Textarea(attrs={"dir": "auto", "autocomplete": "off", "spellcheck": "false"}),
        required=False,
        help_text=gettext_lazy(
            "Of people or firms, as they sign: capitals, accents and “Ltd.” do not matter. Give "
            "every spelling you know, in each script."
        ),
    )

    def known(self, row: Profile) -> dict[str, Any]:
        return {"names": "\n".join(names_of(row))}

    def clean_names(self) -> list[str]:
        names = [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]
        if len(names) > MOST_NAMES:
            raise ValidationError(_("Give at most %(most)d names.") % {"most": MOST_NAMES})
        for name in names:
            if not name_key(name) or len(name) > LONGEST_NAME:
                raise ValidationError(_("“%(name)s” is no name.") % {"name": name[:40]})
        return names

    def save(self) -> None:
        names = self.cleaned_data["names"]
        actions.exclude_names(profile=self.row, names=names, by_id=self.by_id)


def names_of(row: Profile) -> list[str]:
    return list(row.excluded_names.order_by("pk").values_list("text", flat=True))


def _said(values: Callable[[Profile], list[str]]) -> Callable[[Profile], Said]:
    """An answer of several values, each on a line of its own; none is an answer too."""
    return lambda row: [("", value) for value in values(row) or [pgettext("excluded", "None")]]


def _is_firm(row: Profile) -> bool:
    return row.kind == Profile.Kind.FIRM


FOUND = Question(
    slug="found",
    heading=gettext_lazy("Who may find you?"),
    why=gettext_lazy(
        "Whoever finds you reads what you can do and your region. What you post as an opening is "
        "read by everyone, under an alias where they may not find you."
    ),
    form=AudienceForm,
    said=lambda row: [("", str(Profile.Audience(audience_of(row)).label))],
    template=PAGE,
)
NAME = Question(
    slug="name",
    heading=gettext_lazy("Under your name, or under an alias?"),
    why=gettext_lazy(
        "Your name can be copied, searched for and kept by anyone who reads it, and cannot be "
        "taken back. Stay with the alias if being named could harm you or yours."
    ),
    form=NameForm,
    said=lambda row: [("", _("Your name") if row.is_named else _("An alias"))],
    applies=lambda row: not _is_firm(row),
    template=PAGE,
)
NAME_OF_FIRM = Question(
    slug="name",
    heading=gettext_lazy("Under the firm’s name, or under an alias?"),
    why=gettext_lazy(
        "A named firm is found by every visitor, its name and website with it, and a name once "
        "read cannot be taken back. Under an alias you can still win work: each buyer learns the "
        "name only when you agree."
    ),
    form=NameForm,
    said=lambda row: [("", _("The firm’s name") if row.is_named else _("An alias"))],
    applies=_is_firm,
    template=PAGE,
)
COUNTRIES = Question(
    slug="countries",
    heading=gettext_lazy("Which countries do you never want to meet?"),
    why=gettext_lazy(
        "Nobody from there sees you, and you see nobody from there. They are not told."
    ),
    form=CountriesForm,
    said=_said(lambda row: [str(countries.name(code)) for code in row.excluded_countries]),
    is_needed=False,
    template=PAGE,
)
SECTORS = Question(
    slug="sectors",
    heading=gettext_lazy("Which sectors do you never want to meet?"),
    why=gettext_lazy("Nobody who works there sees you, nor you them. They are not told."),
    form=SectorsForm,
    said=_said(lambda row: [sector_label(slug) for slug in row.excluded_sectors]),
    is_needed=False,
    template=PAGE,
)
NAMES = Question(
    slug="names",
    heading=gettext_lazy("Whom do you never want to meet?"),
    why=gettext_lazy(
        "A former employer, a relative, anyone. Only you read this list. We do not say whether "
        "they are here; if they are or come later, you never meet, and they are not told."
    ),
    form=NamesForm,
    said=_said(names_of),
    is_needed=False,
    template=PAGE,
)
PRIVACY = Flow((FOUND, NAME, NAME_OF_FIRM, COUNTRIES, SECTORS, NAMES))
