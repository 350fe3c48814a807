"""Compares the engine's ranking with who did come together, beside popularity and chance.

A query is one party on one day; its positives are those it came together with on that day. The
pool is every counterpart that may be matched now, or of those the ones seen before that day.
Popularity knows only what was earlier. No exclusions: the question is how the facts rank.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from matching.measures import Figures, Measurement, Question, Scores
from matching.pairings.declaration import Pairing, Side
from matching.wholepool import WholePool

PoolName = Literal["all", "seen-before"]
SEED = 1948


class EvaluationError(ValueError):
    """Nothing can be measured; the message is a sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Together:
    """A row of the truth: an opening and a candidate, by their ids in files, met on a day."""

    opening: str
    candidacy: str
    as_of: date


@dataclass
class Report:
    """Figures by ranker, and what they were measured on; `dropped` counts rows by reason."""

    queries: int = 0
    positives: int = 0
    pools: list[int] = field(default_factory=list)
    dropped: "Counter[str]" = field(default_factory=Counter)
    figures: dict[str, Figures] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class _Met:
    """A row as places: of the query among its side (-1: not there), of the other in the pool."""

    as_of: date
    query: int
    other: int


def evaluate(
    pairing: Pairing, rows: Iterable[Together], *, query: Side, pool: PoolName, since: date
) -> Report:
    """Ask about the rows of `since` and later; earlier ones only say who was popular.

    Raises EvaluationError where nothing is left to ask.
    """
    engine, report = WholePool(pairing, query), Report()
    met = _met(rows, engine, query, report)
    measured = {name: Measurement(SEED) for name in ("Silah", "popularity", "random")}
    rng = np.random.default_rng(SEED)
    for scores, question in _questions(met, engine, pool, since, report):
        measured["Silah"].add(scores, question)
        measured["popularity"].add(question.popularity.astype(np.float64), question)
        measured["random"].add(rng.random(len(scores)), question)
    if not report.queries:
        raise EvaluationError(
            f"No row can be asked about ({_listed(report.dropped)}). "
            "Load its openings and candidacies first."
        )
    report.figures = {name: measurement.figures() for name, measurement in measured.items()}
    return report


def _listed(dropped: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in dropped.items()) or "it has none"


def _met(rows: Iterable[Together], engine: WholePool, query: Side, report: Report) -> list[_Met]:
    """Rows in the order of days; those whose counterpart is not there are dropped and counted."""
    found: set[_Met] = set()
    for row in rows:
        own, other = row.opening, row.candidacy
        if query == "candidacy":
            own, other = other, own
        place = engine.counterparts.get(other)
        if place is None:
            report.dropped[f"without an active counterpart in {engine.pairing.slug}"] += 1
            continue
        met = _Met(row.as_of, engine.queries.get(own, -1), place)
        if met.query >= 0 and met in found:
            report.dropped["repeated"] += 1
        found.add(met)
    return sorted(found)


def _questions(
    met: list[_Met], engine: WholePool, pool: PoolName, since: date, report: Report
) -> Iterator[tuple[Scores, Question]]:
    """Day by day: what the engine says of each query's pool, and what is asked of it."""
    popularity = np.zeros(len(engine), np.int64)
    for day, that_day in groupby(met, key=lambda row: row.as_of):
        rows = list(that_day)
        if day >= since:
            yield from _of_a_day(rows, popularity, engine, pool, report)
        np.add.at(popularity, [row.other for row in rows], 1)


def _of_a_day(
    rows: list[_Met],
    popularity: NDArray[np.int64],
    engine: WholePool,
    pool: PoolName,
    report: Report,
) -> Iterator[tuple[Scores, Question]]:
    members = np.arange(len(engine)) if pool == "all" else np.flatnonzero(popularity)
    positives = _positives(rows, members, report)
    scores = engine.scores(list(positives))
    for of_pool, others in zip(scores, positives.values(), strict=True):
        report.queries += 1
        report.positives += len(others)
        report.pools.append(len(members))
        places = np.searchsorted(members, np.array(sorted(others), np.int64))
        yield of_pool[members], Question(places, popularity[members])


def _positives(
    rows: list[_Met], members: NDArray[np.int64], report: Report
) -> dict[int, list[int]]:
    """Query to counterparts; rows without a query or outside the pool are dropped and counted."""
    in_pool = set(members.tolist())
    found: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.query < 0:
            report.dropped["whose query is not there"] += 1
        elif row.other not in in_pool:
            report.dropped["outside the pool"] += 1
        else:
            found[row.query].append(row.other)
    return found
