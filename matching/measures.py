"""How good a ranking is, measured on who did come together. Pure functions of arrays."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
"""One score for each member of a pool; below 0 means ruled out: never in a list."""

MATCHED = 100
"""Members of the pool that a positive is compared with in the popularity-matched AUC."""


class Figures(NamedTuple):
    """Each 0..1. Recalls are means over queries, AUCs over positives."""

    recall_10: float
    recall_50: float
    auc: float
    matched_auc: float


@dataclass(frozen=True, slots=True)
class Question:
    """One query of an evaluation.

    positives: places in the pool of those who did come together with the query
    popularity: int64 [pool], how often each had come together with anyone before
    """

    positives: NDArray[np.int64]
    popularity: NDArray[np.int64]


def recall(k: int, scores: Scores, positives: NDArray[np.int64]) -> float:
    """The share of the positives among the k best; ties count as if drawn by lot."""
    own, ordered = scores[positives], np.sort(scores)
    beaten, not_above = _places(own, ordered)
    chances = (k - (len(ordered) - not_above)) / (not_above - beaten)
    return float(np.mean(np.where(own < 0, 0.0, np.clip(chances, 0.0, 1.0))))


def auc(own: Scores, others: Scores) -> Scores:
    """The share of the others that each of these scores beats; a tie counts half."""
    beaten, not_above = _places(own, np.sort(others))
    shares: Scores = (beaten + 0.5 * (not_above - beaten)) / len(others)
    return shares


def _places(own: Scores, ordered: Scores) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How many of the ordered scores each beats, and how many are not above it."""
    return np.searchsorted(ordered, own, "left"), np.searchsorted(ordered, own, "right")


def aucs(scores: Scores, question: Question) -> list[float]:
    """One AUC a positive, against everyone in the pool who is no positive."""
    others = scores[_negatives(question)]
    return auc(scores[question.positives], others).tolist() if len(others) else []


def matched_aucs(scores: Scores, question: Question, rng: np.random.Generator) -> list[float]:
    """One AUC a positive, against 100 others of its popularity (the nearest where too few)."""
    negatives = rng.permutation(_negatives(question))
    if not len(negatives):
        return []
    own, popularity = scores[question.positives], question.popularity[question.positives]
    found = np.empty(len(own))
    for value in np.unique(popularity):
        nearest = _nearest(negatives, question.popularity, value)
        found[popularity == value] = auc(own[popularity == value], scores[nearest])
    return found.tolist()


def _nearest(
    negatives: NDArray[np.int64], popularity: NDArray[np.int64], value: np.int64
) -> NDArray[np.int64]:
    distance = np.abs(popularity[negatives] - value)
    nearest: NDArray[np.int64] = negatives[np.argsort(distance, kind="stable")[:MATCHED]]
    return nearest


def _negatives(question: Question) -> NDArray[np.int64]:
    everyone = np.arange(len(question.popularity))
    return np.setdiff1d(everyone, question.positives, assume_unique=True)


class Measurement:
    """Gathers one ranker's figures, a question at a time; the same seed draws the same others."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.recalls: list[tuple[float, float]] = []
        self.aucs: list[float] = []
        self.matched: list[float] = []

    def add(self, scores: Scores, question: Question) -> None:
        positives = question.positives
        self.recalls.append((recall(10, scores, positives), recall(50, scores, positives)))
        self.aucs += aucs(scores, question)
        self.matched += matched_aucs(scores, question, self.rng)

    def figures(self) -> Figures:
        at_10, at_50 = np.mean(self.recalls, axis=0)
        return Figures(float(at_10), float(at_50), _mean(self.aucs), _mean(self.matched))


def _mean(values: list[float]) -> float:
    return float(np.mean(values)) if values else float("nan")
