"""Saved people and firms, and the accounts that act for them."""

from itertools import count
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from profiles.firms.models import Firm, FirmMember
from profiles.graduates.cv.actions import keep_cv
from profiles.graduates.cv.limits import PDF
from profiles.graduates.cv.suggestions import Found, Suggestions
from profiles.graduates.models import CV
from profiles.models import Profile, User
from profiles.recognition import viewer_of
from profiles.viewer import Viewer
from tests.cast import drafts
from tests.cast.drafts import Party
from tests.cast.saving import save_parties

_numbers = count(1)


def a_graduate(**facts: Any) -> Profile:
    return _saved(drafts.graduate(**facts))


def a_mentor(**facts: Any) -> Profile:
    return _saved(drafts.mentor(**facts))


def an_investor(**facts: Any) -> Profile:
    return _saved(drafts.investor(**facts))


def a_local_firm(**facts: Any) -> Profile:
    """Not named to strangers, unless is_named=True."""
    return _saved(drafts.local_firm(**facts))


def a_startup(**facts: Any) -> Profile:
    return _saved(drafts.startup(**facts))


def a_diaspora_firm(**facts: Any) -> Profile:
    return _saved(drafts.diaspora_firm(**facts))


def an_international_company(**facts: Any) -> Profile:
    return _saved(drafts.international_company(**facts))


def has_a_cv(graduate: Profile, content: bytes = b"%PDF-1.7 of an invented person") -> CV:
    """A kept file in which a skill, a language and a degree were found, each on its line."""
    found = Suggestions(
        skills=[Found("react", 0)],
        languages=[Found("fr", 1, "B1")],
        degree=Found("software-engineering", 2, "bachelor"),
        lines={0: "React, and so on", 1: "French: good", 2: "BSc, software engineering"},
    )
    return keep_cv(
        profile=graduate,
        content=content,
        name="cv.pdf",
        media_type=PDF,
        suggestions=found,
        by_id=graduate.user_id,
    )


def an_account(**columns: Any) -> User:
    """An account without profiles, its e-mail verified.

    Without password=... one logs in by `client.force_login`.
    """
    email = columns.pop("email", f"person{next(_numbers)}@example.org")
    user = User.objects.create_user(email, **columns)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def with_second_factor(user: User) -> User:
    """The account with an app that shows codes: staff need one."""
    TOTP.activate(user, generate_totp_secret())
    return user


def staff(**columns: Any) -> User:
    """Programme staff with the second factor that their rights need."""
    return with_second_factor(an_account(is_staff=True, **columns))


def acts_for(profile: Profile, role: str = FirmMember.Role.OWNER, **columns: Any) -> User:
    """A new account that owns the profile, or is a member of the firm."""
    user = an_account(**columns)
    if profile.kind == Profile.Kind.FIRM:
        FirmMember.objects.create(firm=Firm.objects.get(pk=profile.pk), user=user, role=role)
    else:
        profile.user = user
        profile.save(update_fields=["user"])
    return user


def viewing_as(profile: Profile) -> Viewer:
    """The Viewer of a new account that acts for this profile."""
    return viewer_of(acts_for(profile))


def _saved(party: Party) -> Profile:
    return save_parties([party])[0]
