"""Who may list whom: a stranger sees neither graduates nor unnamed firms."""

from itertools import product

import pytest

from profiles.disclosure import disclose
from profiles.models import Profile
from profiles.recognition import viewer_of
from profiles.viewer import ANONYMOUS
from profiles.visibility import is_listed_to
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


FOR_EVERYONE = {"graduate", "mentor", "investor", "named", "unnamed"}
TO_COUNTERPARTIES = {
    "stranger": set(),
    "outsider": set(),
    "unverified firm": set(),
    "graduate": {"mentor", "named", "unnamed"},
    "mentor": {"graduate", "named", "unnamed"},
    "investor": {"named", "unnamed"},
    "firm": {"graduate", "mentor", "investor", "named", "unnamed"},
    "staff": FOR_EVERYONE,
}


def with_audience(cast, audience):
    Profile.objects.filter(pk__in=[row.pk for row in cast.values()]).update(audience=audience)


@pytest.mark.parametrize("who", LISTED)
def test_whoever_is_for_everyone_is_listed_to_strangers_too(who, cast, viewers):
    with_audience(cast, "everyone")
    assert seen(viewers[who], cast) == FOR_EVERYONE


@pytest.mark.parametrize("who", LISTED)
def test_whoever_is_for_counterparties_is_listed_to_nobody_else(who, cast, viewers):
    with_audience(cast, "counterparties")
    assert seen(viewers[who], cast) == TO_COUNTERPARTIES[who]


def test_the_rule_for_one_row_is_the_rule_in_sql(viewers):
    makers = (make.a_graduate, make.a_mentor, make.an_investor, make.a_local_firm)
    choices = product(makers, ["", "everyone", "counterparties"], [True, False], [True, False])
    rows = [
        maker(audience=audience, is_named=is_named, verified=verified)
        for maker, audience, is_named, verified in choices
    ]
    rows += [maker(status=status) for maker in makers for status in ("paused", "hidden")]
    del viewers["staff"]
    for viewer in viewers.values():
        listed = Profile.objects.visible_to(viewer).exclude(pk__in=viewer.profile_ids)
        in_sql = set(listed.filter(pk__in=[row.pk for row in rows]))
        assert in_sql == {row for row in rows if is_listed_to(row, viewer)}


def test_a_name_goes_no_further_than_the_profile():
    mentor = make.a_mentor(audience="counterparties", is_named=True, legal_name="Canary Name")
    assert "Canary" not in str(disclose(mentor, ANONYMOUS))
    assert disclose(mentor, make.viewing_as(make.a_graduate())).title == "Canary Name"


def test_an_exclusion_holds_both_ways():
    graduate = make.a_graduate(excluded_countries=["DE"])
    company = make.an_international_company(country="DE")
    named = make.viewing_as(company)
    own = make.viewing_as(graduate)
    assert graduate not in Profile.objects.visible_to(named)
    assert company not in Profile.objects.visible_to(own)


def test_whoever_excluded_nobody_is_told_nothing():
    """The other side sees fewer rows, and no row says why."""
    company = make.an_international_company(country="DE")
    viewer = make.viewing_as(company)
    make.a_graduate(excluded_countries=["DE"])
    assert not Profile.objects.visible_to(viewer).filter(kind="graduate").exists()
