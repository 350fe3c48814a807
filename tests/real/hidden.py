"""How well profiles that leave skills out are judged, with and without what other skills tell.

Half of the survey's respondents teach which skills tell of which. Of the other half, some are
people of whom a third of the skills is hidden, the others are jobs: five of their own skills. Who
truly has four of the five fits. Breadth is how many skills somebody says: it is what popularity is
elsewhere, and is matched against in the third figure.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.measures import Measurement, Question
from matching.pairings.values import RELATED, skill_credit
from tests.real import relating

SEED, JOBS, ASKED, ENOUGH = 1948, 400, 5, 4
HIDDEN, SAID_LEVEL = 1 / 3, 2
Skills = NDArray[np.bool_]
"""[person, skill]"""


@dataclass(frozen=True)
class Halves:
    """teaching: [person, skill] whole; true, said: other people, whole and with some hidden.

    jobs: [job, 5] the skills that each asks for
    """

    slugs: list[str]
    teaching: Skills
    true: Skills
    said: Skills
    jobs: NDArray[np.int64]


def halves(people: relating.Held) -> Halves:
    rng = np.random.default_rng(SEED)
    slugs = sorted({slug for skills in people.values() for slug in skills})
    place = {slug: number for number, slug in enumerate(slugs)}
    table = np.zeros((len(people), len(slugs)), bool)
    for row, name in enumerate(sorted(people, key=int)):
        table[row, [place[slug] for slug in people[name]]] = True
    teaching, asked = np.array_split(rng.permutation(table), 2)
    true, jobs = np.array_split(asked, 2)
    said = true & (rng.random(true.shape) >= HIDDEN)
    wide = jobs[jobs.sum(1) >= ASKED][:JOBS]
    asks = np.array([rng.choice(np.flatnonzero(job), ASKED, replace=False) for job in wide])
    return Halves(slugs, teaching, true, said, asks)


def learned(found: Halves, apart: set[tuple[str, str]]) -> Mapping[int, list[int]]:
    """Teller to told, as places."""
    place = {slug: number for number, slug in enumerate(found.slugs)}
    people = (frozenset(found.slugs[s] for s in np.flatnonzero(row)) for row in found.teaching)
    told: dict[int, list[int]] = {}
    for row in relating.related(people, apart):
        told.setdefault(place[row["teller"]], []).append(place[row["told"]])
    return told


def told(found: Halves, by: Mapping[int, list[int]]) -> Skills:
    """Skills that are not said, but told of."""
    table = np.zeros_like(found.said)
    for teller, skills in by.items():
        for skill in skills:
            table[:, skill] |= found.said[:, teller]
    return table & ~found.said


def measured(found: Halves, by: Mapping[int, list[int]]) -> dict[str, Measurement]:
    """By ranker: every job is a query, everybody its pool, who truly fits its positives."""
    guessed = told(found, by)
    credits = (skill_credit(SAID_LEVEL, 0) * found.said, skill_credit(RELATED, 0) * guessed)
    rng = np.random.default_rng(SEED)
    breadth = found.said.sum(1)
    rankers = {name: Measurement(SEED) for name in ("Silah", "said alone", "breadth", "random")}
    for asked, positives in _queries(found):
        question = Question(positives, breadth)
        alone, both = credits[0][:, asked].sum(1), sum(credits)[:, asked].sum(1)
        rankers["Silah"].add(both.astype(float), question)
        rankers["said alone"].add(alone.astype(float), question)
        rankers["breadth"].add(breadth.astype(float), question)
        rankers["random"].add(rng.random(len(breadth)), question)
    return rankers


def _queries(found: Halves) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Jobs that somebody fits, and not half of everybody."""
    for asked in found.jobs:
        fits = np.flatnonzero(found.true[:, asked].sum(1) >= ENOUGH)
        if 0 < len(fits) < len(found.true) / 2:
            yield asked, fits


def foretold(found: Halves, by: Mapping[int, list[int]]) -> dict[str, float]:
    """How often a skill that was hidden is held, by whether the rest tells of it."""
    unsaid = ~found.said
    guessed = told(found, by)
    return {
        "told": float(found.true[guessed].mean()),
        "not told": float(found.true[unsaid & ~guessed].mean()),
    }


def hits(found: Halves, by: Mapping[int, list[int]], k: int = 5) -> dict[str, float]:
    """One skill of everybody hidden: how often it is among the k that are guessed first."""
    rng = np.random.default_rng(SEED)
    popular = found.teaching.mean(0)
    reached: dict[str, list[bool]] = {"told, then popular": [], "popular": [], "random": []}
    for row in found.true[found.true.sum(1) >= 2]:
        hidden = rng.choice(np.flatnonzero(row))
        said = row.copy()
        said[hidden] = False
        guessed = popular.copy()
        for teller in np.flatnonzero(said):
            guessed[by.get(int(teller), [])] += 1
        for name, scores in (
            ("told, then popular", guessed),
            ("popular", popular),
            ("random", rng.random(len(popular))),
        ):
            reached[name].append(bool((scores[~said] > scores[hidden]).sum() < k))
    return {name: float(np.mean(found)) for name, found in reached.items()}
