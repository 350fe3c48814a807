"""Which rows a viewer may know of. Every list of people starts here."""

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Prefetch, Q

from profiles.exclusions import never_met_by
from profiles.viewer import Viewer

if TYPE_CHECKING:
    from profiles.models import Profile

# Who may meet whom, verified. Graduates and unnamed firms are listed to nobody else.
COUNTERPARTIES: dict[str, frozenset[str]] = {
    "graduate": frozenset({"firm", "mentor"}),
    "mentor": frozenset({"graduate", "firm"}),
    "investor": frozenset({"firm"}),
    "firm": frozenset({"graduate", "mentor", "investor", "firm"}),
}
LISTED_TO_ALL = ("mentor", "investor")
EVERYONE, COUNTERPARTIES_ONLY = "everyone", "counterparties"
"""What a profile's audience may say; where it says nothing its kind decides."""


def audience_of(profile: "Profile") -> str:
    """Who may list the profile, whether its owner said so or its kind decides."""
    by_kind = profile.kind in LISTED_TO_ALL or (profile.kind == "firm" and profile.is_named)
    return profile.audience or (EVERYONE if by_kind else COUNTERPARTIES_ONLY)


def is_listed_to(profile: "Profile", viewer: Viewer) -> bool:
    """The rule of `may_see` for one row, ownership and exclusions aside."""
    if not (profile.is_active and profile.is_verified):
        return False
    is_counterparty = bool(viewer.verified_kinds & COUNTERPARTIES[profile.kind])
    return is_counterparty or audience_of(profile) == EVERYONE


def _listed_to(viewer: Viewer, at: str) -> Q:
    """Whom this viewer may list, ownership and exclusions aside: `is_listed_to` in SQL."""
    met = [kind for kind, others in COUNTERPARTIES.items() if viewer.verified_kinds & others]
    by_kind = Q(**{f"{at}kind__in": LISTED_TO_ALL})
    by_kind |= Q(**{f"{at}kind": "firm", f"{at}is_named": True})
    to_all = Q(**{f"{at}audience": EVERYONE}) | Q(**{f"{at}audience": ""}) & by_kind
    presentable = Q(**{f"{at}status": "active", f"{at}verified_at__isnull": False})
    return presentable & (to_all | Q(**{f"{at}kind__in": met}))


def may_see(viewer: Viewer, prefix: str = "") -> Q:
    """The rule as a condition on Profile, or on a model that points to it by `prefix`.

    may_see(viewer, "owner") filters openings by who owns them.
    """
    if viewer.is_staff:
        return Q()
    at = f"{prefix}__" if prefix else ""
    own = Q(**{f"{at}pk__in": sorted(viewer.profile_ids | viewer.hidden_ids)})
    shown = _listed_to(viewer, at) | _consented_to(viewer, at)
    return own | shown & ~never_met_by(viewer, prefix)


def _consented_to(viewer: Viewer, at: str) -> Q:
    """Who let this viewer read them, listed or not; whoever is hidden is hidden from them too."""
    owners = sorted({owner for owner, _step in viewer.consents})
    return (
        Q(**{f"{at}pk__in": owners}) & ~Q(**{f"{at}status": "hidden"}) if owners else Q(pk__in=[])
    )


class ProfileQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Viewer) -> Self:
        return self.filter(may_see(viewer))

    def for_cards(self) -> Self:
        """Everything `disclose` reads, in three queries whatever the number of rows."""
        return self.select_related(*card_relations()).prefetch_related(*card_rows())

    def for_names(self) -> Self:
        """In one query: the card's name, region and kind, no skills or languages on it."""
        return self.select_related(*card_relations()).prefetch_related(*no_card_rows())


def card_relations(prefix: str = "") -> list[str]:
    """Relations a card joins; `prefix` ("owner__") reaches the profile from another model."""
    names = ("identity", "governorate", "graduate__university", "firm", "investor", "mentor")
    return [f"{prefix}{name}" for name in names]


def heading_columns(prefix: str = "") -> list[str]:
    """What `disclosure.heading` reads of a profile and of its relations, likewise."""
    own = ("public_id", "kind", "status", "verified_at", "audience", "is_named", "country")
    names = ("identity__legal_name", "governorate__label_en", "governorate__label_ar")
    return [f"{prefix}{name}" for name in (*own, *names)]


def card_rows(prefix: str = "") -> "list[Prefetch[Any]]":
    """Rows a card prefetches, likewise: each kind in one query, its words with it."""
    skills = apps.get_model("profiles", "ProfileSkill").objects.select_related("skill")
    languages = apps.get_model("profiles", "ProfileLanguage").objects.select_related("language")
    return [
        Prefetch(f"{prefix}held_skills", queryset=skills),
        Prefetch(f"{prefix}spoken_languages", queryset=languages),
    ]


def no_card_rows(prefix: str = "") -> "list[Prefetch[Any]]":
    """For lines that show neither: the card's skills and languages are none, without a query."""
    skills = apps.get_model("profiles", "ProfileSkill")._default_manager.none()
    languages = apps.get_model("profiles", "ProfileLanguage")._default_manager.none()
    return [
        Prefetch(f"{prefix}held_skills", queryset=skills),
        Prefetch(f"{prefix}spoken_languages", queryset=languages),
    ]
