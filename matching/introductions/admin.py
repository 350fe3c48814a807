"""Staff's doors: outages are declared here; introductions are read without what was written."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ledger.staff import ReadOnly, Recorded, Witnessed, plain
from matching.introductions import outages
from matching.introductions.actions import handle, read
from matching.introductions.models import Introduction, Outage, Report
from profiles.models import Governorate


class OutageForm(ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Outage
        fields = ("what", "governorates", "starts_at", "ends_at")

    def clean(self) -> dict[str, Any]:
        """Explains what the database guarantees."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            raise ValidationError(gettext("It ends before it begins: give a later end."))
        return cleaned


@admin.register(Outage)
class OutageAdmin(Recorded):
    """Declared, changed and ended by the actions, so that every clock follows; never deleted."""

    recorded_by_action = True
    form = OutageForm
    list_display = [plain("id"), "what", "places", "starts_at", "ends_at", "state"]
    list_filter = ["what", "governorates"]
    filter_horizontal = ["governorates"]
    ordering = ["-starts_at", "-id"]
    actions = ["end_chosen"]

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Outage]":
        places = Governorate.objects.order_by("label_en")
        return super().get_queryset(request).prefetch_related(Prefetch("governorates", places))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("governorates"))
    def places(self, row: Outage) -> str:
        return gettext(", ").join(place.label for place in row.governorates.all())

    @admin.display(description=_("state"))
    def state(self, row: Outage) -> str:
        now = timezone.now()
        if row.starts_at > now:
            return gettext("To come")
        if row.ends_at is None:
            return gettext("Lasts, end unknown")
        return gettext("Lasts") if row.ends_at > now else gettext("Over")

    def save_model(self, request: HttpRequest, obj: Outage, form: Any, change: bool) -> None:
        """A new one is declared with its places; a change waits for those, in save_related."""
        if change:
            return
        made = outages.declare(
            what=obj.what,
            governorates=form.cleaned_data["governorates"],
            starts_at=obj.starts_at,
            ends_at=obj.ends_at,
            by_id=request.user.pk,
        )
        obj.pk = made.pk
        obj.declared_by_id = made.declared_by_id
        obj._state.adding = False

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change:
            outages.change(outage=form.instance, by_id=request.user.pk)

    @admin.action(description=_("It is over now"), permissions=["change"])
    def end_chosen(self, request: HttpRequest, chosen: "QuerySet[Outage]") -> None:
        for outage in chosen:
            outages.end(outage=outage, by_id=request.user.pk)
        count = len(chosen)
        said = ngettext(
            "%(count)d outage is over: clocks run on.",
            "%(count)d outages are over: clocks run on.",
            count,
        )
        self.message_user(request, said % {"count": count}, messages.SUCCESS)


@admin.register(Introduction)
class IntroductionAdmin(ReadOnly):
    """Who asked whom and what came of it; the message is between the two."""

    list_display = [
        plain("id"),
        plain("opening_id"),
        plain("asker_id"),
        plain("asked_id"),
        "state",
        "purpose",
        "asked_at",
        "due_at",
    ]
    list_filter = ["state", "purpose", "opening__pairing"]
    search_fields = ["=asker__external_id", "=asked__external_id"]
    search_help_text = _("The exact external id of one of the two")
    ordering = ["-id"]
    fields = [
        *("opening", "candidacy", "asker", "asked", "state", "purpose", "shares", "because"),
        *("hours", "asked_at", "due_at", "remind_at", "reminders", "answered_at", "ended_at"),
    ]


@admin.register(Report)
class ReportAdmin(Witnessed):
    """What one of the two asked staff to look at: here, and only here, its words are read.

    Of a thread that is the one message that was reported. Whoever opens it is recorded.
    """

    list_display = [
        plain("id"),
        plain("introduction_id"),
        plain("by_id"),
        "why",
        "reported_at",
        "handled_at",
    ]
    list_filter = ["why", ("handled_at", admin.EmptyFieldListFilter)]
    ordering = ["handled_at", "reported_at"]
    actions = ["handle_chosen"]
    fields = [
        *("introduction", "by", "why", "words", "reported_at", "handled_at", "handled_by"),
    ]
    readonly_fields = ["words"]

    @admin.display(description=_("message"))
    def words(self, row: Report) -> str:
        return row.message.text if row.message else row.introduction.message

    def note(self, row: Report, by_id: int | None) -> None:
        read(found=row, by_id=by_id)

    def has_handle_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("introductions.change_report")

    @admin.action(description=_("Looked at, nothing more to do"), permissions=["handle"])
    def handle_chosen(self, request: HttpRequest, chosen: "QuerySet[Report]") -> None:
        for row in chosen:
            handle(found=row, by_id=request.user.pk)
        count = len(chosen)
        said = ngettext("%(count)d report is handled.", "%(count)d reports are handled.", count)
        self.message_user(request, said % {"count": count}, messages.SUCCESS)
