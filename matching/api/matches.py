from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from matching.api.serializers import MatchSerializer
from matching.api.shelves import MatchShelf, Party
from matching.models import Candidacy, Opening
from matching.queries.candidacies import CandidacyQuerySet
from matching.queries.openings import OpeningQuerySet
from profiles.permissions import IsKnown, viewer_in

Own = OpeningQuerySet | CandidacyQuerySet


class MatchListView(GenericAPIView[Any]):
    """The matches of your own openings and candidacies, or of the one you name.

    Whoever has gone, hidden or excluded you since a list was made is left out. Ranks count per
    list; one page holds one list's matches.
    """

    permission_classes = (IsKnown,)
    serializer_class = MatchSerializer
    filter_backends = ()
    names_rows_in_query = True

    @extend_schema(
        operation_id="matches_list",
        responses=MatchSerializer(many=True),
        parameters=[
            OpenApiParameter("opening", UUID, description="One of your own openings."),
            OpenApiParameter("candidacy", UUID, description="One of your own candidacies."),
        ],
    )
    def get(self, request: Request) -> Response:
        shelf = MatchShelf(self._parties(request), viewer_in(request))
        page = self.paginate_queryset(shelf)  # type: ignore[arg-type]  # our pages take shelves
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    def _parties(self, request: Request) -> list[Party]:
        """Own openings and candidacies that have a list; 404 where one named is not one's own."""
        viewer = viewer_in(request)
        asked = {name: _public_id(request, name) for name in ("opening", "candidacy")}
        openings = Opening.objects.filter(owner__in=viewer.profile_ids)
        candidacies = Candidacy.objects.filter(profile__in=viewer.profile_ids)
        if not any(asked.values()):
            return [*_with_lists(openings), *_with_lists(candidacies)]
        return [
            *_named(openings, asked["opening"]),
            *_named(candidacies, asked["candidacy"]),
        ]


def _public_id(request: Request, name: str) -> UUID | None:
    text = request.query_params.get(name)
    try:
        return UUID(text) if text else None
    except ValueError:
        sentence = _("Give the id of the %(name)s, as another answer gave it.") % {"name": name}
        raise ValidationError({name: [sentence]}, code="uuid") from None


def _named(own: Own, public_id: UUID | None) -> list[Party]:
    if public_id is None:
        return []
    named = own.filter(public_id=public_id)
    if not named.exists():
        raise Http404
    return _with_lists(named)


def _with_lists(own: Own) -> list[Party]:
    listed = own.filter(top_matches__isnull=False)
    return list(listed.select_related("top_matches").for_cards().order_by("-pk"))
