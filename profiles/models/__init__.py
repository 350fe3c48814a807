"""Who people are: accounts, profiles, identities, and the words that describe them."""

from profiles.models.accounts import User
from profiles.models.drafts import Draft
from profiles.models.identity import Identity
from profiles.models.people import Profile, ProfileLanguage, ProfileSkill
from profiles.models.taxonomy import Governorate, Language, Sector, Skill, SkillSynonym, University

__all__ = [
    "Draft",
    "Governorate",
    "Identity",
    "Language",
    "Profile",
    "ProfileLanguage",
    "ProfileSkill",
    "Sector",
    "Skill",
    "SkillSynonym",
    "University",
    "User",
]
