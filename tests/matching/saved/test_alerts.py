"""Mail about a saved search: in the reader's morning, once, and only what they may read."""

import re
import threading
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connections
from django.utils import timezone

from ledger.models import Event, Mail
from matching import tasks
from matching.models import Opening, SavedSearch
from matching.saved import alerts, lists
from matching.saved.actions import save_search
from matching.saved.searches import Asked
from profiles.isolation import own_words
from profiles.models import Profile
from profiles.recognition import viewer_of
from tests import make

pytestmark = pytest.mark.django_db
HEBRON = ZoneInfo("Asia/Hebron")
MORNING = datetime(2026, 11, 24, 7, 5, tzinfo=HEBRON)
DAY = timedelta(days=1)
"""A Tuesday."""


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = "https://silah.example"


@pytest.fixture
def graduate():
    return make.a_graduate()


@pytest.fixture
def user(graduate):
    return make.acts_for(graduate, email="reader@example.org")


def a_search(user, query="mode=remote", rhythm="daily"):
    asked = Asked.by(lists.get("openings"), query, viewer_of(user))
    search = save_search(asked=asked, alerts=rhythm, by_id=user.pk)
    SavedSearch.objects.filter(pk=search.pk).update(told_until=MORNING - DAY)
    return search


def a_new_job(owner=None, **facts):
    """Published an hour before the morning."""
    facts = {"mode": "remote", "published_at": MORNING - timedelta(hours=1)} | facts
    job = make.a_job(owner, **facts)
    Opening.objects.filter(pk=job.pk).update(created_at=MORNING - 9 * DAY)
    Profile.objects.filter(pk=job.owner_id).update(verified_at=MORNING - 9 * DAY)
    return job


def letter():
    return Mail.objects.get()


def test_mail_says_what_is_new_with_links_and_nothing_in_the_subject(user):
    search = a_search(user)
    job = a_new_job(title="Backend developer, Python")
    assert alerts.send_news(search.pk, MORNING) == 1
    told = letter()
    assert told.to == "reader@example.org"
    assert told.subject == "One new result for a search you saved"
    assert f"One new result: {own_words('Remote')}" in told.text
    assert "Backend developer, Python" in told.text
    assert f"https://silah.example/openings/{job.public_id}/" in told.text


def test_mail_is_in_the_readers_language_and_leads_to_its_pages(user):
    user.language = "ar"
    user.save()
    a_new_job(title="Backend developer")
    alerts.send_news(a_search(user).pk, MORNING)
    assert "https://silah.example/ar/openings/" in letter().text
    assert "One new result" not in letter().subject


def test_title_keeps_its_reading_order_in_an_arabic_letter(user):
    user.language = "ar"
    user.save()
    a_new_job(title="Developer, C++")
    alerts.send_news(a_search(user).pk, MORNING)
    assert "\N{FIRST STRONG ISOLATE}Developer, C++\N{POP DIRECTIONAL ISOLATE}" in letter().text


def test_what_was_there_before_is_no_news(user):
    a_new_job(published_at=MORNING - 3 * DAY)
    search = a_search(user)
    assert alerts.send_news(search.pk, MORNING) == 0
    assert not Mail.objects.exists()


def test_old_opening_of_somebody_verified_now_is_news(user):
    job = a_new_job(published_at=MORNING - 3 * DAY)
    Profile.objects.filter(pk=job.owner_id).update(verified_at=MORNING - timedelta(hours=2))
    assert alerts.send_news(a_search(user).pk, MORNING) == 1


def test_only_what_fits_the_search_is_told(user):
    a_new_job(mode="onsite", title="On site")
    assert alerts.send_news(a_search(user).pk, MORNING) == 0


def test_ten_are_told_and_the_rest_is_a_link(user):
    firm = make.an_international_company()
    for number in range(12):
        a_new_job(firm, title=f"Job {number:02d}.")
    alerts.send_news(a_search(user, "mode=remote&pairing=hiring").pk, MORNING)
    body = letter().text
    assert len(re.findall(r"Job \d\d\.", body)) == 10
    assert "12 new results" in body
    assert "All results: https://silah.example/openings/?mode=remote&pairing=hiring" in body


@pytest.mark.parametrize("hide", ["excludes", "is excluded", "country", "paused owner", "draft"])
def test_nothing_is_mailed_that_the_reader_may_not_see_now(user, graduate, hide):
    search, job = a_search(user), a_new_job(title="Secret job")
    if hide == "excludes":
        make.excludes(graduate, job.owner)
    if hide == "is excluded":
        make.excludes(job.owner, graduate)
    if hide == "country":
        Profile.objects.filter(pk=job.owner_id).update(excluded_countries=["PS"])
    if hide == "paused owner":
        Profile.objects.filter(pk=job.owner_id).update(status="paused")
    if hide == "draft":
        Opening.objects.update(status="draft")
    assert alerts.send_news(search.pk, MORNING) == 0
    assert not Mail.objects.exists()


def test_unnamed_owner_stays_unnamed_in_mail(user):
    a_new_job(make.a_local_firm(legal_name="Canary Limited"))
    alerts.send_news(a_search(user).pk, MORNING)
    assert "Canary" not in letter().text + letter().subject


def test_closed_account_gets_nothing(user):
    search = a_search(user)
    a_new_job()
    user.is_active = False
    user.save()
    assert alerts.send_news(search.pk, MORNING) == 0
    assert not Mail.objects.exists()


def test_run_twice_it_mails_once(user):
    search = a_search(user)
    a_new_job()
    assert [alerts.send_news(search.pk, MORNING) for _ in range(2)] == [1, 0]
    assert Mail.objects.count() == 1
    assert Event.objects.filter(verb="search.alerted").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_mail_once(user):
    search = a_search(user)
    a_new_job()
    start, told = threading.Barrier(2), []

    def work():
        start.wait()
        told.append(alerts.send_news(search.pk, MORNING))
        connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(told) == [0, 1]
    assert Mail.objects.count() == 1


def test_search_without_mail_only_counts_its_news(user):
    search = a_search(user, rhythm="never")
    a_new_job()
    assert alerts.send_news(search.pk, MORNING) == 1
    search.refresh_from_db()
    assert (search.news, Mail.objects.count()) == (1, 0)


def test_filter_value_that_is_no_more_is_left_out_with_a_word(user):
    search = a_search(user)
    SavedSearch.objects.update(query="mode=remote&skill=forgotten")
    a_new_job()
    assert alerts.send_news(search.pk, MORNING) == 1
    assert "no longer exists and was left out: forgotten" in letter().text


def test_search_of_a_list_that_is_no_more_mails_nothing(user):
    search = a_search(user)
    a_new_job()
    SavedSearch.objects.update(list="gone")
    assert alerts.send_news(search.pk, MORNING) == 0


@pytest.mark.parametrize(
    ("hour", "is_due"), [(6, False), (7, True), (9, True), (10, False), (19, False)]
)
def test_mail_comes_in_the_morning_of_its_reader(user, hour, is_due):
    a_search(user)
    assert bool(alerts.due_searches(MORNING.replace(hour=hour))) is is_due


def test_morning_is_that_of_the_readers_zone(user):
    user.time_zone = "America/Santiago"
    user.save()
    a_search(user)
    assert alerts.due_searches(MORNING) == []
    there = MORNING.replace(tzinfo=ZoneInfo("America/Santiago"))
    assert len(alerts.due_searches(there)) == 1


def test_daily_is_due_every_day_and_weekly_on_the_same_day_of_the_week(user):
    daily, weekly = a_search(user), a_search(user, "q=x", rhythm="weekly")
    SavedSearch.objects.update(told_until=MORNING)
    due = [sorted(alerts.due_searches(MORNING + days * DAY)) for days in range(8)]
    assert due[0] == []
    assert due[1:7] == [[daily.pk]] * 6
    assert due[7] == [daily.pk, weekly.pk]


def test_beat_hands_out_what_is_due(user, monkeypatch, django_capture_on_commit_callbacks):
    search = a_search(user)
    handed = []
    monkeypatch.setattr(timezone, "now", lambda: MORNING)
    monkeypatch.setattr(tasks.send_news, "delay", handed.append)
    assert tasks.look_for_news() == 1
    assert handed == [search.pk]
