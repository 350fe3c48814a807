"""`evaluate`: the engine's whole ranking against who did come together."""

from datetime import date
from io import StringIO

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from matching import facts, weights
from matching.engine import oracle
from matching.evaluation import EvaluationError, Together, evaluate
from matching.models import Candidacy, Opening
from matching.pairings import registry
from matching.wholepool import WholePool
from tests import make

pytestmark = pytest.mark.django_db

FIRST_DAY = date.min
STAGES = ["seed", "growth"]


@pytest.fixture
def market():
    """Mandates M-0..M-3 and raises S-0..S-1: even mandates fit S-0, odd ones fit S-1."""
    for number in range(4):
        mandate = make.a_mandate(make.an_investor(), stages=[STAGES[number % 2]])
        Opening.objects.filter(pk=mandate.pk).update(external_id=f"M-{number}")
    for number in range(2):
        startup = make.a_startup(external_id=f"S-{number}")
        make.raises(startup, stages=[STAGES[number]])


def run(tmp_path, text, *options):
    path = tmp_path / "truth.csv"
    path.write_text(text)
    out, err = StringIO(), StringIO()
    try:
        call_command("evaluate", "investing", str(path), *options, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}", error.returncode
    return out.getvalue(), err.getvalue(), 0


def ask(*rows, query="candidacy", pool="all", since=FIRST_DAY):
    together = [
        Together(opening, candidate, date(2020, month, 1)) for opening, candidate, month in rows
    ]
    return evaluate(registry.get("investing"), together, query=query, pool=pool, since=since)


@pytest.mark.parametrize("query", ["opening", "candidacy"])
@pytest.mark.parametrize("slug", ["investing", "mentorship"])
def test_scores_of_the_whole_pool_are_the_oracles(monkeypatch, market, query, slug):
    """Also where the pool is larger than what one scan keeps."""
    monkeypatch.setattr("matching.wholepool.MOST_ASKED", 3)
    for hours in range(5):
        make.a_mentoring_offer(hours_month=hours)
        make.looks_for_a_mentor(make.a_graduate())
    pairing = registry.get(slug)
    found = WholePool(pairing, query)
    weighed = weights.current(pairing).weights
    holders = [pairing.holder_of(row) for row in facts.read(pairing, pairing.holder)]
    requirers = [pairing.requirer_of(row) for row in facts.read(pairing, pairing.requirer)]
    table = np.array(
        [[_oracle(h, r, pairing.criteria, weighed) for r in requirers] for h in holders]
    )
    expected = table if pairing.holder == query else table.T
    assert found.scores(range(len(expected))).tolist() == expected.tolist()


def _oracle(holder, requirer, criteria, weighed):
    score = oracle.score(holder, requirer, criteria, weighed)
    return -1 if score is None else score


def test_who_fits_is_ranked_above_who_is_ruled_out(market):
    report = ask(("M-0", "S-0", 5), ("M-1", "S-1", 5))
    assert (report.queries, report.positives, report.pools) == (2, 2, [4, 4])
    assert report.figures["Silah"].auc == pytest.approx((0.5 + 1 + 1) / 3)


def test_popularity_knows_only_what_was_earlier(market):
    later_first = ask(("M-1", "S-1", 9), ("M-0", "S-0", 5), ("M-0", "S-1", 3))
    assert later_first.figures["popularity"].auc == pytest.approx(np.mean([0.5, 1.0, 1 / 3]))


def test_rows_before_a_day_make_popular_and_are_not_asked(market):
    report = ask(("M-0", "S-1", 3), ("M-0", "S-0", 5), since=date(2020, 4, 1))
    assert (report.queries, report.figures["popularity"].auc) == (1, 1.0)


def test_the_pool_may_be_those_seen_before(market):
    report = ask(
        ("M-0", "S-1", 3), ("M-2", "S-1", 4), ("M-0", "S-0", 5), ("M-3", "S-0", 5),
        pool="seen-before",
    )  # fmt: skip
    assert report.pools == [2]
    assert report.dropped == {"outside the pool": 3}


def test_dropped_rows_are_counted_by_reason(market):
    Candidacy.objects.filter(profile__external_id="S-1").update(status="paused")
    report = ask(("M-0", "S-0", 5), ("M-0", "S-0", 5), ("M-9", "S-0", 5), ("M-0", "S-1", 5))
    assert report.dropped == {
        "repeated": 1,
        "without an active counterpart in investing": 1,
        "whose query is not there": 1,
    }


def test_either_side_may_ask(market):
    report = ask(("M-0", "S-0", 5), query="opening")
    assert (report.pools, report.figures["Silah"].auc) == ([2], 1.0)


def test_nothing_to_ask_is_told_with_the_reason(market):
    with pytest.raises(EvaluationError, match="1 without an active counterpart in investing"):
        ask(("M-9", "S-0", 5))


def test_the_figures_of_all_three_are_printed_with_the_pool(market, tmp_path):
    out, err, status = run(tmp_path, "opening,candidate,as_of\nM-0,S-0,2020-05-01\n")
    assert (err, status) == ("", 0)
    lines = out.splitlines()
    assert lines[0] == (
        "investing: 1 queries (candidates), 1 positives; pool per query 4 to 4, median 4"
    )
    assert [line.split()[0] for line in lines[2:]] == ["Silah", "popularity", "random"]


def test_an_undated_row_is_refused_with_a_sentence(market, tmp_path):
    text = "opening,candidate,as_of\nM-0,S-0,2020-05-01\nM-1,S-1,\n"
    _, err, status = run(tmp_path, text)
    assert "line 3: as_of: is empty. Write something such as 2017-07-01." in err
    assert status == 1


@pytest.mark.parametrize(
    ("text", "options", "sentence"),
    [
        ("opening,candidate\nM-0,S-0\n", [], "The first line does not name “as_of”."),
        ("opening,candidate,as_of\n", ["--query", "x"], "“x” is not one of openings, candidates"),
        ("opening,candidate,as_of\n", ["--pool", "x"], "“x” is not one of all, seen-before"),
        ("opening,candidate,as_of\n", ["--since", "x"], "--since “x” is not a day. Write it as"),
        ("opening,candidate,as_of\n", [], "No row can be asked about (it has none)."),
    ],
)
def test_what_cannot_be_measured_is_told_with_a_sentence(market, tmp_path, text, options, sentence):
    _, err, status = run(tmp_path, text, *options)
    assert (status, sentence in err) == (2, True)
