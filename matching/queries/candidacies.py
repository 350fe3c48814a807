"""Who may be matched in a pairing: nobody without an active candidacy of their own."""

from typing import Any, Self

from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone

from matching.queries.exclusions import candidacies_never_met
from profiles.viewer import Viewer
from profiles.visibility import card_relations, card_rows, may_see


class CandidacyQuerySet(models.QuerySet[Any]):
    def active(self) -> Self:
        """Consent is given, has not ended, and the profile is there and was verified."""
        return self.filter(
            Q(until__isnull=True) | Q(until__gte=timezone.localdate()),
            status="active",
            profile__status="active",
            profile__verified_at__isnull=False,
        )

    def visible_to(self, viewer: Viewer) -> Self:
        """Active ones of profiles the viewer may see, and everything of one's own."""
        if viewer.is_staff:
            return self
        active = Q(pk__in=self.model.objects.active().values("pk"))
        shown = active & may_see(viewer, "profile") & ~candidacies_never_met(viewer)
        return self.filter(Q(profile__in=sorted(viewer.profile_ids)) | shown)

    def with_profile(self) -> Self:
        return self.select_related("profile", *card_relations("profile__"))

    def for_cards(self) -> Self:
        """With the profile, their card's relations, and the skills that are asked for."""
        return self.with_profile().prefetch_related(self.asked(), *card_rows("profile__"))

    def asked(self) -> "Prefetch[Any]":
        """The skills that candidates want to learn, with their words."""
        rows = self.model.skills.through.objects.select_related("skill")
        return Prefetch("asked_skills", queryset=rows)
