from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ledger.staff import EvenRows, ReadOnly, Recorded, plain
from profiles.admin.people import KindAdmin, KindRow, kind_rows
from profiles.firms import vouching
from profiles.firms.members import members_changed
from profiles.firms.models import Firm, FirmMember, Vouch


class FirmRow(KindRow):
    model = Firm


class MemberRows(EvenRows):
    model = FirmMember
    raw_id_fields = ("user",)
    by_key = ("user",)


class VouchForm(ModelForm[Vouch]):
    def clean(self) -> dict[str, Any]:
        """Explains what the action refuses."""
        cleaned = super().clean() or {}
        if cleaned.keys() >= {"fact", "number", "checked_on"}:
            said = cleaned["fact"], cleaned["number"], cleaned["checked_on"]
            for field, sentence in vouching.unfit(*said).items():
                self.add_error(field, sentence)
        return cleaned


class VouchRows(EvenRows):
    """New ones are said here; what was said is history, withdrawn in its own list."""

    model = Vouch
    form = VouchForm
    extra = 1
    fields = ("fact", "number", "checked_on", "withdrawn_at")
    readonly_fields = ("withdrawn_at",)
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Vouch]":
        return super().get_queryset(request).order_by("fact", "-checked_on", "-pk")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


kind_rows["firm"] = FirmRow


@admin.register(Firm)
class FirmAdmin(KindAdmin):
    list_display = [plain("profile_id"), "type", "team_size", plain("founded_year")]
    list_filter = ["type"]
    inlines = [MemberRows, VouchRows]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """What staff vouch for is written, and recorded, by the action."""
        if formset.model is not Vouch:
            super().save_formset(request, form, formset, change)
            if formset.model is FirmMember and formset.has_changed():
                members_changed(firms=[form.instance.pk], by_id=request.user.pk)
            return
        for said in formset.save(commit=False):
            vouching.vouch(
                profile=said.firm.profile,
                fact=said.fact,
                number=said.number,
                checked_on=said.checked_on,
                by_id=request.user.pk,
            )


@admin.register(FirmMember)
class FirmMemberAdmin(Recorded):
    """Who acts for a firm; found by the member's exact e-mail."""

    list_display = [plain("id"), plain("firm_id"), plain("user_id"), "role"]
    list_filter = ["role"]
    search_fields = ["=user__email"]
    search_help_text = _("The exact e-mail")
    raw_id_fields = ["firm", "user"]

    def save_model(
        self, request: HttpRequest, obj: FirmMember, form: ModelForm[FirmMember], change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        if form.has_changed():
            members_changed(firms=[form.initial.get("firm"), obj.firm_id], by_id=request.user.pk)

    def delete_model(self, request: HttpRequest, obj: FirmMember) -> None:
        super().delete_model(request, obj)
        members_changed(firms=[obj.firm_id], by_id=request.user.pk)

    def delete_queryset(self, request: HttpRequest, queryset: "QuerySet[FirmMember]") -> None:
        firms = list(queryset.values_list("firm", flat=True))
        super().delete_queryset(request, queryset)
        members_changed(firms=firms, by_id=request.user.pk)


@admin.register(Vouch)
class VouchAdmin(ReadOnly):
    """What staff checked of firms, by whom and when: said on the firm's page, withdrawn here."""

    list_display = [plain("id"), plain("firm_id"), "fact", "number", "checked_on", "withdrawn_at"]
    list_filter = ["fact", ("withdrawn_at", admin.EmptyFieldListFilter)]
    search_fields = ["=firm__profile__external_id"]
    search_help_text = _("The exact external id")
    ordering = ["-id"]
    actions = ["withdraw"]

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("firms.change_vouch")

    @admin.action(description=_("Withdraw"), permissions=["withdraw"])
    def withdraw(self, request: HttpRequest, rows: "QuerySet[Vouch]") -> None:
        for row in rows:
            vouching.withdraw(vouch=row, by_id=request.user.pk)
        done = ngettext("%d check is withdrawn.", "%d checks are withdrawn.", len(rows))
        self.message_user(request, done % len(rows), messages.SUCCESS)
