"""Staff own what the adviser says: every fact with its source and the day of the check."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from grants.models import RouteFact
from grants.routes import actions
from ledger.staff import Recorded


class FactForm(forms.ModelForm[RouteFact]):
    source_url = forms.URLField(label=_("address of the source"), assume_scheme="https")


@admin.register(RouteFact)
class RouteFactAdmin(Recorded):
    recorded_by_action = True
    form = FactForm
    list_display = ["slug", "route", "kind", "blocks", "talent_place", "checked_on", "withdrawn_at"]
    list_filter = ["route", "kind", "talent_place", ("withdrawn_at", admin.EmptyFieldListFilter)]
    search_fields = ["slug"]
    ordering = ["route", "slug"]
    readonly_fields = ["checked_by", "withdrawn_at"]
    actions = ["check_again", "withdraw"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: RouteFact, form: Any, change: bool) -> None:
        said, by_id = form.cleaned_data, request.user.pk
        if change:
            actions.change(fact=obj, said=said, by_id=by_id)
        else:
            obj.pk = actions.state(said=said, by_id=by_id).pk

    @admin.action(description=_("Checked again today, still so"), permissions=["change"])
    def check_again(self, request: HttpRequest, rows: "QuerySet[RouteFact]") -> None:
        for row in rows:
            said = {"checked_on": timezone.localdate()}
            actions.change(fact=row, said=said, by_id=request.user.pk)
        done = ngettext("%d fact is dated today.", "%d facts are dated today.", len(rows))
        self.message_user(request, done % len(rows), messages.SUCCESS)

    @admin.action(description=_("Withdraw"), permissions=["change"])
    def withdraw(self, request: HttpRequest, rows: "QuerySet[RouteFact]") -> None:
        for row in rows:
            actions.withdraw(fact=row, by_id=request.user.pk)
        done = ngettext("%d fact is withdrawn.", "%d facts are withdrawn.", len(rows))
        self.message_user(request, done % len(rows), messages.SUCCESS)
