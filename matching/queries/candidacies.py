"""Who may be matched in a pairing: nobody without an active candidacy of their own."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from matching.queries.exclusions import apart_from
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
        shown = active & may_see(viewer, "profile") & ~apart_from(viewer, "profile")
        return self.filter(Q(profile__in=sorted(viewer.profile_ids)) | shown)

    def for_cards(self) -> Self:
        """With the profile, their card's relations, and the skills that are asked for."""
        return self.select_related("profile", *card_relations("profile__")).prefetch_related(
            "asked_skills__skill", *card_rows("profile__")
        )
