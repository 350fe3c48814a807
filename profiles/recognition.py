"""Whoever is signed in, as a Viewer."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, F, OuterRef, Value
from django.db.models.functions import JSONObject

from profiles.models import Consent, Profile, User
from profiles.queries import EDITORS
from profiles.viewer import ANONYMOUS, Role, Viewer

READ = (
    *("public_id", "kind", "headline", "status", "verified_at", "country", "sectors"),
    *("excluded_countries", "excluded_sectors"),
)
"""All that is read here of a profile: every request of somebody signed in begins with it."""


def viewer_of(user: User | AnonymousUser, *, acting: str = "") -> Viewer:
    """Build the Viewer of an account, in one query; inactive accounts are strangers.

    acting: public id of the profile that the person chose to act as; one that is not (or no
    longer) theirs counts for nothing, and the oldest of their own is taken.
    """
    if not isinstance(user, User) or not user.is_active:
        return ANONYMOUS
    rows = _acted_for(user)
    everything = sorted({profile.pk: profile for profile in rows}.values(), key=lambda row: row.pk)
    own = [profile for profile in everything if not profile.is_hidden]
    chosen = next((profile for profile in own if str(profile.public_id) == acting), None)
    acting_as = chosen or next(iter(own), None)
    return Viewer(
        user_id=user.pk,
        hidden_ids=frozenset(profile.pk for profile in everything if profile.is_hidden),
        written_ids=frozenset(
            profile.pk for profile in rows if profile.role in EDITORS and not profile.is_hidden
        ),
        roles=tuple(_role(profile) for profile in own),
        acting_profile_id=acting_as.pk if acting_as else None,
        is_staff=user.is_staff,
        **_standing(own),
    )


def _acted_for(user: User) -> list[Any]:
    """The profiles of an account, each with the `role` in which it acts for it.

    A union, because an OR over the members of firms reads every profile there is; whoever is both
    the person and a member gets both rows.
    """
    profiles = Profile.objects.only(*READ).annotate(read=_consents())
    own = profiles.filter(user=user).annotate(role=Value("owner", CharField()))
    of_firms = profiles.filter(firm__members__user=user)
    return list(own.union(of_firms.annotate(role=F("firm__members__role"))))


def _consents() -> ArraySubquery:
    """(owner, step) of the consents in force that a profile was given."""
    given = Consent.objects.in_force().filter(to=OuterRef("pk"))
    return ArraySubquery(given.values(pair=JSONObject(owner="owner_id", step="step")))


def standing_of(profile: Profile) -> Viewer:
    """The Viewer who is this profile and nothing else, whoever acts for it."""
    return Viewer(acting_profile_id=profile.pk, **_standing([profile]))


def _standing(own: Sequence[Profile]) -> dict[str, Any]:
    """What the profiles are and whom they never meet."""
    return {
        "profile_ids": frozenset(profile.pk for profile in own),
        "verified_kinds": frozenset(str(profile.kind) for profile in own if profile.is_verified),
        "countries": frozenset(str(profile.country) for profile in own if profile.country),
        "sectors": _union(profile.sectors for profile in own),
        "excluded_countries": _union(profile.excluded_countries for profile in own),
        "excluded_sectors": _union(profile.excluded_sectors for profile in own),
        "consents": frozenset(
            (pair["owner"], pair["step"])
            for profile in own
            for pair in getattr(profile, "read", ())
        ),
    }


def _union(lists: Iterable[list[str]]) -> frozenset[str]:
    return frozenset(value for values in lists for value in values)


def _role(profile: Profile) -> Role:
    return Role(
        profile_id=profile.pk,
        public_id=str(profile.public_id),
        kind=str(profile.kind),
        label=profile.get_kind_display(),
        hint=profile.headline,
    )
