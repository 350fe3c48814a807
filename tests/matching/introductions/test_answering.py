"""How somebody answers counts in their matches: measured, faded, and never by hand."""

import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as configured
from django.db import connection, connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ledger.models import Event
from matching.introductions import answering
from matching.introductions.models import Introduction
from matching.introductions.tasks import measure_answering_again
from matching.models import Candidacy, Opening, TopMatches
from profiles.actions import save_profile
from profiles.models import Profile
from tests import make
from tests.matching.introductions.telling import news_arrives

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SELDOM, SLOWLY, FEW_DAYS, WITHIN_A_DAY = Profile.Answering


@pytest.fixture
def offer() -> Opening:
    return make.a_mentoring_offer()


def asked(offer: Opening, *states: str) -> None:
    for state in states:
        make.an_introduction(offer, state=state)


def code_of(offer: Opening) -> int | None:
    return Profile.objects.get(pk=offer.owner_id).answers


def told() -> list[dict[str, Any]]:
    events = Event.objects.filter(verb="profile.answering").order_by("pk")
    return list(events.values_list("codes", flat=True))


def long_ago(rows: Iterable[Introduction]) -> None:
    for row in rows:
        row.asked_at -= 181 * DAY
        row.save()


def listed(search: Candidacy) -> list[int]:
    return TopMatches.objects.get(candidacy=search).ids


def test_a_mentor_who_answers_nobody_sinks_and_rises_again_with_answers() -> None:
    """Both mentors are equal but for their answers; among equals the smaller id comes first."""
    silent, quick = make.a_mentoring_offer(), make.a_mentoring_offer()
    search = make.looks_for_a_mentor(make.a_graduate())
    save_profile(profile=search.profile, by_id=None)
    news_arrives()
    assert listed(search) == [silent.pk, quick.pk]
    asked(silent, "expired", "expired", "expired")
    asked(quick, "declined", "declined", "declined")
    news_arrives()
    assert (code_of(silent), code_of(quick)) == (SELDOM, WITHIN_A_DAY)
    assert listed(search) == [quick.pk, silent.pk]
    asked(silent, *["declined"] * 9)
    news_arrives()
    assert (code_of(silent), code_of(quick)) == (WITHIN_A_DAY, WITHIN_A_DAY)
    assert listed(search) == [silent.pk, quick.pk]


def test_a_new_mentor_stands_between_who_answers_and_who_does_not() -> None:
    silent, new, quick = (make.a_mentoring_offer() for _ in range(3))
    search = make.looks_for_a_mentor(make.a_graduate())
    asked(silent, "expired", "expired", "expired")
    asked(quick, "declined", "declined", "declined")
    news_arrives()
    assert listed(search) == [quick.pk, new.pk, silent.pk]


@pytest.mark.parametrize("state", ["accepted", "declined", "expired"])
def test_three_cases_are_news_and_two_are_not(offer: Opening, state: str) -> None:
    offer.capacity = 3
    offer.save()
    asked(offer, state, state)
    news_arrives()
    assert (code_of(offer), told()) == (None, [])
    asked(offer, state)
    news_arrives()
    code = SELDOM if state == "expired" else WITHIN_A_DAY
    assert (code_of(offer), told()) == (code, [{"answers": code}])


@pytest.mark.parametrize("state", ["withdrawn", "lapsed"])
def test_what_whoever_was_asked_did_not_do_is_not_counted(offer: Opening, state: str) -> None:
    asked(offer, state, state, state)
    news_arrives()
    measure_answering_again()
    assert (code_of(offer), told()) == (None, [])


def test_only_whoever_was_asked_is_measured() -> None:
    search = make.looks_for_a_mentor(make.a_graduate())
    for _ in range(3):
        make.an_introduction(make.a_mentoring_offer(), search, state="expired")
    news_arrives()
    assert not Profile.objects.filter(answers__isnull=False).exists()


def test_measured_twice_it_is_told_once(offer: Opening) -> None:
    asked(offer, "expired", "expired", "expired")
    events = list(Event.objects.filter(verb="introduction.expired"))
    for _ in range(2):
        answering.of_requests(events)
    assert told() == [{"answers": SELDOM}]


def test_what_is_long_past_fades_by_night_and_once(offer: Opening) -> None:
    asked(offer, "expired", "expired", "expired")
    news_arrives()
    long_ago(Introduction.objects.all())
    assert [measure_answering_again() for _ in range(2)] == [1, 0]
    assert code_of(offer) is None
    assert told() == [{"answers": SELDOM}, {"answers": None}]


def test_what_was_asked_before_anybody_measured_is_measured_by_night(
    offer: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "BATCH", 2)
    offers = [offer, *(make.a_mentoring_offer() for _ in range(4))]
    for each in offers:
        asked(each, "expired", "expired", "expired")
    assert measure_answering_again() == 5
    assert {code_of(each) for each in offers} == {SELDOM}


def test_it_is_measured_every_day() -> None:
    daily = configured.CELERY_BEAT_SCHEDULE["measure-answering-again"]
    assert daily["task"] == measure_answering_again.name
    assert daily["schedule"] == DAY.total_seconds()


def test_a_profile_that_is_hidden_meanwhile_is_measured_all_the_same(offer: Opening) -> None:
    asked(offer, "expired", "expired", "expired")
    Profile.objects.filter(pk=offer.owner_id).update(status="hidden")
    news_arrives()
    assert code_of(offer) == SELDOM


def test_a_match_says_no_more_than_the_request_page_does(client: Client, offer: Opening) -> None:
    """Two cases are said on neither page; the third on both."""
    search = make.looks_for_a_mentor(make.a_graduate())
    client.force_login(make.acts_for(search.profile))
    match = reverse("match", args=[offer.public_id, search.public_id])
    ask = reverse("ask-introduction", args=[offer.public_id, search.public_id])
    for count, is_said in ((2, False), (1, True)):
        asked(offer, *["expired"] * count)
        news_arrives()
        assert ("They: seldom." in client.get(match).content.decode()) is is_said
        assert bool(client.get(ask).context["answers"]) is is_said


def test_the_code_is_measured_on_the_clock_that_the_page_shows(offer: Opening) -> None:
    asked(offer, "declined", "declined", "declined")
    now = timezone.now()
    moments = {"asked_at": now - 9 * DAY, "answered_at": now - 7 * DAY}
    Introduction.objects.filter(asked=offer.owner).update(**moments)
    news_arrives()
    assert code_of(offer) == FEW_DAYS


WAITS = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def test_a_measurement_reads_after_it_holds_so_that_it_undoes_no_newer_one(
    offer: Opening, transactional_db: None
) -> None:
    asked(offer, "expired", "expired")
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Profile.objects.select_for_update().get(pk=offer.owner_id)
            slow = pool.submit(measured_elsewhere, offer.owner_id)
            until_somebody_waits()
            asked(offer, "expired")
            answering.measure([offer.owner_id])
        assert slow.result() == 0
    assert code_of(offer) == SELDOM


def measured_elsewhere(profile_id: int) -> int:
    try:
        return answering.measure([profile_id])
    finally:
        connections.close_all()


def until_somebody_waits() -> None:
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute(WAITS)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.01)
    raise AssertionError("Nobody waited for the profile that is held.")
