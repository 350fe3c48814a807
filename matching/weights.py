"""Which weights count now, and publishing others."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from ledger.actions import record
from matching.engine.criteria import Weights, check_weights
from matching.models import WeightSet
from matching.pairings import registry
from matching.pairings.declaration import Pairing

WEIGHTS_PUBLISHED = "weights.published"


class Current(NamedTuple):
    version: int
    weights: Weights


def current(pairing: Pairing) -> Current:
    """The newest published weights; version 0 are those of the pairing's own file."""
    newest = WeightSet.objects.filter(pairing=pairing.slug).order_by("-version").first()
    if newest is None or check_weights(pairing.criteria, newest.weights):
        return Current(0, pairing.weights)
    return Current(newest.version, newest.weights)


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
