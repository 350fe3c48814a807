"""How startups are narrowed down: by the stage of the raise too, for those who may know of it."""

from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Func, TextField, Value
from django.utils.translation import gettext_lazy as _

from matching.models import Candidacy
from matching.pairings.codes import Stage
from profiles.browsing.facets import ArrayFacet, Rows
from profiles.firms.filters import FirmFilter


class StageFacet(ArrayFacet):
    """The stages of the startup's own raise: where it has none, it did not consent to be asked."""

    def holding(self, rows: Rows, values: list[Any]) -> Rows:
        return rows.filter(pk__in=_raises().filter(stages__overlap=values).values("profile"))

    def held(self, rows: Rows) -> Rows:
        each = Func(F("stages"), function="unnest", output_field=TextField())
        found = _raises().filter(profile__in=rows.values("pk")).order_by().values(held=each)
        keyed = found.annotate(of=Value(self.field_name), keys=ArrayAgg("profile_id"))
        return keyed.values_list("of", "held", "keys")


def _raises() -> Rows:
    found: Rows = Candidacy.objects.active().filter(pairing="investing")
    return found


class TeaserFilter(FirmFilter):
    """As firms are narrowed down. For whoever is not verified: nothing of the raise."""

    type = None  # type: ignore[assignment]  # startups are of one


class StartupFilter(TeaserFilter):
    stage = StageFacet("stages", label=_("Stage"), choices=Stage.choices)
