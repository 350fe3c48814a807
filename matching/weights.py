"""Which weights count now, and publishing others."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from ledger.actions import record
from matching.engine.criteria import Weights, check_weights
from matching.models import Candidacy, Opening, WeightSet
from matching.pairings import registry
from matching.pairings.declaration import Pairing

WEIGHTS_PUBLISHED = "weights.published"


class Current(NamedTuple):
    version: int
    weights: Weights


def current(pairing: Pairing) -> Current:
    """The newest published weights; version 0 are those of the pairing's own file.

    What they do not name, because it was declared later, counts nothing until others are published.
    """
    return _in_force(pairing, _newest_of(pairing.slug).first())


def carried(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """Openings or candidacies with the weights of their pairing, for `of`."""
    newest = _newest_of(OuterRef("pairing"))
    told = JSONObject(**{name: name for name in ("version", "criteria", "holder", "requirer")})
    found: QuerySet[Any] = rows.annotate(newest_weights=Subquery(newest.values(told=told)[:1]))
    return found


def of(row: Opening | Candidacy) -> Current:
    """`current` of the row's pairing, asked for only where the row does not carry it."""
    if not hasattr(row, "newest_weights"):
        return current(row.declaration)
    told = row.newest_weights
    return _in_force(row.declaration, WeightSet(**told) if told else None)


def _newest_of(pairing: str | OuterRef) -> "QuerySet[WeightSet]":
    return WeightSet.objects.filter(pairing=pairing).order_by("-version")


def _in_force(pairing: Pairing, newest: WeightSet | None) -> Current:
    if newest is None:
        return Current(0, pairing.weights)
    counted = dict.fromkeys(pairing.weights, (0, 0)) | dict(newest.weights)
    if check_weights(pairing.criteria, counted):
        return Current(0, pairing.weights)
    return Current(newest.version, counted)


@transaction.atomic
def publish(*, pairing: str, weights: Weights, by_id: int | None) -> WeightSet:
    """Publish a new version. Raises ValidationError, a sentence a mistake, and writes nothing."""
    declared = registry.get(pairing)
    wrong = check_weights(declared.criteria, weights)
    if wrong:
        raise ValidationError(wrong)
    last = WeightSet.objects.filter(pairing=pairing).aggregate(last=Max("version"))["last"] or 0
    published = WeightSet.objects.create(
        pairing=pairing,
        version=last + 1,
        criteria=list(weights),
        holder=[holder for holder, _ in weights.values()],
        requirer=[requirer for _, requirer in weights.values()],
        published_by_id=by_id,
    )
    record(verb=WEIGHTS_PUBLISHED, subject=published, actor_id=by_id, codes={"pairing": pairing})
    return published
