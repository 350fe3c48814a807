"""Do an investor's deeds foretell the next one, beside what the mandate says?

The product's own two rules ("Has funded before", "Has funded there") on its own engine,
beside the pairing without them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matching.engine.oracle import score
from matching.measures import Figures, Measurement, Question, Scores
from matching.pairings.declaration import Pairing, Rule
from matching.pairings.deeds import kinds, told
from matching.pairings.facts import Facts
from matching.pairings.investing import FUNDED, FUNDED_THERE, PAIRING
from profiles.models import Governorate
from tests.real.india_rounds import COUNTRY, CUT, LEAN, MOST_INVESTORS, REGION, Round, Rounds

SEED = 1948
TAKEN = {"sectors": FUNDED, "region": FUNDED_THERE}
"""From which rule each of the two has its weight."""


def without(*left_out: Rule) -> Pairing:
    """Investing without these of the two; what each weighs is with the rule it was taken from."""
    kept = (rule for rule in PAIRING.rules if rule not in left_out)
    return replace(PAIRING, rules=tuple(_heavier(rule, left_out) for rule in kept))


def _heavier(rule: Rule, left_out: Collection[Rule]) -> Rule:
    taken = TAKEN.get(rule.name)
    if taken is None or taken not in left_out:
        return rule
    holder, requirer = (sum(pair) for pair in zip(rule.weights, taken.weights, strict=True))
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
        return [self._mandate(key, portfolio) for key, portfolio in enumerate(found)]

    @cached_property
    def governorates(self) -> dict[str, int]:
        """Keys by code."""
        return dict(Governorate.objects.values_list("code", "pk"))

    @cached_property
    def positives(self) -> list[list[int]]:
        place = {name: key for key, name in enumerate(self.rounds.portfolios)}
        return [sorted(place[n] for n in one.investors if n in place) for one in self.raises]

    def scores(self, pairing: Pairing) -> Scores:
        """[raise, mandate]: 0..1,000,000, or -1 where ruled out."""
        holders = [pairing.holder_of(self._raise(n, one)) for n, one in enumerate(self.raises)]
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

    def _mandate(self, key: int, portfolio: list[Round]) -> Facts:
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
            funded=tuple(told(map(self._kinds, portfolio))),
        )

    def _raise(self, key: int, one: Round) -> Facts:
        return Facts(
            id=key,
            profile_id=key,
            country=COUNTRY,
            governorate=self.governorates.get(self.rounds.places.get(one.city, "")),
            stages=one.stages,
            sectors=one.sectors,
            usd_min=one.amount // MOST_INVESTORS if one.amount else None,
            usd_max=one.amount,
        )

    def _kinds(self, one: Round) -> list[str]:
        return kinds(one.stages, one.sectors, self.rounds.places.get(one.city, ""))


def trial(rounds: Rounds) -> Trial:
    assert all(one.date < CUT for p in rounds.portfolios.values() for one in p)
    return Trial(rounds)
