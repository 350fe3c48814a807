"""What is known of the five routes for one employer and one place."""

from dataclasses import dataclass
from itertools import groupby

from grants.models import RouteFact
from grants.routes.words import MEANINGS
from matching.pairings.codes import Route

Kind = RouteFact.Kind
ASKED = (Kind.NEEDS, Kind.PAYS)
"""What everybody wants to know of every route."""


@dataclass(frozen=True, slots=True)
class Way:
    """One route, with its facts: what blocks it first, then by kind, then as they were stated."""

    route: Route
    facts: tuple[RouteFact, ...]

    @property
    def meaning(self) -> str:
        return str(MEANINGS[self.route])

    @property
    def is_blocked(self) -> bool:
        return any(fact.blocks for fact in self.facts)

    @property
    def is_particular(self) -> bool:
        """Whether something is known of it for this pair, and not for any alone."""
        return any(fact.is_particular for fact in self.facts)

    @property
    def not_found(self) -> list[str]:
        """Which kinds of fact nobody has found of it."""
        return [kind for kind in ASKED if not any(fact.kind == kind for fact in self.facts)]

    @property
    def is_of_ones_own(self) -> bool:
        """Whether the employer itself must employ: where it cannot, a local firm can."""
        return self.route in (Route.DIRECT, Route.BRANCH)


def ways_for(country: str, place: str) -> list[Way]:
    """The five in their declared order, which is no ranking; those that do not work come last."""
    rows = RouteFact.objects.standing().for_pair(country, place).order_by("route", "pk")
    found = {route: tuple(facts) for route, facts in groupby(rows, key=lambda row: row.route)}
    ways = [Way(route, _in_order(found.get(route, ()))) for route in Route]
    return sorted(ways, key=lambda way: way.is_blocked)


def _in_order(facts: tuple[RouteFact, ...]) -> tuple[RouteFact, ...]:
    return tuple(sorted(facts, key=lambda fact: (not fact.blocks, Kind.values.index(fact.kind))))


def offers_local_firm(ways: list[Way], way: Way) -> bool:
    """Where the employer cannot employ by itself, a local firm is named right there."""
    works = not any(each.route is Route.LOCAL_FIRM and each.is_blocked for each in ways)
    return works and way.is_blocked and way.is_of_ones_own
