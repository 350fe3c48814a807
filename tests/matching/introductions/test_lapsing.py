"""Whoever is gone, or must not be met any more, is not waited for, and what runs is over."""

from collections.abc import Callable
from typing import Any

import pytest

from matching import actions as matching
from matching.introductions import actions
from matching.introductions.lapsing import settle
from matching.introductions.models import Introduction
from profiles.models import Consent, Profile
from profiles.privacy import actions as privacy
from profiles.privacy.vanishing import vanish
from profiles.steps import Step
from tests import make
from tests.matching.introductions.telling import news_arrives

pytestmark = pytest.mark.django_db
Row = Introduction


def vanished(row: Row) -> None:
    vanish(user=make.acts_for(row.asked))


def paused(row: Row) -> None:
    privacy.pause(profile=row.asked, by_id=None)


def excluded_country(row: Row) -> None:
    codes = [str(row.asked.country)]
    privacy.exclude_countries(profile=row.asker, codes=codes, by_id=None)


def excluded_sector(row: Row) -> None:
    privacy.exclude_sectors(profile=row.asker, slugs=row.asked.sectors, by_id=None)


def excluded_name(row: Row) -> None:
    names = [row.asked.identity.legal_name]
    privacy.exclude_names(profile=row.asker, names=names, by_id=None)


def excluded_party(row: Row) -> None:
    matching.never_meet(profile=row.asker, other=row.asked, by_id=None)


def closed(row: Row) -> None:
    matching.move_opening(opening=row.opening, move="close", by_id=None)


def withdrawn(row: Row) -> None:
    matching.move_candidacy(candidacy=row.candidacy, move="withdraw", by_id=None)


FOR_GOOD = [vanished, excluded_country, excluded_sector, excluded_name, excluded_party]
WHILE_IT_WAITS = [paused, closed, withdrawn]


@pytest.mark.parametrize("happens", [*FOR_GOOD, *WHILE_IT_WAITS])
def test_what_waits_for_an_answer_lapses(happens: Callable[[Row], None]) -> None:
    row = make.an_introduction(shares=Step.CONTACT)
    happens(row)
    news_arrives()
    row.refresh_from_db()
    assert (row.state, row.due_at, row.remind_at) == ("lapsed", None, None)
    assert not Consent.objects.in_force().exists()


@pytest.mark.parametrize("happens", FOR_GOOD)
def test_what_was_accepted_lapses_where_the_two_must_not_meet(
    happens: Callable[[Row], None],
) -> None:
    row = make.an_introduction(state="accepted", shares=Step.CONTACT)
    happens(row)
    news_arrives()
    row.refresh_from_db()
    assert row.state == "lapsed"
    assert not Consent.objects.in_force().exists()


@pytest.mark.parametrize("happens", WHILE_IT_WAITS)
def test_what_was_accepted_outlives_its_opening_and_the_search(
    happens: Callable[[Row], None],
) -> None:
    row = make.an_introduction(state="accepted")
    happens(row)
    news_arrives()
    row.refresh_from_db()
    assert row.state == "accepted"


def test_whoever_moves_into_an_excluded_country_is_not_met_there_either() -> None:
    job = make.a_job(make.an_international_company(country="SE"))
    search = make.looks_for_a_job(make.a_graduate(excluded_countries=["FR"]))
    row = make.an_introduction(job, search)
    Profile.objects.filter(pk=job.owner_id).update(country="FR")
    privacy.set_audience(profile=job.owner, audience="", by_id=None)
    news_arrives()
    row.refresh_from_db()
    assert row.state == "lapsed"


def test_news_about_others_changes_nothing_and_news_twice_neither() -> None:
    row, other = make.an_introduction(), make.an_introduction()
    excluded_party(other)
    news_arrives()
    row.refresh_from_db()
    assert row.state == "waiting"
    assert settle(Introduction.objects.all()) == 0


def test_a_mentor_who_is_no_longer_verified_is_waited_for_by_nobody() -> None:
    row = make.an_introduction(make.a_mentoring_offer())
    Profile.objects.filter(pk=row.asked_id).update(verified_at=None)
    assert settle(Introduction.objects.all()) == 1


def test_a_place_that_lapsed_is_free_again() -> None:
    offer = make.a_mentoring_offer(capacity=1)
    first, second = make.an_introduction(offer), make.an_introduction(offer)
    actions.accept(introduction=first, by=first.asked, shares=Step.REGION, by_id=None)
    actions.lapse(introduction=first)
    accepted = actions.accept(introduction=second, by=second.asked, shares=Step.REGION, by_id=None)
    assert accepted.state == "accepted"


def test_the_checks_of_one_opening_take_one_query(django_assert_num_queries: Any) -> None:
    job = make.a_job()
    for _ in range(5):
        make.an_introduction(job)
    with django_assert_num_queries(2):
        settle(Introduction.objects.all())
