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
    return float(np.mean([_chance(k, scores, scores[place]) for place in positives]))


def _chance(k: int, scores: Scores, own: float) -> float:
    if own < 0:
        return 0.0
    above, tied = int((scores > own).sum()), int((scores == own).sum())
    return min(1.0, max(0.0, (k - above) / tied))


def auc(own: float, others: Scores) -> float:
    """The share of the others that a positive's score beats; a tie counts half."""
    return float(((others < own).sum() + 0.5 * (others == own).sum()) / len(others))


def aucs(scores: Scores, question: Question) -> list[float]:
    """One AUC a positive, against everyone in the pool who is no positive."""
    others = scores[_negatives(question)]
    return [auc(scores[place], others) for place in question.positives] if len(others) else []


def matched_aucs(scores: Scores, question: Question, rng: np.random.Generator) -> list[float]:
    """One AUC a positive, against 100 others of its popularity (the nearest where too few)."""
    negatives = rng.permutation(_negatives(question))
    if not len(negatives):
        return []
    return [
        auc(scores[place], scores[_nearest(negatives, question.popularity, place)])
        for place in question.positives
    ]


def _nearest(
    negatives: NDArray[np.int64], popularity: NDArray[np.int64], place: np.int64
) -> NDArray[np.int64]:
    distance = np.abs(popularity[negatives] - popularity[place])
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
