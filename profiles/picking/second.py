"""What is said beside each skill: how well one has it, or how much it matters."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from profiles.models import ProfileSkill
from profiles.questions.declaration import Words


@dataclass(frozen=True, slots=True)
class Second:
    """Choices from 1 up, the one that stands there first, and its label (%(skill)s is named)."""

    choices: tuple[tuple[int, Words], ...]
    initial: int
    label: Words


def levels() -> Second:
    return Second(
        tuple(ProfileSkill.Level.choices), ProfileSkill.Level.WORKING, _("Level of %(skill)s")
    )
