"""Writes about people. Each is atomic, records its event and returns the row.

What was already so is not written again and records nothing: a form sent twice is harmless.
"""

from profiles.actions.answering import PROFILE_ANSWERING, set_answering
from profiles.actions.facts import describe, set_details, set_identity
from profiles.actions.funding import PROFILE_FUNDED, set_funded, write_funded
from profiles.actions.proposals import accept_as_new, accept_as_synonym, refuse, set_proposals
from profiles.actions.saving import (
    PROFILE_SAVED,
    derive_hours,
    locked,
    save_profile,
)
from profiles.actions.verifying import (
    PROFILE_UNVERIFIED,
    PROFILE_VERIFIED,
    outdate_checks,
    rests_on,
    standing_checks,
    verify,
    withdraw_verification,
)
from profiles.actions.words import set_languages, set_skills

__all__ = [
    "PROFILE_ANSWERING",
    "PROFILE_FUNDED",
    "PROFILE_SAVED",
    "PROFILE_UNVERIFIED",
    "PROFILE_VERIFIED",
    "accept_as_new",
    "accept_as_synonym",
    "derive_hours",
    "describe",
    "locked",
    "outdate_checks",
    "refuse",
    "rests_on",
    "save_profile",
    "set_answering",
    "set_details",
    "set_funded",
    "set_identity",
    "set_languages",
    "set_proposals",
    "set_skills",
    "standing_checks",
    "verify",
    "withdraw_verification",
    "write_funded",
]
