"""Staff's door to reviews: the list says who was asked, and one page what was answered."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from ledger.staff import ReadOnly, plain
from matching.engagements.models import Review
from matching.engagements.reviews.actions import read


@admin.register(Review)
class ReviewAdmin(ReadOnly):
    """Whoever opens one that was given is recorded."""

    list_display = [
        plain("id"),
        plain("engagement_id"),
        plain("by_id"),
        "kind",
        "due_on",
        "asked_at",
        "given_at",
    ]
    list_filter = ["kind", ("given_at", admin.EmptyFieldListFilter)]
    ordering = ["-id"]
    fields = [
        *("engagement", "session", "by", "kind", "due_on", "asked_at", "given_at", "rating"),
        *("again", "words"),
    ]
    readonly_fields = ["words"]

    @admin.display(description=_("in their words"))
    def words(self, row: Review) -> str:
        return row.text

    def render_change_form(
        self,
        request: HttpRequest,
        context: Any,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Review | None = None,
    ) -> HttpResponse:
        if obj is not None and obj.is_given:
            read(review=obj, by_id=request.user.pk)
        return super().render_change_form(request, context, add, change, form_url, obj)
