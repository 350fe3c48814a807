"""What a programme could be worth: exact to the cent, a range where it is open, else no figure."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grants.amounts import CoInvestment, CostShare, Stipend, Tier, estimate, still_needed
from grants.rules import Parameter, Provenance, Span

TODAY = date(2026, 11, 26)
NEXUS = CostShare("cost", "cap", (Tier("share_women", "women_led"), Tier("share")))
MATCH = CoInvestment("money", "ratio", "cap", "round", "most")
INTERN = Stipend("monthly", "cap", "months", "most_months", "heads")


def published(**numbers: str | None) -> dict[str, Parameter]:
    def one(name: str, number: str | None) -> Parameter:
        if number is None:
            return Parameter(name, (Span(None, Provenance.PLACEHOLDER),))
        return Parameter(name, (Span(Decimal(number), Provenance.PUBLISHED),))

    return {name: one(name, number) for name, number in numbers.items()}


OF_NEXUS = published(cap="30000", share="80", share_women="90")


@pytest.mark.parametrize(
    ("facts", "low", "high"),
    [
        ({}, "28800.00", "30000.00"),
        ({"women_led": True}, "30000.00", "30000.00"),
        ({"women_led": False}, "28800.00", "28800.00"),
    ],
)
def test_nexus_at_36_000_as_published(facts, low, high):
    found = estimate(NEXUS, {"cost": Decimal(36_000), **facts}, OF_NEXUS, as_of=TODAY)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))
    assert found.is_range is (not facts)


def test_the_arithmetic_is_told_with_the_bound_that_holds():
    facts = {"cost": Decimal(36_000), "women_led": True}
    (way,) = estimate(NEXUS, facts, OF_NEXUS, as_of=TODAY).ways
    told = [(line.code, line.gives, line.is_decisive) for line in way.lines]
    assert told == [("share", Decimal("32400.00"), False), ("cap", Decimal("30000.00"), True)]


def test_a_placeholder_gives_the_formula_and_no_figure():
    parameters = OF_NEXUS | published(cap=None)
    found = estimate(NEXUS, {"cost": Decimal(36_000)}, parameters, as_of=TODAY)
    assert (found.low, found.high, found.ways) == (None, None, ())
    assert found.unpublished == ("cap",)


def test_without_the_cost_there_is_no_figure_and_it_is_named():
    found = estimate(NEXUS, {"women_led": True}, OF_NEXUS, as_of=TODAY)
    assert (found.is_known, found.unsaid) == (False, ("cost",))


def test_it_is_rounded_down_to_the_cent():
    found = estimate(NEXUS, {"cost": Decimal("0.99"), "women_led": False}, OF_NEXUS, as_of=TODAY)
    assert found.low == Decimal("0.79")


def test_a_match_is_bound_by_its_ratio_its_cap_and_the_share_of_the_round():
    parameters = published(ratio="0.5", cap="100000", most="30")
    for money, whole, amount in (
        ("60000", "500000", "30000.00"),
        ("400000", "900000", "100000.00"),
        ("60000", "90000", "27000.00"),
    ):
        facts = {"money": Decimal(money), "round": Decimal(whole)}
        assert estimate(MATCH, facts, parameters, as_of=TODAY).high == Decimal(amount)


def test_what_is_still_needed_unlocks_the_whole_match():
    parameters = published(ratio="0.5", cap="100000", most="30")
    needed = still_needed(MATCH, {"money": Decimal(60_000)}, parameters, as_of=TODAY)
    assert needed == Decimal(140_000)
    enough = still_needed(MATCH, {"money": Decimal(250_000)}, parameters, as_of=TODAY)
    assert enough == 0
    unknown = published(ratio=None, cap="100000", most="30")
    assert still_needed(MATCH, {"money": Decimal(1)}, unknown, as_of=TODAY) is None


def test_a_stipend_is_capped_by_month_and_by_months_for_each_person():
    parameters = published(cap="500", most_months="24")
    for monthly, months, heads, amount in (
        (400, 6, 1, "2400.00"),
        (700, 6, 2, "6000.00"),
        (700, 30, 1, "12000.00"),
    ):
        facts = {"monthly": monthly, "months": months, "heads": heads}
        assert estimate(INTERN, facts, parameters, as_of=TODAY).high == Decimal(amount)


money = st.decimals(0, 10**9, places=2)


@given(money, st.sampled_from([{}, {"women_led": True}, {"women_led": False}]))
def test_it_is_never_more_than_the_cost_or_the_cap_and_a_range_holds_every_way(cost, facts):
    found = estimate(NEXUS, {"cost": cost, **facts}, OF_NEXUS, as_of=TODAY)
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.high <= min(cost, Decimal(30_000))
    for said in (True, False):
        exact = estimate(NEXUS, {"cost": cost, "women_led": said} | facts, OF_NEXUS, as_of=TODAY)
        assert exact.low is not None
        assert found.low <= exact.low <= found.high
