"""Do an investor's deeds foretell the next one, beside what the mandate says?

The product's own rule ("Has funded before") on the product's own engine, beside the pairing without
it, whose weight was taken from the sectors.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matching.engine.oracle import score
from matching.measures import Figures, Measurement, Question, Scores
from matching.pairings.declaration import Pairing, Rule
from matching.pairings.deeds import kinds, told
from matching.pairings.facts import Facts
from matching.pairings.investing import FUNDED, PAIRING
from tests.real.india_rounds import COUNTRY, CUT, LEAN, MOST_INVESTORS, REGION, Round, Rounds

SEED = 1948


def without_deeds() -> Pairing:
    """Investing by mandates alone: the sectors have back what the rule weighs."""
    return replace(PAIRING, rules=tuple(_heavier(rule) for rule in PAIRING.rules if rule != FUNDED))


def _heavier(rule: Rule) -> Rule:
    if rule.name != "sectors":
        return rule
    pairs = zip(rule.weights, FUNDED.weights, strict=True)
    holder, requirer = (weight + taken for weight, taken in pairs)
    return replace(rule, weights=(holder, requirer))


@dataclass(frozen=True)
class Trial:
    """The raises that came to somebody known, and every mandate, as facts."""

    rounds: Rounds

    @cached_property
    def raises(self) -> list[Round]:
        known = self.rounds.portfolios
        return [one for one in self.rounds.raises if any(name in known for name in one.investors)]

    @cached_property
    def mandates(self) -> list[Facts]:
        found = self.rounds.portfolios.values()
        return [_mandate(key, portfolio) for key, portfolio in enumerate(found)]

    @cached_property
    def positives(self) -> list[list[int]]:
        place = {name: key for key, name in enumerate(self.rounds.portfolios)}
        return [sorted(place[n] for n in one.investors if n in place) for one in self.raises]

    def scores(self, pairing: Pairing) -> Scores:
        """[raise, mandate]: 0..1,000,000, or -1 where ruled out."""
        holders = [pairing.holder_of(_raise(n, one)) for n, one in enumerate(self.raises)]
        requirers = [pairing.requirer_of(facts) for facts in self.mandates]
        rules, weights = pairing.criteria, pairing.weights
        pairs = ((score(h, r, rules, weights) for r in requirers) for h in holders)
        return np.array([[-1 if one is None else one for one in row] for row in pairs], float)

    def popularity(self) -> Iterator[Scores]:
        """Of each raise: how many rounds each investor was in before its day."""
        days: dict[int, list[str]] = defaultdict(list)
        place = {name: key for key, name in enumerate(self.rounds.portfolios)}
        for one in self.rounds.all:
            for name in one.investors if one.date else ():
                if name in place:
                    days[place[name]].append(one.date)
        for one in self.raises:
            yield np.array([bisect_left(days[key], one.date) for key in range(len(place))], float)

    def of_startups(self, rankings: Iterable[Scores]) -> Figures:
        """The investors ranked for each startup."""
        found = Measurement(SEED)
        asked = zip(rankings, self.positives, self.popularity(), strict=True)
        for ranking, positives, popularity in asked:
            found.add(ranking, Question(np.array(positives), popularity.astype(np.int64)))
        return found.figures()

    def of_investors(self, scores: Scores) -> Figures:
        """The startups ranked for each investor who funded one of them; none was popular before."""
        funded: dict[int, list[int]] = defaultdict(list)
        for startup, investors in enumerate(self.positives):
            for investor in investors:
                funded[investor].append(startup)
        found, nobody = Measurement(SEED), np.zeros(len(self.raises), np.int64)
        for investor, startups in funded.items():
            found.add(scores[:, investor], Question(np.array(startups), nobody))
        return found.figures()


def trial(rounds: Rounds) -> Trial:
    assert all(one.date < CUT for p in rounds.portfolios.values() for one in p)
    return Trial(rounds)


def _mandate(key: int, portfolio: list[Round]) -> Facts:
    """As india_rounds.mandates writes it into a file, with what the rounds tell of."""
    shares = [one.share for one in portfolio if one.share]
    return Facts(
        id=key,
        profile_id=key,
        regions=(REGION,),
        stages=tuple(dict.fromkeys(s for one in portfolio for s in one.stages)),
        sectors=tuple(dict.fromkeys(s for one in portfolio for s in one.sectors)),
        usd_min=min(shares) // LEAN if shares else None,
        usd_max=max(shares) * LEAN if shares else None,
        funded=tuple(told(kinds(one.stages, one.sectors) for one in portfolio)),
    )


def _raise(key: int, one: Round) -> Facts:
    return Facts(
        id=key,
        profile_id=key,
        country=COUNTRY,
        stages=one.stages,
        sectors=one.sectors,
        usd_min=one.amount // MOST_INVESTORS if one.amount else None,
        usd_max=one.amount,
    )
