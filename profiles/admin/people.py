"""Profiles: lists name nobody; an identity is read on the one page that staff open for it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from ledger.staff import EvenRows, Recorded, plain
from profiles.actions import save_profile
from profiles.admin.review import ReviewDesk
from profiles.admin.weeks import WeekField
from profiles.labels import sector_choices
from profiles.models import Identity, Profile, ProfileLanguage, ProfileSkill

kind_rows: dict[str, type[admin.StackedInline[Any, Any]]] = {}
"""A kind registers here the form of what only it has."""


class ProfileForm(forms.ModelForm[Profile]):
    week = WeekField(label=_("Weekly availability"))
    sectors = forms.MultipleChoiceField(label=_("Sectors"), choices=sector_choices, required=False)
    excluded_countries = forms.MultipleChoiceField(
        label=_("Countries never to meet"), choices=lambda: list(countries), required=False
    )

    excluded_sectors = forms.MultipleChoiceField(
        label=_("Sectors never to meet"), choices=sector_choices, required=False
    )

    class Meta:
        model = Profile
        exclude: list[str] = []

    def clean_status(self) -> str:
        """Whoever vanished fears something: nobody else brings them back."""
        status: str = self.cleaned_data["status"]
        if self.instance.has_vanished and status != Profile.Status.HIDDEN:
            raise ValidationError(_("Its owner hid it, and alone can come back."))
        return status


class AlwaysThere(forms.ModelForm[Any]):
    """A row that is stored even where nothing was said in it yet."""

    def has_changed(self) -> bool:
        return self.instance._state.adding or super().has_changed()


class KindRow(admin.StackedInline[Any, Any]):
    form = AlwaysThere
    can_delete = False


class KindAdmin(Recorded):
    """What only one kind has. Its rows are made, and hidden, with their profile."""

    search_fields = ["=profile__external_id"]
    search_help_text = _("The exact external id")
    readonly_fields = ["profile"]
    ordering = ["-profile"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class IdentityRow(admin.StackedInline[Identity, Profile]):
    model = Identity
    can_delete = False
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


class SkillRows(EvenRows):
    model = ProfileSkill


class LanguageRows(EvenRows):
    model = ProfileLanguage


@admin.register(Profile)
class ProfileAdmin(ReviewDesk):
    """Saves go through the action, so that matches follow. Profiles are hidden, not deleted."""

    form = ProfileForm
    recorded_by_action = True
    list_display = [plain("id"), "kind", "status", "headline", "is_checked", "waiting"]
    list_filter = ["kind", "status", ("verified_at", admin.EmptyFieldListFilter)]
    search_fields = ["headline", "=external_id", "=identity__email"]
    search_help_text = _("Words of the headline, the exact external id or the exact e-mail")
    autocomplete_fields = ["user"]
    first_fields = ["kind", "user", "external_id", "headline", "country", "time_zone"]
    fieldsets = (
        (None, {"fields": ["kind", "public_id", "user", "external_id", "status"]}),
        (_("Who finds them"), {"fields": ["is_named", "audience"]}),
        (_("What they say"), {"fields": ["headline", "about", "language", "experience_years"]}),
        (_("Place and time"), {"fields": ["country", "governorate", "time_zone", "week"]}),
        (_("Matching"), {"fields": ["sectors", "excluded_countries", "excluded_sectors"]}),
        (_("Checked"), {"fields": ["verified_at", "verified_how", "created_at", "updated_at"]}),
    )
    on_record = ("public_id", "verified_at", "verified_how", "created_at", "updated_at")

    @admin.display(boolean=True, description=_("checked"))
    def is_checked(self, profile: Profile) -> bool:
        return profile.is_verified

    def get_fieldsets(self, request: HttpRequest, obj: Profile | None = None) -> Any:
        return self.fieldsets if obj else ((None, {"fields": self.first_fields}),)

    def get_readonly_fields(self, request: HttpRequest, obj: Profile | None = None) -> Any:
        return ("kind", *self.on_record) if obj else ()

    def get_inlines(self, request: HttpRequest, obj: Profile | None) -> Any:
        if obj is None:
            return []
        own = [kind_rows[obj.kind]] if obj.kind in kind_rows else []
        return [*own, SkillRows, LanguageRows, IdentityRow]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Profile, form: Any, change: bool) -> None:
        """A new row is needed by its inlines; the rest is saved after them, by the action."""
        if not change:
            obj.save()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        save_profile(profile=form.instance, by_id=request.user.pk)
