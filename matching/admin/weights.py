"""Weights are published whole: a form of one row a criterion; what is published is only read."""

from typing import Any, NamedTuple

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from ledger.staff import ReadOnly, plain
from matching import weights
from matching.admin.terms import PairingFilter
from matching.engine.criteria import ONE, Weights
from matching.models import WeightSet
from matching.pairings import registry
from matching.pairings.declaration import Pairing

SIDES = ("holder", "requirer")


class Row(NamedTuple):
    label: str
    holder: forms.BoundField
    requirer: forms.BoundField


class WeightsForm(forms.Form):
    """Two whole numbers a criterion, per mille; each side's add up to 1000."""

    def __init__(self, pairing: Pairing, data: Any = None) -> None:
        super().__init__(data)
        self.pairing = pairing
        for name, pair in weights.current(pairing).weights.items():
            for side, weight in zip(SIDES, pair, strict=True):
                self.fields[f"{side}-{name}"] = _weight(pairing, name, initial=weight)

    def rows(self) -> list[Row]:
        return [
            Row(str(rule.label), *(self[f"{side}-{rule.name}"] for side in SIDES))
            for rule in self.pairing.rules
        ]

    @property
    def weights(self) -> Weights:
        said = self.cleaned_data
        return {
            rule.name: (said[f"holder-{rule.name}"], said[f"requirer-{rule.name}"])
            for rule in self.pairing.rules
        }

    def sums(self) -> list[int]:
        """Of what stands in the form now; what is no number counts as nothing."""
        return [
            sum(_number(self[f"{side}-{rule.name}"].value()) for rule in self.pairing.rules)
            for side in SIDES
        ]


def _weight(pairing: Pairing, name: str, *, initial: int) -> forms.IntegerField:
    label = str(pairing.rule(name).label)
    return forms.IntegerField(label=label, initial=initial, min_value=0, max_value=ONE)


def _number(value: Any) -> int:
    return int(value) if str(value).isdecimal() else 0


@admin.register(WeightSet)
class WeightSetAdmin(ReadOnly):
    list_display = [plain("id"), "pairing", "version", "published_at", plain("published_by_id")]
    list_filter = [PairingFilter]
    ordering = ["-id"]
    fields = ["pairing", "version", "published_at", "published_by", "table"]
    readonly_fields = ["table"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("matching.add_weightset")

    @admin.display(description="")
    def table(self, row: WeightSet) -> str:
        lines = format_html_join("", "<tr><th>{}</th><td>{}</td><td>{}</td></tr>", _lines(row))
        return format_html("<table>{}</table>", lines)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Choose a pairing, then say its weights; "add up" shows the sums and publishes nothing."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if "pairing" not in request.GET:
            return self._page(request, "choose", pairings=registry.all_pairings().values())
        form = WeightsForm(_pairing(request.GET["pairing"]), request.POST or None)
        if "_publish" in request.POST and form.is_valid() and self._publish(request, form):
            return redirect("admin:matching_weightset_changelist")
        return self._page(request, "publish", form=form, whole=ONE)

    def _publish(self, request: HttpRequest, form: WeightsForm) -> WeightSet | None:
        try:
            published = weights.publish(
                pairing=form.pairing.slug, weights=form.weights, by_id=request.user.pk
            )
        except ValidationError as error:
            form.add_error(None, error)
            return None
        said = _("Version %(version)d counts from now on; matches are scored anew.")
        self.message_user(request, said % {"version": published.version}, messages.SUCCESS)
        return published

    def _page(self, request: HttpRequest, name: str, **more: Any) -> TemplateResponse:
        context = self.admin_site.each_context(request)
        title = _("Publish weights")
        context |= {"opts": self.opts, "title": title, **more}
        return TemplateResponse(request, f"admin/matching/weightset/{name}.html", context)


def _pairing(slug: str) -> Pairing:
    try:
        return registry.get(slug)
    except LookupError as error:
        raise Http404(str(error)) from None


def _lines(row: WeightSet) -> list[tuple[str, int, int]]:
    rules = {rule.name: str(rule.label) for rule in registry.get(row.pairing).rules}
    return [(rules.get(name, name), *pair) for name, pair in row.weights.items()]
