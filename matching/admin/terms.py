"""The terms of either side in the admin: the pairing's own form says what there is and judges."""

from collections.abc import Iterable
from functools import cache
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ledger.staff import TwoSteps
from matching.models import Terms
from matching.pairings import registry
from matching.pairings.declaration import Side
from profiles.labels import language_choices, sector_choices
from profiles.models import Profile

COLUMNS = {field.name for field in Terms._meta.fields}


class FirstForm(forms.ModelForm[Any]):
    """A new row: for which pairing, and whose. The terms follow once the pairing is known."""

    pairing = forms.ChoiceField(label=_("Pairing"), choices=registry.choices)


class TermsForm(forms.ModelForm[Any]):
    """A row with the fields of its pairing's form; those that are no columns go into `terms`."""

    side: ClassVar[Side]
    said: ClassVar[tuple[str, ...]] = ()

    sectors = forms.MultipleChoiceField(label=_("Sectors"), choices=sector_choices, required=False)
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=language_choices, required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        further = set(self.said) - COLUMNS
        self.initial.update((name, self.instance.terms.get(name)) for name in further)

    def clean(self) -> dict[str, Any]:
        """The pairing's own form judges what was typed; its sentences stand at its fields."""
        cleaned = super().clean() or {}
        terms = self.instance.declaration.terms(self.side)(self.data, prefix=self.prefix)
        for name, errors in terms.errors.as_data().items():
            if name not in self.errors:
                self.add_error(None if name == "__all__" else name, errors)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        further = {name: self.cleaned_data[name] for name in self.said if name not in COLUMNS}
        self.instance.terms = {name: value for name, value in further.items() if value}
        return super().save(commit)


@cache
def form_for(form: type[TermsForm], pairing: str) -> type[TermsForm]:
    """The form of one side with the fields that the pairing declares for it."""
    declared = registry.get(pairing).terms(form.side).base_fields
    return type(form.__name__, (form,), {**declared, "said": tuple(declared)})


def check_kind(profile: Profile | None, kinds: Iterable[str]) -> None:
    """Raises ValidationError where a profile of that kind has no such side in the pairing."""
    if profile is None or profile.kind in kinds:
        return
    labels = ", ".join(str(Profile.Kind(kind).label) for kind in sorted(kinds))
    raise ValidationError(
        _("Choose a profile of this kind: %(kinds)s."), code="kind", params={"kinds": labels}
    )


class PairingFilter(admin.SimpleListFilter):
    title = _("pairing")
    parameter_name = "pairing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return registry.choices()

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        chosen = self.value()
        return queryset.filter(pairing=chosen) if chosen else queryset


class TermsAdmin(TwoSteps):
    """Saves go through an action, after the skills; rows are closed or withdrawn, not deleted."""

    recorded_by_action = True
    first_form: type[FirstForm]
    terms_form: type[TermsForm]
    skill_rows: type[admin.TabularInline[Any, Any]]
    first_fields: ClassVar[list[str]]
    own_fields: ClassVar[list[str]]
    on_record: ClassVar[list[str]]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        options["form"] = form_for(self.terms_form, obj.pairing) if obj else self.first_form
        return super().get_form(request, obj, change, **options)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return ((None, {"fields": self.first_fields}),)
        said = form_for(self.terms_form, obj.pairing).said
        return (
            (None, {"fields": self.own_fields}),
            (obj.declaration.label, {"fields": [*said, "sectors", "languages"]}),
            (_("On record"), {"fields": self.on_record}),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["pairing", *self.on_record] if obj else []

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Skills are asked for by the side that requires; the other side's are its profile's."""
        asks = obj is not None and obj.declaration.requirer == self.terms_form.side
        return [self.skill_rows] if asks else []

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A new row is needed by its inlines; the rest is saved after them, by the action."""
        if not change:
            obj.save()
