from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ledger.staff import EvenRows, plain
from matching.actions import save_candidacy
from matching.admin.terms import FirstForm, PairingFilter, TermsAdmin, TermsForm, check_kind
from matching.models import Candidacy, CandidacySkill
from matching.pairings import registry


class NewCandidacy(FirstForm):
    class Meta:
        model = Candidacy
        fields = ["pairing", "profile"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "pairing" in cleaned and "profile" in cleaned:
            check_kind(cleaned["profile"], registry.get(cleaned["pairing"]).candidate_kinds)
            check_only(Candidacy(profile=cleaned["profile"], pairing=cleaned["pairing"]))
        return cleaned


class CandidacyForm(TermsForm):
    side = "candidacy"

    class Meta:
        model = Candidacy
        fields = "__all__"

    def clean_status(self) -> str:
        self.instance.status = self.cleaned_data["status"]
        check_only(self.instance)
        return str(self.instance.status)


def check_only(candidacy: Candidacy) -> None:
    """Raises ValidationError where the profile already has another active one in that pairing."""
    active = Candidacy.objects.filter(
        profile=candidacy.profile_id, pairing=candidacy.pairing, status=Candidacy.Status.ACTIVE
    )
    others = active.exclude(pk=candidacy.pk)
    if candidacy.status == Candidacy.Status.ACTIVE and others.exists():
        raise ValidationError(
            _("Candidacy %(key)d is active there already: change or withdraw that one."),
            code="second",
            params={"key": others.values_list("pk", flat=True)[0]},
        )


class SkillRows(EvenRows):
    model = CandidacySkill


@admin.register(Candidacy)
class CandidacyAdmin(TermsAdmin):
    first_form = NewCandidacy
    terms_form = CandidacyForm
    skill_rows = SkillRows
    list_display = [plain("id"), "pairing", plain("profile_id"), "status", "until", "updated_at"]
    list_filter = [PairingFilter, "status"]
    search_fields = ["=profile__external_id", "=profile__identity__email"]
    search_help_text = _("The exact external id or e-mail of the profile")
    ordering = ["-id"]
    autocomplete_fields = ["profile"]
    first_fields = ["pairing", "profile"]
    own_fields = ["pairing", "profile", "status", "until"]
    on_record = ["public_id", "created_at", "updated_at"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Consent is one person's: it does not change hands."""
        return [*super().get_readonly_fields(request, obj), *(["profile"] if obj else [])]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        save_candidacy(candidacy=form.instance, by_id=request.user.pk)
