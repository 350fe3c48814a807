"""What a row says already, in the reader's words: the answers of the check page."""

from collections.abc import Callable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from matching.actions.answers import stored
from matching.models import Candidacy, CandidacySkill, Opening, OpeningSkill
from matching.pairings.terms import TermsForm
from matching.views.wording import in_words
from profiles.labels import language_label, sector_label
from profiles.questions.declaration import Said

Saying = Callable[[Any], Said]


def about(row: Opening) -> Said:
    if not row.title:
        return []
    said = [(_("Title"), row.title), (_("Description"), row.description)]
    return [*_told(said), (_("Language of your text"), str(row.get_language_display()))]


def skills(row: Opening | Candidacy) -> Said:
    return [(each.skill.label, str(each.get_importance_display())) for each in asked_by(row)]


def levels(row: Opening | Candidacy) -> Said:
    """Of the skills for which a level is asked."""
    return [
        (each.skill.label, str(each.get_level_display())) for each in asked_by(row) if each.level
    ]


def asked_by(row: Opening | Candidacy) -> list[OpeningSkill | CandidacySkill]:
    """The skills the row asks for, those that count most first."""
    return sorted(row.asked_skills.all(), key=lambda each: (-each.importance, each.pk))


def terms(form: type[TermsForm], names: tuple[str, ...]) -> Saying:
    """The answers of one page of the pairing's form."""

    def said(row: Opening | Candidacy) -> Said:
        return _told([_term(row, form, name) for name in names])

    return said


def _term(row: Any, form: type[TermsForm], name: str) -> tuple[str, str]:
    if name == "country":
        return _("Country"), str(row.country.name) if row.country else ""
    field = form.base_fields[name]
    return str(field.label), in_words(field, stored(row, name))


def fit(row: Opening) -> Said:
    languages = _(", ").join(map(language_label, row.languages))
    sectors = _(", ").join(map(sector_label, row.sectors))
    return _told([(_("Languages"), languages), (_("Sectors"), sectors)])


def closing(places: Any) -> Saying:
    """How many places and until when; no date is an answer too."""

    def said(row: Opening) -> Said:
        many = [(str(places), str(row.capacity))] if places else []
        return [*many, (_("Closes on"), _day(row.closes_on) or _("No date"))]

    return said


def until(row: Candidacy) -> Said:
    return [("", _day(row.until) or _("Until you withdraw"))]


def _day(day: Any) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def _told(said: list[tuple[str, str]]) -> Said:
    return [(label, text) for label, text in said if text]
