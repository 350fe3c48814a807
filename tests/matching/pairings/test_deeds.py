"""What is told of rounds: nothing of one, a kind from two on, and what the two sides have of it."""

import pytest
from django.utils.translation import override

from matching.engine.criteria import UNSAID
from matching.engine.oracle import score
from matching.pairings import deeds, values
from matching.pairings.facts import Facts
from matching.pairings.investing import FUNDED, PAIRING

pytestmark = pytest.mark.django_db
SEED_FINTECH = deeds.kinds(["seed"], ["fintech"])


def investor(*rounds):
    return Facts(id=1, profile_id=1, funded=tuple(deeds.told(rounds)))


def startup(stages=(), sectors=()):
    return Facts(id=2, profile_id=2, stages=stages, sectors=sectors)


def common(owner, candidate):
    funded, raised = deeds.funded(owner), deeds.raised(candidate)
    return None if None in (funded, raised) else (funded & raised).bit_count()


def test_one_round_tells_nothing():
    assert deeds.told([SEED_FINTECH]) == []


def test_two_rounds_tell_only_what_they_share():
    rounds = [SEED_FINTECH, deeds.kinds(["growth"], ["fintech", "health"])]
    assert deeds.told(rounds) == ["sector:fintech"]


def test_from_four_rounds_on_it_is_told_that_there_are_more():
    assert [len(deeds.told([SEED_FINTECH] * n)) for n in (1, 2, 3, 4, 9)] == [0, 2, 2, 4, 4]


def test_a_kind_that_a_round_names_twice_counts_once():
    assert deeds.told([["stage:seed", "stage:seed"]]) == []


def test_rounds_in_another_order_tell_the_same():
    rounds = [SEED_FINTECH, deeds.kinds(["seed"], ["health"]), deeds.kinds(["seed"], ["fintech"])]
    assert deeds.told(rounds) == deeds.told(rounds[::-1]) == ["sector:fintech", "stage:seed"]


@pytest.mark.parametrize(
    ("times", "candidate", "bits"),
    [
        (1, startup(("seed",), ("fintech",)), None),
        (2, startup(), None),
        (2, startup(("growth",), ("health",)), 0),
        (2, startup(("seed",), ("health",)), 1),
        (2, startup(("seed",), ("fintech",)), 2),
        (4, startup(("seed",), ("fintech",)), 4),
    ],
)
def test_what_both_share_counts_once_more_where_it_was_funded_often(times, candidate, bits):
    assert common(investor(*[SEED_FINTECH] * times), candidate) == bits


def test_every_kind_has_a_bit_of_its_own():
    codes = [*deeds.kinds(deeds.Stage.values, ["fintech", "health"])]
    facts = Facts(id=1, profile_id=1, funded=tuple(codes + [code + deeds.OFTEN for code in codes]))
    mask = deeds.funded(facts)
    assert mask is not None
    assert mask.bit_count() == 2 * len(codes)
    assert mask < 1 << deeds.WIDTH


def test_a_deed_elsewhere_is_worth_as_much_as_no_record_and_never_a_veto():
    worth = [values.funded_before(bits, 1) for bits in (0, 1, 2, 4, 5)]
    assert worth == [UNSAID, 550, 700, 1000, 1000]


def test_who_funded_such_rounds_before_comes_first_and_who_did_not_stays_where_they_were():
    candidate = startup(("seed",), ("fintech",))
    nobody, elsewhere = investor(), investor(*[deeds.kinds(["growth"], ["health"])] * 4)
    twice, often = investor(*[SEED_FINTECH] * 2), investor(*[SEED_FINTECH] * 4)

    def scored(owner):
        sides = PAIRING.holder_of(candidate), PAIRING.requirer_of(owner)
        return score(*sides, PAIRING.criteria, PAIRING.weights)

    assert scored(nobody) == scored(elsewhere) < scored(twice) < scored(often)


def test_it_weighs_a_little_on_both_sides_and_the_sectors_still_more():
    assert FUNDED.weights == (48, 48)
    assert PAIRING.rule("sectors").weights == (192, 240)


def test_a_record_is_said_in_words_what_was_funded_often_first():
    rounds = [SEED_FINTECH] * 4 + [deeds.kinds(["growth"], ["health"])] * 2
    assert FUNDED.says_requirer(investor(*rounds)) == (
        "Seed, Fintech and banking (at least four times); "
        "Growth, Health and life sciences (at least twice)"
    )
    assert FUNDED.says_requirer(investor()) == "not known yet"
    with override("ar"):
        assert "التقنية المالية" in FUNDED.says_requirer(investor(*rounds))
