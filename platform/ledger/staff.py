"""How the admin behaves on every floor: what staff do is an Event, and pages cost the same."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.widgets import ForeignKeyRawIdWidget
from django.db import models, transaction
from django.forms import ModelChoiceField
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ledger.actions import record


def plain(name: str) -> Callable[[models.Model], str]:
    """A column of numbers that are names, keys and years: without separators of thousands."""

    @admin.display(description=name.replace("_", " "), ordering=name, empty_value="-")
    def column(row: models.Model) -> str:
        value = getattr(row, name)
        return "" if value is None else str(value)

    return column


class Recorded(admin.ModelAdmin[Any]):
    """Adding, changing and deleting is recorded in the ledger: there is no second audit trail.

    `recorded_by_action` is for admins whose saves go through an action that records by itself.
    """

    show_full_result_count = False
    recorded_by_action = False

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> list[Any]:
        """Names of the fields and kinds of rows that changed, never what they say."""
        rows = [formset.prefix for formset in formsets or () if formset.has_changed()]
        return [*form.changed_data, *rows]

    def log_addition(self, request: HttpRequest, obj: models.Model, message: Any) -> Any:
        self._record(request, "staff.added", obj, message)

    def log_change(self, request: HttpRequest, obj: models.Model, message: Any) -> Any:
        self._record(request, "staff.changed", obj, message)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        for row in queryset:
            self._record(request, "staff.deleted", row, [])

    def _record(self, request: HttpRequest, verb: str, row: models.Model, fields: Any) -> None:
        if self.recorded_by_action:
            return
        with transaction.atomic():
            record(verb=verb, subject=row, actor_id=request.user.pk, codes={"fields": fields})

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The history of a row is what the ledger has of it."""
        of_row = QueryDict(mutable=True)
        of_row.update({"subject_kind": self.opts.label_lower, "subject_id": object_id})
        return redirect(f"{reverse('admin:ledger_event_changelist')}?{of_row.urlencode()}")


class TwoSteps(Recorded):
    """A new row is made with few fields first, then opens with all of them."""

    def response_add(
        self, request: HttpRequest, obj: models.Model, post_url_continue: str | None = None
    ) -> HttpResponse:
        self.message_user(request, _("Made. Now say the rest."), messages.SUCCESS)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", obj.pk)


class ReadOnly(admin.ModelAdmin[Any]):
    """Records are read, never edited by hand."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class Witnessed(ReadOnly):
    """Records of which it is recorded who opened one."""

    def note(self, row: Any, by_id: int | None) -> None:
        """That this account opens the row, in the words of its floor."""
        raise NotImplementedError

    def render_change_form(
        self,
        request: HttpRequest,
        context: Any,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        if obj is not None:
            self.note(obj, request.user.pk)
        return super().render_change_form(request, context, add, change, form_url, obj)


class KeyWidget(ForeignKeyRawIdWidget):
    """Says "account 7" beside the field, which takes no query, instead of looking it up."""

    def label_and_url_for_value(self, value: Any) -> tuple[str, str]:
        meta = self.rel.model._meta
        url = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[value])
        return f"{meta.verbose_name} {value}", url


class EvenRows(admin.TabularInline[Any, Any]):
    """Rows of which each costs no query: choices are read once, long lists are given by key."""

    extra = 1
    by_key: tuple[str, ...] = ()

    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[Any, Any]", request: HttpRequest, **options: Any
    ) -> "ModelChoiceField[Any] | None":
        if db_field.name in self.by_key:
            options["widget"] = KeyWidget(db_field.remote_field, self.admin_site)
        field = super().formfield_for_foreignkey(db_field, request, **options)
        if field is not None and db_field.name not in self.by_key:
            field.choices = list(field.choices)  # type: ignore[arg-type]
        return field
