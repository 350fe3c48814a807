"""Of a round nobody reads a single amount but their own, and no name that was not given for it."""

from typing import Any

import pytest
from django.urls import reverse

from matching.engagements import actions
from matching.engagements.coinvestors import rounded
from matching.engagements.models import Engagement
from matching.models import Candidacy
from profiles.models import Profile
from profiles.privacy.vanishing import vanish
from tests import make
from tests.reading import logged_in, text

pytestmark = pytest.mark.django_db
NO_TOTAL = "Fewer than three of the others let their amounts be counted, so no total is shown."


def invests(raising: Candidacy, *, name: str = "", **terms: Any) -> Engagement:
    """A further investor of the round, confirmed by both; of the name, where there is one."""
    facts = {"legal_name": name, "is_named": True} if name else {"is_named": False}
    mandate = make.a_mandate(make.an_investor(**facts))
    row = make.an_introduction(mandate, raising, state="accepted")
    said = {"stage": "committed", "usd": 20_000, "instrument": "safe", "shown": "total"} | terms
    return make.an_engagement(row, by=mandate.owner, **said)


@pytest.fixture
def raising() -> Candidacy:
    return make.raises(make.a_startup())


@pytest.fixture
def own(raising: Candidacy) -> Engagement:
    return invests(raising, usd=77_123)


def read(profile: Profile, row: Engagement) -> Any:
    client = logged_in(make.acts_for(profile))
    return client.get(reverse("engagement", args=[row.public_id]))


def both(row: Engagement) -> list[Any]:
    return [read(row.owner, row), read(row.candidate, row)]


@pytest.mark.parametrize("others", [0, 1, 2])
def test_of_fewer_than_three_others_no_total_is_shown_to_either_side(raising, own, others):
    for number in range(others):
        invests(raising, usd=31_000 + number)
    for page in both(own):
        assert page.context["others"].said == NO_TOTAL
        for amount in ("31,000", "31,001", "62,001", "62,000"):
            assert amount not in text(page)


def test_of_three_others_both_sides_read_the_total_and_no_part_of_it(raising, own):
    for usd in (10_011, 20_022, 30_033):
        invests(raising, usd=usd)
    for page in both(own):
        said = "3 other investors have committed or invested about USD 60,000 together."
        assert page.context["others"].said == said
        for amount in ("10,011", "20,022", "30,033", "60,066"):
            assert amount not in text(page)


def test_ones_own_amount_is_not_in_the_total_so_that_two_are_never_subtracted(raising, own):
    for _ in range(2):
        invests(raising)
    assert read(own.owner, own).context["others"].said == NO_TOTAL


def test_what_was_to_stay_unread_is_in_no_total_and_in_no_number(raising, own):
    for _ in range(3):
        invests(raising, usd=10_000)
    invests(raising, usd=900_000, shown="nothing", name="Silent Capital")
    page = read(own.owner, own)
    assert page.context["others"].said.startswith("3 other investors have committed or invested")
    assert "30,000" in page.context["others"].said
    assert "Silent Capital" not in text(page)


def test_whoever_only_looks_or_has_not_been_confirmed_counts_in_no_total(raising, own):
    for _ in range(2):
        invests(raising)
    invests(raising, stage="considering", usd=50_000)
    mandate = make.a_mandate()
    make.an_engagement(
        make.an_introduction(mandate, raising, state="accepted"),
        by=mandate.owner, state="stated", stage="committed", usd=50_000, instrument="safe",
        shown="named",
    )  # fmt: skip
    page = read(own.owner, own)
    assert (page.context["others"].said, page.context["others"].names) == (NO_TOTAL, [])


def test_what_ended_counts_no_more(raising, own):
    rows = [invests(raising) for _ in range(3)]
    actions.end(
        engagement=rows[0], by=rows[0].owner, because="no_fit", on=rows[0].began_on, by_id=None
    )
    assert read(own.owner, own).context["others"].said == NO_TOTAL


def test_what_counts_is_what_holds_now(raising, own):
    rows = [invests(raising, shown="named", name=f"Fund {number}") for number in range(3)]
    make.states(rows[0], rows[0].owner, shown="nothing")
    assert len(read(own.owner, own).context["others"].names) == 3
    actions.confirm(engagement=rows[0], by=rows[0].candidate, by_id=None)
    others = read(own.owner, own).context["others"]
    assert (others.said, others.names) == (NO_TOTAL, ["Fund 1", "Fund 2"])


def test_names_are_those_who_said_so_as_the_reader_may_name_them(raising, own):
    invests(raising, shown="named", name="Open Fund")
    invests(raising, shown="total", name="Quiet Fund")
    unnamed = invests(raising, shown="named").owner
    for page in both(own):
        assert set(page.context["others"].names) == {"Open Fund", f"Investor {unnamed.alias_code}"}
        assert "Quiet Fund" not in text(page)
        assert unnamed.identity.legal_name not in text(page)


def test_whoever_is_kept_apart_from_the_reader_is_not_named_and_the_total_does_not_tell(
    raising, own
):
    rows = [invests(raising, shown="named", name=f"Fund {number}") for number in range(3)]
    before = read(own.owner, own).context["others"]
    make.excludes(own.owner, rows[0].owner)
    make.excludes(rows[1].owner, own.owner)
    page = read(own.owner, own)
    assert page.context["others"].names == ["Fund 2"]
    assert page.context["others"].said == before.said
    assert "Fund 0" not in text(page)
    assert "Fund 1" not in text(page)
    founder = read(own.candidate, own).context["others"]
    assert founder.names == ["Fund 0", "Fund 1", "Fund 2"]


def test_of_whoever_vanished_nothing_is_left(raising, own):
    rows = [invests(raising, shown="named", name=f"Fund {number}") for number in range(3)]
    vanish(user=make.acts_for(rows[0].owner))
    others = read(own.owner, own).context["others"]
    assert (others.said, others.names) == (NO_TOTAL, ["Fund 1", "Fund 2"])


def test_investors_of_another_startup_are_no_others(raising, own):
    elsewhere = make.raises(make.a_startup())
    for number in range(3):
        invests(elsewhere, shown="named", name=f"Elsewhere {number}")
    others = read(own.owner, own).context["others"]
    assert (others.said, others.names) == (NO_TOTAL, [])


def test_programme_staff_who_invest_read_no_more_than_an_investor(raising, own):
    unnamed = invests(raising, shown="named").owner
    account = make.acts_for(own.owner)
    account.is_staff = True
    account.save()
    page = logged_in(account).get(reverse("engagement", args=[own.public_id]))
    assert page.context["others"].names == [f"Investor {unnamed.alias_code}"]


def test_until_both_say_that_it_runs_nothing_of_the_round_is_read(raising):
    for number in range(3):
        invests(raising, shown="named", name=f"Fund {number}")
    mandate = make.a_mandate()
    row = make.an_engagement(
        make.an_introduction(mandate, raising, state="accepted"),
        by=mandate.owner, state="stated", stage="committed", usd=5_000, instrument="safe",
    )  # fmt: skip
    for page in both(row):
        assert page.context["others"] is None
        assert "Fund 0" not in text(page)


@pytest.mark.parametrize("stage", ["observing", "considering"])
def test_whoever_only_looks_reads_nothing_of_the_round_and_the_founder_neither(raising, stage):
    for number in range(3):
        invests(raising, shown="named", name=f"Fund {number}", usd=31_000)
    row = invests(raising, stage=stage, usd=None, instrument="")
    assert row.state == "running"
    for page in both(row):
        assert page.context["others"] is None
        assert "Fund 0" not in text(page)
        assert "93,000" not in text(page)


@pytest.mark.parametrize("stage", ["observing", "considering"])
def test_whoever_only_looks_is_not_named_to_the_others(raising, own, stage):
    invests(raising, stage=stage, usd=None, instrument="", shown="named", name="Looking Fund")
    for page in both(own):
        assert page.context["others"].names == []
        assert "Looking Fund" not in text(page)


def test_no_other_outcome_has_a_round():
    assert both(make.an_engagement())[0].context["others"] is None


@pytest.mark.parametrize(("usd", "said"), [(9, 9), (99, 99), (431_900, 430_000), (60_066, 60_000)])
def test_a_total_is_said_in_two_digits_rounded_down(usd, said):
    assert rounded(usd) == said
