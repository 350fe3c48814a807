"""No firm waits for a tender that nothing can come of, and nothing stays shown for it."""

from collections.abc import Callable

import pytest

from ledger.models import Event
from matching import actions as matching
from matching.introductions import actions as introductions
from matching.models import Candidacy, Opening
from matching.tenders import actions
from matching.tenders.closing import settle
from matching.tenders.models import Answer
from profiles.actions import consents
from profiles.models import Consent, Profile
from profiles.privacy import actions as privacy
from profiles.privacy.vanishing import vanish
from profiles.steps import Step
from tests import make
from tests.matching.introductions.telling import news_arrives

pytestmark = pytest.mark.django_db


def firm_vanished(row: Answer) -> None:
    vanish(user=make.acts_for(row.firm))


def company_paused(row: Answer) -> None:
    privacy.pause(profile=row.owner, by_id=None)


def company_unverified(row: Answer) -> None:
    Profile.objects.filter(pk=row.owner.pk).update(verified_at=None)
    settle(Answer.objects.all())


def firm_paused(row: Answer) -> None:
    privacy.pause(profile=row.firm, by_id=None)


def excluded_country(row: Answer) -> None:
    privacy.exclude_countries(profile=row.firm, codes=[str(row.owner.country)], by_id=None)


def excluded_name(row: Answer) -> None:
    names = [row.firm.identity.legal_name]
    privacy.exclude_names(profile=row.owner, names=names, by_id=None)


def excluded_party(row: Answer) -> None:
    matching.never_meet(profile=row.owner, other=row.firm, by_id=None)


def offer_withdrawn(row: Answer) -> None:
    matching.move_candidacy(candidacy=row.candidacy, move="withdraw", by_id=None)


def tender_closed(row: Answer) -> None:
    matching.move_opening(opening=row.opening, move="close", by_id=None)


def another_awarded(row: Answer) -> None:
    make.an_answer(row.opening, state="awarded")


WITHOUT_A_WORD = [
    firm_vanished, company_paused, firm_paused, excluded_country, excluded_name,
    excluded_party, offer_withdrawn,
]  # fmt: skip


@pytest.mark.parametrize("happens", WITHOUT_A_WORD)
@pytest.mark.parametrize("state", ["sent", "shortlisted"])
def test_whoever_is_gone_or_excluded_is_waited_for_no_more_and_nobody_reads_why(
    happens: Callable[[Answer], None], state: str
) -> None:
    row = make.an_answer(state=state, shares=Step.NAME)
    happens(row)
    news_arrives()
    row.refresh_from_db()
    assert (row.state, row.because) == ("closed", "")
    assert not Consent.objects.in_force().filter(owner=row.firm, to=row.owner).exists()


@pytest.mark.parametrize(
    ("happens", "because"), [(tender_closed, "shut"), (another_awarded, "taken")]
)
def test_a_tender_that_is_closed_or_awarded_is_told_as_such(
    happens: Callable[[Answer], None], because: str
) -> None:
    row = make.an_answer(shares=Step.NAME)
    happens(row)
    news_arrives()
    row.refresh_from_db()
    assert (row.state, row.because) == ("closed", because)
    assert not Consent.objects.in_force().filter(owner=row.firm).exists()


def test_must_they_part_it_is_withheld_also_where_the_two_were_talking() -> None:
    row = make.an_answer(shares=Step.NAME)
    make.an_introduction(row.opening, row.candidacy, state="accepted")
    excluded_party(row)
    news_arrives()
    assert not Consent.objects.in_force().filter(owner=row.firm).exists()


@pytest.mark.parametrize(
    "happens", [company_paused, firm_paused, company_unverified, offer_withdrawn]
)
def test_what_an_introduction_elsewhere_relies_on_stays_where_nobody_must_part(
    happens: Callable[[Answer], None],
) -> None:
    row = make.an_answer(shares=Step.NAME)
    talk = make.an_introduction(make.a_tender(row.owner), row.candidacy, state="accepted")
    happens(row)
    news_arrives()
    for each in (row, talk):
        each.refresh_from_db()
    assert (row.state, talk.state) == ("closed", "accepted")
    assert Consent.objects.in_force().get(owner=row.firm).step == Step.NAME


def test_whoever_is_gone_is_read_no_more_also_for_an_introduction_elsewhere() -> None:
    row = make.an_answer(shares=Step.NAME)
    make.an_introduction(make.a_tender(row.owner), row.candidacy, state="accepted")
    firm_vanished(row)
    news_arrives()
    assert not Consent.objects.in_force().filter(owner=row.firm).exists()


def test_what_was_awarded_since_it_was_read_is_not_closed_as_taken() -> None:
    read = make.an_answer()
    actions.award(answer=read, by=read.owner, by_id=None)
    assert read.state == "sent"
    assert actions.close(answer=read, because="taken") is False
    read.refresh_from_db()
    assert read.state == "awarded"


@pytest.mark.parametrize("happens", [tender_closed, company_paused, offer_withdrawn])
def test_what_is_awarded_outlives_the_tender_and_the_search(
    happens: Callable[[Answer], None],
) -> None:
    row = make.an_answer(state="awarded")
    happens(row)
    news_arrives()
    row.refresh_from_db()
    assert row.state == "awarded"


def test_an_award_is_over_with_its_introduction_and_names_stay_until_their_day() -> None:
    row = make.an_answer(state="awarded", shares=Step.NAME)
    introductions.end(introduction=row.introduction, by=row.owner, because="done", by_id=None)
    news_arrives()
    row.refresh_from_db()
    assert row.state == "closed"
    assert Consent.objects.in_force().count() == 2


def test_an_award_of_two_who_must_part_is_over_and_names_are_withheld() -> None:
    row = make.an_answer(state="awarded", shares=Step.NAME)
    excluded_party(row)
    news_arrives()
    row.refresh_from_db()
    assert row.state == "closed"
    assert not Consent.objects.in_force().exists()


def test_a_pause_of_the_tender_or_its_last_day_closes_nothing() -> None:
    row = make.an_answer()
    matching.move_opening(opening=row.opening, move="pause", by_id=None)
    Opening.objects.filter(pk=row.opening_id).update(closes_on="2026-01-01")
    news_arrives()
    assert settle(Answer.objects.all()) == 0
    row.refresh_from_db()
    assert row.state == "sent"


def test_heard_twice_it_is_closed_once() -> None:
    row = make.an_answer()
    Candidacy.objects.filter(pk=row.candidacy_id).update(status="withdrawn")
    assert [settle(Answer.objects.all()) for _ in range(2)] == [1, 0]
    assert Event.objects.filter(verb="answer.closed", subject_id=row.pk).count() == 1


def test_others_of_the_tender_wait_on_while_a_place_is_left() -> None:
    tender = make.a_tender(capacity=2)
    row = make.an_answer(tender)
    make.an_answer(tender, state="awarded")
    news_arrives()
    row.refresh_from_db()
    assert row.state == "sent"


def test_what_the_firm_decided_since_under_privacy_stands() -> None:
    row = make.an_answer(shares=Step.NAME)
    until = row.starts_on
    consents.give(
        owner=row.firm, to=row.owner, step=Step.NAME, purpose="hiring", until=until, by_id=None
    )
    actions.close(answer=row, because="shut")
    assert Consent.objects.in_force().get().purpose == "hiring"


def test_a_firm_that_is_gone_stands_on_no_board_before_the_news_arrives() -> None:
    row = make.an_answer()
    viewer = make.viewing_as(row.owner)
    assert list(Answer.objects.received_by(viewer)) == [row]
    Profile.objects.filter(pk=row.firm.pk).update(status="hidden")
    assert list(Answer.objects.received_by(viewer)) == []
