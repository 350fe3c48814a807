"""The questions about an opening or a candidacy, from what its pairing declares."""

from functools import cache

from django.utils.translation import gettext_lazy as _

from matching.authoring import forms, saying
from matching.models import Candidacy, Opening
from matching.pairings import registry
from matching.pairings.declaration import Pairing, Side
from profiles.questions.declaration import Flow, Question


def side_of(row: Opening | Candidacy) -> Side:
    return "opening" if isinstance(row, Opening) else "candidacy"


def flow_of(row: Opening | Candidacy) -> Flow:
    return flow(row.pairing, side_of(row))


@cache
def flow(slug: str, side: Side) -> Flow:
    """All questions about one side of a pairing, in their order."""
    pairing = registry.get(slug)
    first = (_about(pairing),) if side == "opening" else ()
    last = _last_of_opening(pairing) if side == "opening" else (_until(),)
    return Flow((*first, *_skills(pairing, side), *_terms(pairing, side), *last))


def _about(pairing: Pairing) -> Question:
    return Question(
        slug="about",
        heading=pairing.opening_words.title,
        why=_("This is read first, in lists and in searches."),
        form=forms.about_form(pairing),
        said=saying.about,
    )


def _skills(pairing: Pairing, side: Side) -> tuple[Question, ...]:
    asked = pairing.words(side).skills
    if asked is None:
        return ()
    return (
        Question(
            slug="skills",
            heading=asked.heading,
            why=asked.why,
            form=forms.skills_form(asked.needed),
            said=saying.skills,
            is_needed=asked.needed,
        ),
        Question(
            slug="skill-levels",
            heading=_("How well should each skill be known?"),
            why=_("Someone below the level that you ask for meets the skill in part."),
            form=forms.LevelsForm,
            said=saying.levels,
            is_needed=False,
            applies=lambda row: bool(saying.asked_by(row)),
        ),
    )


def _terms(pairing: Pairing, side: Side) -> list[Question]:
    declared = pairing.terms(side)
    return [
        Question(
            slug=page.slug,
            heading=page.heading,
            why=page.why,
            form=forms.terms_form(pairing, side, page),
            said=saying.terms(declared, page.fields),
            is_needed=False,
        )
        for page in declared.pages
    ]


def _last_of_opening(pairing: Pairing) -> tuple[Question, ...]:
    closing = Question(
        slug="closing",
        heading=_("How many, and until when?")
        if pairing.opening_words.places
        else _("Until when?"),
        form=forms.closing_form(pairing.opening_words.places),
        said=saying.closing(pairing.opening_words.places),
        is_needed=False,
    )
    return (_fit(), closing) if pairing.requirer == "opening" else (closing,)


def _fit() -> Question:
    return Question(
        slug="fit",
        heading=_("In which languages and sectors?"),
        form=forms.FitForm,
        said=saying.fit,
        is_needed=False,
    )


def _until() -> Question:
    return Question(
        slug="until",
        heading=_("Until when do you agree to be matched?"),
        why=_("You can withdraw on any day before."),
        form=forms.UntilForm,
        said=saying.until,
        is_needed=False,
    )
