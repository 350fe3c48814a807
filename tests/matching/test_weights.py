"""Weights that were published stand, whatever is declared later."""

import pytest

from matching import runs, weights
from matching.models import Opening, TopMatches, WeightSet
from matching.pairings import registry
from matching.pairs import explain_pair
from tests import make

pytestmark = pytest.mark.django_db
NEW = ("holder_answers", "requirer_answers")
HIRING = registry.get("hiring")


@pytest.fixture
def older() -> WeightSet:
    """Published when nobody's answering was a criterion: what it weighs now went to the skills."""
    named = {name: pair for name, pair in HIRING.weights.items() if name not in NEW}
    named["skills"] = (named["skills"][0] + 40, named["skills"][1] + 40)
    holder, requirer = zip(*named.values(), strict=True)
    return WeightSet.objects.create(
        pairing="hiring", version=3, criteria=list(named), holder=holder, requirer=requirer
    )


def test_a_criterion_declared_later_counts_nothing_until_weights_are_published(
    older: WeightSet,
) -> None:
    expected = weights.Current(3, {**older.weights, **dict.fromkeys(NEW, (0, 0))})
    job = make.a_job()
    carried = weights.carried(Opening.objects.with_owner()).get(pk=job.pk)
    assert weights.current(HIRING) == weights.of(carried) == expected
    weights.publish(pairing="hiring", weights=HIRING.weights, by_id=None)
    assert weights.current(HIRING) == weights.Current(4, HIRING.weights)


def test_matches_are_scored_and_explained_by_weights_older_than_a_criterion(
    older: WeightSet,
) -> None:
    job, search = make.a_job(), make.looks_for_a_job(make.a_graduate(answers=0))
    runs.run("hiring")
    stored = TopMatches.objects.get(opening=job)
    view = explain_pair(HIRING, job.pk, search.pk, own_side="opening")
    assert (stored.weights_version, stored.ids, stored.scores) == (3, [search.pk], [view.score])
    assert {(row.own_weight, row.their_weight) for row in view.rows if row.name in NEW} == {(0, 0)}


def test_weights_of_a_criterion_that_is_gone_do_not_count(older: WeightSet) -> None:
    WeightSet.objects.filter(pk=older.pk).update(
        criteria=["luck" if name == "pay" else name for name in older.criteria]
    )
    assert weights.current(HIRING) == weights.Current(0, HIRING.weights)
