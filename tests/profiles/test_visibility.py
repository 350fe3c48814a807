"""Who may list whom: a stranger sees neither graduates nor unnamed firms."""

import pytest

from profiles.models import Profile
from profiles.recognition import viewer_of
from profiles.viewer import ANONYMOUS
from tests import make

pytestmark = pytest.mark.django_db

LISTED = {
    # who looks: the profiles they see of one graduate, mentor, investor, unnamed and named firm
    "stranger": {"mentor", "investor", "named"},
    "outsider": {"mentor", "investor", "named"},
    "unverified firm": {"mentor", "investor", "named"},
    "graduate": {"mentor", "investor", "named", "unnamed"},
    "mentor": {"graduate", "mentor", "investor", "named", "unnamed"},
    "investor": {"mentor", "investor", "named", "unnamed"},
    "firm": {"graduate", "mentor", "investor", "named", "unnamed"},
    "staff": {"graduate", "mentor", "investor", "named", "unnamed"},
}


@pytest.fixture
def cast():
    return {
        "graduate": make.a_graduate(),
        "mentor": make.a_mentor(),
        "investor": make.an_investor(),
        "unnamed": make.a_local_firm(is_named=False),
        "named": make.a_local_firm(is_named=True),
    }


@pytest.fixture
def viewers():
    return {
        "stranger": ANONYMOUS,
        "outsider": viewer_of(make.an_account()),
        "unverified firm": make.viewing_as(make.an_international_company(verified=False)),
        "graduate": make.viewing_as(make.a_graduate()),
        "mentor": make.viewing_as(make.a_mentor()),
        "investor": make.viewing_as(make.an_investor()),
        "firm": make.viewing_as(make.an_international_company()),
        "staff": viewer_of(make.an_account(is_staff=True)),
    }


def seen(viewer, cast):
    rows = Profile.objects.visible_to(viewer).filter(pk__in=[row.pk for row in cast.values()])
    names = {row.pk: name for name, row in cast.items()}
    return {names[row.pk] for row in rows}


@pytest.mark.parametrize("who", LISTED)
def test_who_is_listed_to_whom(who, cast, viewers):
    assert seen(viewers[who], cast) == LISTED[who]


@pytest.mark.parametrize("who", ["stranger", "firm", "mentor"])
@pytest.mark.parametrize("state", ["paused", "hidden", "unverified"])
def test_whoever_paused_hid_or_is_unverified_is_listed_to_nobody_else(who, state, viewers):
    facts = {"verified": False} if state == "unverified" else {"status": state}
    cast = {"graduate": make.a_graduate(**facts), "mentor": make.a_mentor(**facts)}
    assert seen(viewers[who], cast) == set()


def test_one_sees_oneself_unverified_and_paused():
    own = make.a_graduate(verified=False, status="paused")
    assert own in Profile.objects.visible_to(make.viewing_as(own))


def test_a_member_sees_the_firm():
    firm = make.a_local_firm(verified=False)
    member = make.acts_for(firm, role="reader")
    assert list(Profile.objects.visible_to(viewer_of(member))) == [firm]


def test_an_excluded_country_never_sees_the_profile():
    graduate = make.a_graduate(excluded_countries=["DE"])
    here, there = make.an_international_company(country="DE"), make.a_diaspora_firm(country="SE")
    assert graduate not in Profile.objects.visible_to(make.viewing_as(here))
    assert graduate in Profile.objects.visible_to(make.viewing_as(there))


def test_an_account_that_was_closed_is_a_stranger():
    account = make.acts_for(make.an_international_company(), is_active=False)
    assert viewer_of(account) == ANONYMOUS
