"""Staff's door to reviews: the list says who was asked, and one page what was answered."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ledger.staff import Witnessed, plain
from matching.engagements.models import Review
from matching.engagements.reviews.actions import read


@admin.register(Review)
class ReviewAdmin(Witnessed):
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

    def note(self, row: Review, by_id: int | None) -> None:
        if row.is_given:
            read(review=row, by_id=by_id)
