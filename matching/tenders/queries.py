"""Which answers to tenders there are for whom."""

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, When

from profiles.exclusions import never_met_by
from profiles.viewer import Viewer
from profiles.visibility import card_relations

FIRM, OWNER = "candidacy__profile", "opening__owner"


class AnswerQuerySet(models.QuerySet[Any]):
    def live(self) -> Self:
        """Sent, on the shortlist, or awarded and not over."""
        return self.filter(state__in=("sent", "shortlisted", "awarded"))

    def visible_to(self, viewer: Viewer) -> Self:
        """One's own, and those to one's tenders, and nobody else's: an answer is between two.

        A company reads none of a firm that is gone, or that one of the two excludes.
        """
        return self.filter(self._sent_by(viewer) | self._received_by(viewer))

    def sent_by(self, viewer: Viewer) -> Self:
        return self.filter(self._sent_by(viewer))

    def received_by(self, viewer: Viewer) -> Self:
        return self.filter(self._received_by(viewer))

    def _sent_by(self, viewer: Viewer) -> Q:
        return Q(candidacy__profile__in=sorted(viewer.profile_ids))

    def _received_by(self, viewer: Viewer) -> Q:
        own = Q(opening__owner__in=sorted(viewer.profile_ids))
        return own & ~Q(candidacy__profile__status="hidden") & ~never_met_by(viewer, FIRM)

    def with_sides(self, viewer: Viewer) -> Self:
        """Both parties, how far the firm lets the company read, and whether that one is seen."""
        seen = apps.get_model("profiles", "Profile").objects.visible_to(viewer)
        consents = apps.get_model("profiles", "Consent").objects
        return self.select_related(
            "opening", "candidacy", "introduction", *_party(FIRM), *_party(OWNER)
        ).annotate(
            given=consents.step_between(OuterRef(FIRM), OuterRef(OWNER)),
            owner_is_seen=Exists(seen.filter(pk=OuterRef(OWNER))),
        )

    def shortlisted_first(self) -> Self:
        """What is awarded, the shortlist, then the rest, each the newest first."""
        rank = Case(When(state="awarded", then=0), When(state="shortlisted", then=1), default=2)
        return self.order_by(rank, "-sent_at", "-pk")

    def live_first(self) -> Self:
        rank = Case(When(state__in=("sent", "shortlisted", "awarded"), then=0), default=1)
        return self.order_by(rank, "-sent_at", "-pk")


def _party(name: str) -> list[str]:
    return [name, *card_relations(f"{name}__")]
