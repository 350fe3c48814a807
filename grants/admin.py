"""Staff keep windows' status and fill open numbers with their source; versions are only read."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from grants.actions import NotPublishableError, fill, held_back, set_status
from grants.models import Check, Programme, RuleSet
from grants.routes import admin as _routes  # noqa: F401  registers its own
from grants.sources import in_language
from ledger.staff import ReadOnly, Recorded, plain


class StatusForm(forms.ModelForm):  # type: ignore[type-arg]
    status_source = forms.URLField(
        label=_("Source of the status"), required=False, assume_scheme="https"
    )

    class Meta:
        model = Programme
        fields = ("status", "status_checked_on", "status_source")

    def clean_status_checked_on(self) -> date:
        day: date = self.cleaned_data["status_checked_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("That day is still to come. Give the day you looked."))
        return day


class FillForm(forms.Form):
    """One open number of a programme, with where it was read."""

    parameter = forms.ChoiceField(label=_("Number"))
    value = forms.DecimalField(
        label=_("Value"), min_value=0, max_digits=16, decimal_places=4, localize=False
    )
    title_en = forms.CharField(label=_("Source, in English"), max_length=200)
    title_ar = forms.CharField(label=_("Source, in Arabic"), max_length=200)
    url = forms.URLField(label=_("Address of the source"), assume_scheme="https")
    quote = forms.CharField(label=_("Its words"), max_length=400, required=False)
    valid_from = forms.DateField(label=_("Valid from"), required=False)
    valid_to = forms.DateField(label=_("Valid to"), required=False)

    def __init__(self, data: Any = None, *, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["parameter"].choices = choices  # type: ignore[attr-defined]

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        if not url.startswith("https://"):
            raise forms.ValidationError(_("Give an address that begins with https://."))
        return url

    def span(self) -> dict[str, str]:
        said = self.cleaned_data
        span = {"value": f"{said['value'].normalize():f}"}
        span |= {"quote": said["quote"]} if said["quote"] else {}
        days = {name: said[name] for name in ("valid_from", "valid_to") if said[name]}
        return span | {name: day.isoformat() for name, day in days.items()}

    def source(self, read_on: date) -> dict[str, Any]:
        said = self.cleaned_data
        title = {"en": said["title_en"], "ar": said["title_ar"]}
        return {"title": title, "url": said["url"], "read_on": read_on.isoformat()}


def open_numbers(rule_set: RuleSet) -> list[tuple[str, str]]:
    """(name, title) of each number that is a placeholder."""
    return [
        (name, in_language(said["title"]))
        for name, said in rule_set.document.get("parameters", {}).items()
        if any(span["provenance"] == "placeholder" for span in said["spans"])
    ]


@admin.register(Programme)
class ProgrammeAdmin(Recorded):
    """Programmes come with the code; staff say whether their window is open."""

    recorded_by_action = True
    form = StatusForm
    list_display = ["slug", "status", "status_checked_on"]
    list_filter = ["status"]
    ordering = ["slug"]
    readonly_fields = ["slug", "numbers", "release"]
    fields = ["slug", "status", "status_checked_on", "status_source", "numbers", "release"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Programme, form: Any, change: bool) -> None:
        set_status(
            programme=obj,
            status=obj.status,
            checked_on=obj.status_checked_on,
            source=obj.status_source,
            by_id=request.user.pk,
        )

    @admin.display(description=_("numbers that are not published"))
    def numbers(self, row: Programme) -> SafeString | str:
        found = open_numbers(row.newest)
        if not found:
            return gettext("None")
        said = gettext(", ").join(title for _name, title in found)
        url = reverse("admin:grants_programme_fill", args=[row.pk])
        return format_html('{} <a href="{}">{}</a>', said, url, gettext("Fill one"))

    @admin.display(description=_("held back of the release"))
    def release(self, row: Programme) -> str:
        """A version that nobody reads, because staff published another under its number."""
        document = next((each for each in held_back() if each["slug"] == row.slug), None)
        if document is None:
            return gettext("None")
        said = {"version": document["version"], "next": row.newest.version + 1}
        return (
            gettext(
                "Version %(version)d of the release is not read: that number was published here "
                "already. Ask for it as version %(next)d, with the numbers that were filled here."
            )
            % said
        )

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.fill_view)
        return [path("<int:pk>/fill/", view, name="grants_programme_fill"), *super().get_urls()]

    def fill_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What is filled makes a new version; checks made before keep theirs."""
        row = get_object_or_404(Programme, pk=pk)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        form = FillForm(request.POST or None, choices=open_numbers(row.newest))
        if request.method == "POST" and form.is_valid() and self._filled(request, row, form):
            return HttpResponseRedirect(reverse("admin:grants_programme_change", args=[row.pk]))
        page = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": row,
            "form": form,
            "title": gettext("Fill a number that was not published"),
        }
        return TemplateResponse(request, "admin/grants/programme/fill.html", page)

    def _filled(self, request: HttpRequest, row: Programme, form: FillForm) -> bool:
        try:
            made = fill(
                programme=row,
                parameter=form.cleaned_data["parameter"],
                span=form.span(),
                source=form.source(timezone.localdate()),
                by_id=request.user.pk,
            )
        except NotPublishableError as refused:
            form.add_error(None, str(refused))
            return False
        said = gettext("Version %(version)d is published.") % {"version": made.version}
        self.message_user(request, said, messages.SUCCESS)
        return True


@admin.register(RuleSet)
class RuleSetAdmin(ReadOnly):
    list_display = [plain("id"), "programme", plain("version"), "published_at"]
    list_filter = ["programme"]
    list_select_related = ["programme"]
    ordering = ["-id"]
    fields = ["programme", "version", "published_at", "published_by", "text"]
    readonly_fields = ["text"]

    @admin.display(description=_("document"))
    def text(self, row: RuleSet) -> SafeString:
        said = json.dumps(row.document, ensure_ascii=False, indent=2)
        return format_html('<pre dir="ltr">{}</pre>', said)


@admin.register(Check)
class CheckAdmin(ReadOnly):
    """What was checked, by which version, with what result; whose facts they were by key."""

    list_display = [plain("id"), plain("rule_set_id"), "verdict", "as_of", "made_at"]
    list_filter = ["verdict", "rule_set__programme"]
    ordering = ["-id"]
    fields = [
        *("rule_set", "profile", "as_of", "verdict", "low", "high", "facts", "results"),
        *("made_at", "forgotten_at"),
    ]
