"""Who people are: accounts, profiles, identities, and the words that describe them."""

from profiles.models.accounts import User
from profiles.models.consents import Consent, ConsentQuerySet
from profiles.models.drafts import Draft
from profiles.models.exclusions import ExcludedName
from profiles.models.identity import Identity
from profiles.models.people import Profile, ProfileLanguage, ProfileSkill
from profiles.models.proposals import SkillProposal, SkillProposer
from profiles.models.taxonomy import Governorate, Language, Sector, Skill, SkillSynonym, University
from profiles.models.verification import Verification

__all__ = [
    "Consent",
    "ConsentQuerySet",
    "Draft",
    "ExcludedName",
    "Governorate",
    "Identity",
    "Language",
    "Profile",
    "ProfileLanguage",
    "ProfileSkill",
    "Sector",
    "Skill",
    "SkillProposal",
    "SkillProposer",
    "SkillSynonym",
    "University",
    "User",
    "Verification",
]
