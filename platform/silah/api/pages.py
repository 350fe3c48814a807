"""Lists in pages by cursor: no counting, and nothing skipped or shown twice when rows come."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from silah.api.cursors import Cursor
from silah.api.shelves import Rows, Shelf

PAGE_SIZE = 20
MOST_ON_A_PAGE = 100


class CursorPages(BasePagination):
    """`?cursor=&page_size=&sort=` over a Shelf, or over a queryset in one of the view's `sorts`.

    A view declares `sorts`, a dict of public name to ordering, the first of which is the usual.
    """

    request: Request
    next_link: str | None = None
    previous_link: str | None = None

    def paginate_queryset(  # type: ignore[override]  # a Shelf is neither rows nor a list
        self, queryset: "QuerySet[Any] | Shelf", request: Request, view: Any = None
    ) -> list[Any]:
        self.request = request
        size = _page_size(request)
        sort = _sort(request, view)
        given = request.query_params.get("cursor")
        cursor = Cursor.read(given, sort=sort) if given else None
        shelf = Rows(queryset, view.sorts[sort]) if isinstance(queryset, QuerySet) else queryset
        rows, has_more = shelf.page(cursor, size)
        self._link(shelf, rows, sort, cursor, has_more=has_more)
        return list(rows)

    def _link(
        self, shelf: Shelf, rows: Sequence[Any], sort: str, cursor: Cursor | None, *, has_more: bool
    ) -> None:
        """Onwards as far as rows follow; the way one came from is always open."""
        goes_back = cursor is not None and cursor.back
        if rows and (goes_back or has_more):
            self.next_link = self._url(Cursor(sort, back=False, place=shelf.place_of(rows[-1])))
        if rows and (has_more if goes_back else cursor is not None):
            self.previous_link = self._url(Cursor(sort, back=True, place=shelf.place_of(rows[0])))

    def _url(self, cursor: Cursor) -> str:
        here = self.request.build_absolute_uri()
        return str(replace_query_param(here, "cursor", str(cursor)))

    def get_paginated_response(self, data: Any) -> Response:
        body = {"results": data, "next": self.next_link, "previous": self.previous_link}
        links = {"next": self.next_link, "prev": self.previous_link}
        header = ", ".join(f'<{url}>; rel="{name}"' for name, url in links.items() if url)
        return Response(body, headers={"Link": header} if header else {})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["results", "next", "previous"],
            "properties": {"results": schema, "next": link, "previous": link},
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        sorts = list(getattr(view, "sorts", {}))
        size = {"type": "integer", "minimum": 1, "maximum": MOST_ON_A_PAGE, "default": PAGE_SIZE}
        parameters = [
            _parameter("cursor", {"type": "string"}, "From `next` or `previous` of an answer."),
            _parameter("page_size", size, "Rows on a page, at most."),
        ]
        if sorts:
            order = {"type": "string", "enum": sorts, "default": sorts[0]}
            parameters.append(_parameter("sort", order, "The order of the rows."))
        return parameters


def _parameter(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": schema,
    }


def _page_size(request: Request) -> int:
    text = request.query_params.get("page_size", str(PAGE_SIZE))
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_ON_A_PAGE):
        sentence = _("Give a page size from 1 to %(most)d.") % {"most": MOST_ON_A_PAGE}
        raise ValidationError({"page_size": [sentence]}, code="page_size")
    return int(text)


def _sort(request: Request, view: Any) -> str:
    """The order that is asked for; "" where the view has only its own."""
    sorts = list(getattr(view, "sorts", {}))
    asked = request.query_params.get("sort", sorts[0] if sorts else "")
    if asked not in (sorts or [""]):
        sentence = _("Sort by one of: %(sorts)s.") % {"sorts": ", ".join(sorts)}
        raise ValidationError({"sort": [sentence]}, code="sort")
    return str(asked)
