"""Which introductions there are for whom."""

from datetime import datetime
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from profiles.viewer import Viewer
from profiles.visibility import card_relations


class IntroductionQuerySet(models.QuerySet[Any]):
    def live(self) -> Self:
        """Asked and not answered, or accepted and not ended."""
        return self.filter(state__in=("waiting", "accepted"))

    def requested(self) -> Self:
        """One asked the other in words: two whom another floor introduced have no message."""
        return self.exclude(message="")

    def visible_to(self, viewer: Viewer) -> Self:
        """One's own, on either side, and nobody else's: a message is between two.

        Whoever asked somebody who is gone still reads that it came to nothing.
        """
        own = sorted(viewer.profile_ids)
        return self.filter(Q(asker__in=own) | Q(asked__in=own))

    def with_parties(self, viewer: Viewer) -> Self:
        """Both rows of the pair and both parties, each with whether the viewer may know of it.

        Who excluded the other since, or hides, is not described to them any more.
        """
        seen = apps.get_model("profiles", "Profile").objects.visible_to(viewer)
        return self.select_related(
            "opening", "candidacy", *_party("asker"), *_party("asked")
        ).annotate(
            asker_is_seen=Exists(seen.filter(pk=OuterRef("asker"))),
            asked_is_seen=Exists(seen.filter(pk=OuterRef("asked"))),
        )

    def with_messages(self, viewer: Viewer) -> Self:
        """How many messages each has: `messages_in_all`, and `unread` by this account.

        What somebody wrote who is gone now is withheld, so it counts in neither.
        """
        rows = apps.get_model("introductions", "Message").objects
        sent = rows.filter(introduction=OuterRef("pk")).exclude(sender__status="hidden").order_by()
        read = apps.get_model("introductions", "ReadMark").objects.filter(
            user=viewer.user_id, introduction=OuterRef("introduction")
        )
        read_until = Coalesce(Subquery(read.values("read_until")), 0)
        theirs = sent.exclude(sender__in=sorted(viewer.profile_ids | viewer.hidden_ids))
        unread = theirs.filter(pk__gt=read_until)
        return self.annotate(messages_in_all=_number_of(sent), unread=_number_of(unread))

    def of_side(self, side: str, profile_ids: frozenset[int]) -> Self:
        """side: "asked" for what was received, "asker" for what was sent."""
        return self.filter(**{f"{side}__in": sorted(profile_ids)})

    def between(self, one_id: int, other_id: int) -> Self:
        """Of these two profiles, whoever asked."""
        both = (one_id, other_id)
        return self.filter(asker__in=both, asked__in=both)

    def live_first(self) -> Self:
        """What waits, the soonest due first; what runs; then the rest, the newest first."""
        rank = Case(When(state="waiting", then=0), When(state="accepted", then=1), default=2)
        return self.order_by(rank, F("due_at").asc(nulls_last=True), "-asked_at", "-pk")

    def overdue(self, now: datetime) -> Self:
        return self.filter(state="waiting", due_at__lte=now)

    def to_remind(self, now: datetime) -> Self:
        return self.filter(state="waiting", remind_at__lte=now, due_at__gt=now)


def _number_of(messages: "models.QuerySet[Any]") -> Coalesce:
    return Coalesce(
        Subquery(messages.values("introduction").annotate(n=Count("pk")).values("n")), 0
    )


def _party(name: str) -> list[str]:
    return [name, *card_relations(f"{name}__")]
