"""The words that describe people. Slugs and codes stand in people's rows: they never change."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import F, Max, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ledger.staff import EvenRows, Recorded, plain
from profiles import labels
from profiles.folding import skill_key
from profiles.models import (
    Governorate,
    Language,
    Sector,
    Skill,
    SkillSynonym,
    University,
)
from profiles.taxonomy.esco.joining import KIND as ESCO


class SynonymForm(forms.ModelForm[SkillSynonym]):
    class Meta:
        model = SkillSynonym
        fields = ["text"]

    def clean_text(self) -> str:
        """One skill a spelling: another one's is refused by name."""
        text = str(self.cleaned_data["text"])
        self.instance.key = skill_key(text)
        taken = SkillSynonym.objects.filter(key=self.instance.key).exclude(pk=self.instance.pk)
        other = taken.select_related("skill").first()
        if not self.instance.key or other:
            raise ValidationError(_refusal(other), code="synonym")
        return text


def _refusal(other: SkillSynonym | None) -> str:
    if other is None:
        return _("Write a word with letters or digits.")
    return _("This already means %(skill)s: remove it there first.") % {"skill": other.skill.label}


class SynonymRows(EvenRows):
    model = SkillSynonym
    form = SynonymForm
    fields = ["text"]


class WordAdmin(Recorded):
    """What a word is stored as is given once and is not deleted."""

    stored_as = "slug"
    list_display = [plain("id"), "label_en", "label_ar"]
    search_fields = ["label_en", "label_ar"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [self.stored_as] if obj else []

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class MaskedWordAdmin(WordAdmin):
    """Words with a place in the engine's masks: a new one gets the next place."""

    room = 0

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), "bit"]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            last = type(obj).objects.aggregate(last=Max("bit"))["last"]
            obj.bit = 0 if last is None else last + 1
        super().save_model(request, obj, form, change)
        labels.forget()

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The mask has room for so many."""
        may_add = super().has_add_permission(request)
        return may_add and self.model.objects.count() < self.room


class Untranslated(admin.SimpleListFilter):
    """Skills of ESCO that came without an Arabic label and still show the English one."""

    title = gettext_lazy("Arabic label")
    parameter_name = "arabic"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("missing", _("still to be written"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Skill]) -> QuerySet[Skill]:
        if self.value() != "missing":
            return queryset
        return queryset.filter(kind=ESCO, label_ar=F("label_en"))


@admin.register(Skill)
class SkillAdmin(WordAdmin):
    list_display = [plain("id"), "slug", "label_en", "label_ar", "kind"]
    list_filter = ["kind", Untranslated]
    search_fields = ["label_en"]
    inlines = [SynonymRows]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Skill], search_term: str
    ) -> tuple[QuerySet[Skill], bool]:
        """By a part of any spelling: an index finds it among those of many thousand skills."""
        if not search_term.strip():
            return queryset, False
        spelled = SkillSynonym.objects.filter(key__contains=skill_key(search_term))
        label = Q(label_en__icontains=search_term) | Q(label_ar__icontains=search_term)
        return queryset.filter(label | Q(pk__in=spelled.values("skill"))), False


@admin.register(Sector)
class SectorAdmin(MaskedWordAdmin):
    room = 24
    list_display = [plain("id"), "slug", "label_en", "label_ar", "bit"]


@admin.register(Language)
class LanguageAdmin(MaskedWordAdmin):
    stored_as = "code"
    room = 16
    list_display = [plain("id"), "code", "label_en", "label_ar", "bit"]


@admin.register(Governorate)
class GovernorateAdmin(WordAdmin):
    stored_as = "code"
    list_display = [plain("id"), "code", "label_en", "label_ar"]


@admin.register(University)
class UniversityAdmin(WordAdmin):
    list_display = [plain("id"), "slug", "name_en", "name_ar"]
    search_fields = ["slug", "name_en", "name_ar"]
