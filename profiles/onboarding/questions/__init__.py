"""Questions that several kinds are asked; each kind puts its flow together from these."""

from profiles.onboarding.questions.availability import AVAILABILITY
from profiles.onboarding.questions.headline import HEADLINE
from profiles.onboarding.questions.languages import LANGUAGES
from profiles.onboarding.questions.name import NAME
from profiles.onboarding.questions.place import ABROAD, AT_HOME, ZONE
from profiles.onboarding.questions.sectors import SECTORS
from profiles.onboarding.questions.skills import SKILLS
from profiles.onboarding.questions.work import WORK

__all__ = [
    "ABROAD",
    "AT_HOME",
    "AVAILABILITY",
    "HEADLINE",
    "LANGUAGES",
    "NAME",
    "SECTORS",
    "SKILLS",
    "WORK",
    "ZONE",
]
