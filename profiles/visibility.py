"""Which rows a viewer may know of. Every list of people starts here."""

from typing import Any, Self

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
        """Everything `disclose` reads, in four queries whatever the number of rows."""
        return self.select_related(*card_relations()).prefetch_related(*card_rows())

    def for_list(self) -> Self:
        """In two queries: with the card's name, region and skills, no languages on it."""
        languages = self.model.spoken_languages.rel.related_model.objects.none()
        skills = self.model.skills.through.objects.select_related("skill")
        return self.select_related(*card_relations()).prefetch_related(
            Prefetch("held_skills", queryset=skills),
            Prefetch("spoken_languages", queryset=languages),
        )

    def for_names(self) -> Self:
        """In one query: the card's name, region and kind, no skills or languages on it."""
        skills = self.model.skills.through.objects.none()
        languages = self.model.spoken_languages.rel.related_model.objects.none()
        return self.select_related(*card_relations()).prefetch_related(
            Prefetch("held_skills", queryset=skills),
            Prefetch("spoken_languages", queryset=languages),
        )


def card_relations(prefix: str = "") -> list[str]:
    """Relations a card joins; `prefix` ("owner__") reaches the profile from another model."""
    names = ("identity", "governorate", "graduate__university", "firm", "investor", "mentor")
    return [f"{prefix}{name}" for name in names]


def card_rows(prefix: str = "") -> list[str]:
    """Relations a card prefetches, likewise."""
    return [f"{prefix}held_skills__skill", f"{prefix}spoken_languages__language"]
