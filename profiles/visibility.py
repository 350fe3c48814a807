"""Which rows a viewer may know of. Every list of people starts here."""

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Prefetch, Q

from profiles.viewer import Viewer

# Who is listed to whom: graduates and unnamed firms only to verified counterparties.
COUNTERPARTIES: dict[str, frozenset[str]] = {
    "graduate": frozenset({"firm", "mentor"}),
    "firm": frozenset({"graduate", "mentor", "investor", "firm"}),
}
LISTED_TO_ALL = ("mentor", "investor")


def _listed_to(viewer: Viewer, at: str) -> Q:
    """Kinds and names that this viewer may list, ownership and exclusions aside."""
    may = Q(**{f"{at}kind__in": LISTED_TO_ALL}) | Q(**{f"{at}kind": "firm", f"{at}is_named": True})
    for kind, counterparties in COUNTERPARTIES.items():
        if viewer.verified_kinds & counterparties:
            may |= Q(**{f"{at}kind": kind})
    return may


def may_see(viewer: Viewer, prefix: str = "") -> Q:
    """The rule as a condition on Profile, or on a model that points to it by `prefix`.

    may_see(viewer, "owner") filters openings by who owns them.
    """
    if viewer.is_staff:
        return Q()
    at = f"{prefix}__" if prefix else ""
    presentable = Q(**{f"{at}status": "active", f"{at}verified_at__isnull": False})
    wanted = ~Q(**{f"{at}excluded_countries__overlap": sorted(viewer.countries)})
    others = presentable & _listed_to(viewer, at) & (wanted if viewer.countries else Q())
    return Q(**{f"{at}pk__in": sorted(viewer.profile_ids)}) | others


class ProfileQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Viewer) -> Self:
        return self.filter(may_see(viewer))

    def for_cards(self) -> Self:
        """Everything `disclose` reads, in three queries whatever the number of rows."""
        return self.select_related(*card_relations()).prefetch_related(*card_rows())


def card_relations(prefix: str = "") -> list[str]:
    """Relations a card joins; `prefix` ("owner__") reaches the profile from another model."""
    names = ("identity", "governorate", "graduate__university", "firm", "investor", "mentor")
    return [f"{prefix}{name}" for name in names]


def card_rows(prefix: str = "") -> "list[Prefetch[Any]]":
    """Rows a card prefetches, likewise: each kind in one query, its words with it."""
    skills = apps.get_model("profiles", "ProfileSkill").objects.select_related("skill")
    languages = apps.get_model("profiles", "ProfileLanguage").objects.select_related("language")
    return [
        Prefetch(f"{prefix}held_skills", queryset=skills),
        Prefetch(f"{prefix}spoken_languages", queryset=languages),
    ]
