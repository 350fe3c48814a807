from datetime import date
from typing import ClassVar

from django.db.models import Value
from django.db.models.functions import Coalesce
from rest_framework.generics import ListAPIView, RetrieveAPIView

from matching.api.serializers import OpeningSerializer
from matching.filters import OpeningFilter
from matching.models import Opening
from matching.queries.openings import OpeningQuerySet
from profiles.permissions import viewer_in
from profiles.reveals import note_reveal


class OpeningListView(ListAPIView[Opening]):
    """Openings that are published and in time, for everyone who is not excluded from them."""

    queryset = Opening.objects.none()
    serializer_class = OpeningSerializer
    filterset_class = OpeningFilter
    sorts: ClassVar = {"newest": "-published_at", "closing": "closing"}

    def get_queryset(self) -> OpeningQuerySet:
        rows = Opening.objects.open().visible_to(viewer_in(self.request)).for_cards()
        found: OpeningQuerySet = rows.annotate(closing=Coalesce("closes_on", Value(date.max)))
        return found


class OpeningDetailView(RetrieveAPIView[Opening]):
    """One opening: an open one, or one of your own in any state."""

    queryset = Opening.objects.none()
    serializer_class = OpeningSerializer
    filter_backends = ()
    lookup_field = "public_id"

    def get_queryset(self) -> OpeningQuerySet:
        return Opening.objects.visible_to(viewer_in(self.request)).for_cards()

    def get_object(self) -> Opening:
        opening = super().get_object()
        note_reveal(opening.owner, viewer_in(self.request))
        return opening
