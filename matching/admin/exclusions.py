from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ledger.staff import Recorded, plain
from matching.actions import exclude, lift_exclusion
from matching.models import Exclusion


@admin.register(Exclusion)
class ExclusionAdmin(Recorded):
    """Two who never meet; added and lifted by the actions, so that matches follow."""

    recorded_by_action = True
    list_display = [plain("id"), plain("a_id"), plain("b_id"), "reason", "created_at"]
    list_filter = ["reason"]
    search_fields = ["=a__external_id", "=b__external_id"]
    search_help_text = _("The exact external id of one of the two")
    ordering = ["-id"]
    raw_id_fields = ["a", "b"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Exclusion, form: Any, change: bool) -> None:
        made = exclude(a=obj.a, b=obj.b, reason=Exclusion.Reason(obj.reason), by_id=request.user.pk)
        obj.pk = made.pk

    def delete_model(self, request: HttpRequest, obj: Exclusion) -> None:
        lift_exclusion(exclusion=obj, by_id=request.user.pk)

    def delete_queryset(self, request: HttpRequest, queryset: "QuerySet[Exclusion]") -> None:
        for exclusion in queryset:
            lift_exclusion(exclusion=exclusion, by_id=request.user.pk)
