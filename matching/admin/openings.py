from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ledger.staff import EvenRows, plain
from matching.actions import save_opening
from matching.admin.terms import FirstForm, PairingFilter, TermsAdmin, TermsForm, check_kind
from matching.models import Opening, OpeningSkill
from matching.moves import RefusedError
from matching.pairings import registry
from matching.places import check_places
from profiles.models import Profile


class NewOpening(FirstForm):
    class Meta:
        model = Opening
        fields = ["pairing", "owner", "title", "language"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "pairing" in cleaned:
            check_kind(cleaned.get("owner"), registry.get(cleaned["pairing"]).owner_kinds)
        return cleaned


class OpeningForm(TermsForm):
    side = "opening"

    class Meta:
        model = Opening
        fields = "__all__"

    def clean_owner(self) -> Profile:
        owner: Profile = self.cleaned_data["owner"]
        check_kind(owner, self.instance.declaration.owner_kinds)
        return owner

    def clean_capacity(self) -> int:
        capacity: int = self.cleaned_data["capacity"]
        before = Opening.objects.get(pk=self.instance.pk)
        try:
            check_places(before, capacity)
        except RefusedError as refused:
            raise ValidationError(str(refused), code="places") from None
        return capacity


class SkillRows(EvenRows):
    model = OpeningSkill


@admin.register(Opening)
class OpeningAdmin(TermsAdmin):
    first_form = NewOpening
    terms_form = OpeningForm
    skill_rows = SkillRows
    list_display = [
        plain("id"),
        "pairing",
        "title",
        plain("owner_id"),
        "status",
        "published_at",
        "closes_on",
    ]
    list_filter = [PairingFilter, "status"]
    search_fields = ["title", "=external_id", "=owner__external_id"]
    search_help_text = _("Words of the title, or the exact external id of it or its owner")
    ordering = ["-id"]
    date_hierarchy = "published_at"
    autocomplete_fields = ["owner"]
    first_fields = ["pairing", "owner", "title", "language"]
    own_fields = [
        "pairing", "owner", "external_id", "title", "description", "language", "country",
        "status", "capacity", "closes_on",
    ]  # fmt: skip
    on_record = ["public_id", "published_at", "created_at", "updated_at"]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        save_opening(opening=form.instance, by_id=request.user.pk)
