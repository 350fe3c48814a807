"""What records say for sure is not asked again, and nothing is made of silence."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from grants.known import of_engagement, of_opening, of_profile, of_raise
from grants.records import known_to
from matching.engagements import actions
from profiles.firms import vouching
from profiles.firms.models import Firm
from tests import make

pytestmark = pytest.mark.django_db


def values(known):
    return {name: said.value for name, said in known.items()}


@pytest.mark.parametrize(
    ("governorate", "place"), [("PS-GZA", "gaza"), ("PS-RBH", "west_bank"), ("PS-RFH", "gaza")]
)
def test_a_local_firm_says_what_it_does_and_where(governorate, place):
    firm = make.a_local_firm(governorate=governorate)
    assert values(of_profile(firm)) == {
        "is_foreign": False,
        "place": place,
        "business": "it_services",
    }


def test_a_company_abroad_says_that_it_is_foreign_and_nothing_of_its_business():
    assert values(of_profile(make.an_international_company())) == {
        "is_foreign": True,
        "place": "elsewhere",
    }


def test_nothing_is_known_of_a_person():
    assert of_profile(make.a_graduate()) == of_profile(make.a_mentor()) == {}


def test_registered_is_what_staff_checked_and_no_more_once_it_is_withdrawn():
    startup = make.a_startup()
    said = {"profile": startup, "fact": "registered", "number": None, "by_id": None}
    vouch = vouching.vouch(**said, checked_on=timezone.localdate())
    startup.firm = Firm.objects.get(pk=startup.pk)
    assert of_profile(startup)["registration"].value == "registered"
    vouching.withdraw(vouch=vouch, by_id=None)
    assert "registration" not in of_profile(startup)


def test_a_job_says_its_level_its_cost_and_for_how_many():
    job = make.a_job(usd_max=2400, capacity=3, seniority=3)
    assert values(of_opening(job)) == {
        "heads": 3,
        "skill_level": "advanced",
        "monthly_cost": Decimal(2400),
    }
    assert "skill_level" not in of_opening(make.a_job(seniority=1))


def test_a_tender_says_the_people_that_it_asks_for_and_not_its_places():
    assert values(of_opening(make.a_tender(headcount=12, capacity=1)))["heads"] == 12
    assert "heads" not in of_opening(make.a_tender(headcount=None, capacity=2))


def test_a_mandate_and_a_mentors_offer_say_nothing_of_people():
    assert of_opening(make.a_mandate(capacity=4)) == {}
    assert "heads" not in of_opening(make.a_mentoring_offer(capacity=4))


@pytest.mark.parametrize(("hours", "contract"), [(34, "part_time"), (35, "full_time")])
def test_a_hire_says_its_pay_and_whether_it_is_full_time(hours, contract):
    hire = make.an_engagement(hours=hours, usd=1800)
    assert values(of_engagement(hire)) == {
        "heads": 1,
        "monthly_cost": Decimal(1800),
        "contract": contract,
    }
    assert of_engagement(make.an_engagement(state="stated")) == {}


def test_a_contract_abroad_that_runs_is_a_buyer():
    talk = make.an_introduction(make.a_tender(), state="accepted")
    contract = make.an_engagement(talk)
    assert values(known_to(contract.candidate_id))["has_letter_of_intent"] is True
    assert "has_letter_of_intent" not in known_to(make.a_local_firm().pk)
    actions.end(
        engagement=contract,
        by=contract.owner,
        because="money",
        on=timezone.localdate() + timedelta(days=1),
        by_id=None,
    )
    assert "has_letter_of_intent" not in known_to(contract.candidate_id)


def test_what_a_firm_says_of_itself_is_read_in_one_query(django_assert_num_queries):
    firm = make.a_local_firm(governorate="PS-RBH")
    with django_assert_num_queries(1):
        assert {"place", "business"} <= known_to(firm.pk).keys()
    assert known_to(make.a_graduate().pk) == known_to(None) == {}


def test_of_a_round_money_counts_once_both_sides_confirmed_it_and_while_it_stands():
    search = make.raises(make.a_startup(), usd_max=200_000)
    committed, stated, ended, observing = (
        make.an_introduction(make.a_mandate(), search, state="accepted") for _ in range(4)
    )
    make.an_engagement(committed, usd=50_000)
    make.an_engagement(stated, usd=70_000, state="stated")
    make.an_engagement(ended, usd=90_000, state="ended")
    owner = observing.opening.owner
    make.an_engagement(observing, by=owner, stage="considering", usd=10_000, instrument="")
    assert values(of_raise(search)) == {
        "raises_privately": True,
        "outside_money": Decimal(50_000),
    }
