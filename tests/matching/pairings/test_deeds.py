"""What is told of rounds: nothing of one, a kind from two on, and what the two sides have of it."""

import pytest
from django.utils.translation import override

from matching.engine.criteria import UNSAID
from matching.engine.oracle import score
from matching.pairings import deeds, values
from matching.pairings.codes import Stage
from matching.pairings.facts import Facts
from matching.pairings.investing import FUNDED, FUNDED_THERE, PAIRING
from profiles.labels import governorate_choices, sector_choices
from profiles.models import Governorate

pytestmark = pytest.mark.django_db
SEED_FINTECH = deeds.kinds(["seed"], ["fintech"])


def investor(*rounds):
    return Facts(id=1, profile_id=1, funded=tuple(deeds.told(rounds)))


def startup(stages=(), sectors=(), governorate=""):
    place = Governorate.objects.filter(code=governorate).values_list("pk", flat=True).first()
    return Facts(id=2, profile_id=2, stages=stages, sectors=sectors, governorate=place)


def common(owner, candidate):
    funded, raised = deeds.funded(owner), deeds.raised(candidate)
    return None if None in (funded, raised) else (funded & raised).bit_count()


def scored(candidate, owner):
    sides = PAIRING.holder_of(candidate), PAIRING.requirer_of(owner)
    return score(*sides, PAIRING.criteria, PAIRING.weights)


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
    ("times", "of_startup", "bits"),
    [
        (1, (("seed",), ("fintech",)), None),
        (2, ((), ()), None),
        (2, (("growth",), ("health",)), 0),
        (2, (("seed",), ("health",)), 1),
        (2, (("seed",), ("fintech",)), 2),
        (4, (("seed",), ("fintech",)), 4),
    ],
)
def test_what_both_share_counts_once_more_where_it_was_funded_often(times, of_startup, bits):
    assert common(investor(*[SEED_FINTECH] * times), startup(*of_startup)) == bits


@pytest.mark.parametrize(
    ("times", "governorate", "bits"),
    [(1, "PS-NBS", None), (2, "", None), (2, "PS-GZA", 0), (3, "PS-NBS", 1), (4, "PS-NBS", 2)],
)
def test_a_place_counts_by_itself(times, governorate, bits):
    owner = investor(*[deeds.kinds((), (), "PS-NBS")] * times)
    funded, there = deeds.funded_there(owner), deeds.raised_there(startup(governorate=governorate))
    assert deeds.funded(owner) is None
    assert (None if None in (funded, there) else (funded & there).bit_count()) == bits


def test_every_kind_has_a_bit_of_its_own():
    slugs, places = (
        [code for code, _ in each] for each in (sector_choices(), governorate_choices())
    )
    codes = deeds.kinds(Stage.values, slugs)
    there = [kind for place in places for kind in deeds.kinds((), (), place)]
    told = [code + how for code in codes + there for how in ("", deeds.OFTEN)]
    facts = Facts(id=1, profile_id=1, funded=tuple(told))
    for mask, found, width in (
        (deeds.funded(facts), codes, deeds.WIDTH),
        (deeds.funded_there(facts), there, deeds.WIDTH_OF_PLACES),
    ):
        assert mask.bit_count() == 2 * len(found) > 30
        assert mask < 1 << width


def test_a_deed_elsewhere_is_worth_as_much_as_no_record_and_never_a_veto():
    worth = [values.funded_before(bits, 1) for bits in (0, 1, 2, 4, 5)]
    assert worth == [UNSAID, 550, 700, 1000, 1000]
    there = [values.funded_there(bits, 1) for bits in (0, 1, 2)]
    assert there == [UNSAID, 700, 1000]


def test_who_funded_such_rounds_before_comes_first_and_who_did_not_stays_where_they_were():
    candidate = startup(("seed",), ("fintech",))
    nobody, elsewhere = investor(), investor(*[deeds.kinds(["growth"], ["health"])] * 4)
    twice, often = investor(*[SEED_FINTECH] * 2), investor(*[SEED_FINTECH] * 4)
    points = [scored(candidate, owner) for owner in (nobody, elsewhere, twice, often)]
    assert points[0] == points[1] < points[2] < points[3]


def test_a_startup_where_the_investor_funded_before_comes_first_for_them():
    owner = investor(*[deeds.kinds((), (), "PS-NBS")] * 2)
    here, elsewhere, unsaid = (startup(governorate=each) for each in ("PS-NBS", "PS-GZA", ""))
    assert scored(unsaid, owner) == scored(elsewhere, owner) < scored(here, owner)


def test_deeds_weigh_a_little_and_what_they_tell_of_still_more():
    assert (FUNDED.weights, FUNDED_THERE.weights) == ((48, 48), (0, 48))
    assert PAIRING.rule("sectors").weights == (192, 240)
    assert PAIRING.rule("region").weights == (48, 96)


def test_a_record_is_said_in_words_what_was_funded_often_first():
    rounds = [SEED_FINTECH] * 4 + [deeds.kinds(["growth"], ["health"])] * 2
    assert FUNDED.says_requirer(investor(*rounds)) == (
        "Seed, Fintech and banking (at least four times); "
        "Growth, Health and life sciences (at least twice)"
    )
    assert FUNDED.says_requirer(investor()) == "not known yet"
    there = investor(*[deeds.kinds(["seed"], [], "PS-NBS")] * 2)
    assert FUNDED_THERE.says_requirer(there) == "Nablus (at least twice)"
    assert FUNDED.says_requirer(there) == "Seed (at least twice)"
    with override("ar"):
        assert "التقنية المالية" in FUNDED.says_requirer(investor(*rounds))
