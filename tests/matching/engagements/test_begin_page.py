"""Recording what came of an introduction: what it says first, who may, and that it is sent once."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from matching.engagements.models import Agreement, Engagement
from matching.introductions.models import Introduction
from profiles.models import Profile
from tests import make
from tests.reading import logged_in, queries, text
from tests.standing import standing

pytestmark = pytest.mark.django_db


def url(row: Introduction) -> str:
    return reverse("begin-engagement", args=[row.public_id])


def asked(profile: Profile, row: Introduction) -> str:
    return text(logged_in(make.acts_for(profile)).get(url(row)))


def typed(**said: Any) -> dict[str, Any]:
    return {
        "public_id": uuid4(), "from_on": timezone.localdate(), "route": "direct",
        "usd_from": 900, "usd": 1200, "hours": 40, **said,
    }  # fmt: skip


@pytest.fixture(scope="module")
def _there(django_db_setup, django_db_blocker):
    with standing(django_db_blocker):
        yield make.an_introduction(state="accepted").pk


@pytest.fixture
def row(db, _there):
    return Introduction.objects.get(pk=_there)


def test_it_says_before_what_confirming_closes_for_each_of_the_two(row):
    candidate, owner = asked(row.candidacy.profile, row), asked(row.opening.owner, row)
    for page in (candidate, owner):
        assert "They are asked to confirm it within 14 days." in page
        assert "It takes the last place" in page
        assert "lets the other read holds until" in page
    assert "Your search “Looking for a job” ends" in candidate
    assert "Their search “Looking for a job” ends" in owner


def test_with_places_left_it_says_how_many():
    row = make.an_introduction(make.a_job(capacity=3), state="accepted")
    assert "It takes one of 3 places; 0 are taken." in asked(row.opening.owner, row)


def test_an_investor_reads_that_observing_holds_at_once_and_a_founder_does_not():
    row = make.an_introduction(make.a_mandate(), state="accepted")
    said = "Observing and considering hold at once"
    assert said in asked(row.opening.owner, row)
    assert said not in asked(row.candidacy.profile, row)
    assert "search" not in asked(row.candidacy.profile, row).partition("Once both of you say so")[2]


def test_what_is_wrong_is_kept_as_it_was_typed(row):
    client = logged_in(make.acts_for(row.asker))
    page = client.post(url(row), typed(usd_from=5000, usd="much"))
    assert page.status_code == 422
    assert 'value="5000"' in text(page)
    assert 'value="much"' in text(page)
    assert not Engagement.objects.exists()


@pytest.mark.parametrize(("typed_lines", "status"), [(1, 302), (2, 422)])
def test_a_line_end_of_goals_counts_once_although_a_browser_sends_two(typed_lines, status):
    row = make.an_introduction(make.a_mentoring_offer(), state="accepted")
    today = timezone.localdate()
    goals = "g" * 498 + "\r\n" * typed_lines + "g"
    said = {"public_id": uuid4(), "from_on": today, "until_on": today, "hours": 2, "text": goals}
    page = logged_in(make.acts_for(row.asker)).post(url(row), said)
    assert page.status_code == status
    kept = list(Agreement.objects.values_list("text", flat=True))
    assert kept == ([goals.replace("\r\n", "\n")] if status == 302 else [])


def test_goals_are_counted_where_they_are_recorded_and_where_they_change():
    row = make.an_introduction(make.a_mentoring_offer(), state="accepted")
    client = logged_in(make.acts_for(row.asker))
    assert "data-left" in text(client.get(url(row)))
    change = reverse("act-on-engagement", args=[make.an_engagement(row).public_id, "change"])
    assert "data-left" in text(client.get(change))


def test_sent_twice_it_is_recorded_once(row):
    client = logged_in(make.acts_for(row.asker))
    said = typed()
    pages = [client.post(url(row), said) for _ in range(2)]
    found = Engagement.objects.get()
    assert {page.url for page in pages} == {reverse("engagement", args=[found.public_id])}
    assert (found.state, Agreement.objects.get().by) == ("stated", row.asker)


def test_a_second_window_is_told_and_changes_nothing(row):
    client = logged_in(make.acts_for(row.asker))
    client.post(url(row), typed())
    page = client.post(url(row), typed(usd=1300))
    assert page.status_code == 409
    assert "One of you has recorded already what came of it." in text(page)
    assert 'value="1300"' in text(page)
    assert Agreement.objects.get().usd == 1200


def test_where_something_came_of_it_the_page_leads_there(row):
    found = make.an_engagement(row, state="stated")
    page = logged_in(make.acts_for(row.asked)).get(url(row))
    assert page.url == reverse("engagement", args=[found.public_id])


@pytest.mark.parametrize("state", ["waiting", "ended", "lapsed"])
def test_of_what_is_not_accepted_nothing_is_recorded(state):
    row = make.an_introduction(state=state)
    client = logged_in(make.acts_for(row.asker))
    assert "Nothing to record." in text(client.get(url(row), follow=True))
    assert client.post(url(row), typed()).status_code == 409
    assert not Engagement.objects.exists()


def test_strangers_outsiders_staff_and_readers_of_a_firm_record_nothing(row):
    assert Client().get(url(row)).status_code == 302
    firm = row.opening.owner
    for account in (
        make.acts_for(make.a_graduate()), make.staff(), make.acts_for(firm, role="reader"),
    ):  # fmt: skip
        client = logged_in(account)
        assert client.get(url(row)).status_code == 404
        assert client.post(url(row), typed()).status_code == 404
    assert not Engagement.objects.exists()


@pytest.mark.parametrize("side", ["asker", "asked"])
def test_the_page_takes_at_most_ten_queries(side):
    row = make.an_introduction(make.a_job(capacity=2), state="accepted")
    client = logged_in(make.acts_for(getattr(row, side)))
    assert queries(client, url(row)) <= 10


def test_what_an_investor_says_alone_runs_at_once():
    row = make.an_introduction(make.a_mandate(), state="accepted")
    said = {"public_id": uuid4(), "from_on": timezone.localdate(), "stage": "observing",
            "shown": "nothing"}  # fmt: skip
    client = logged_in(make.acts_for(row.opening.owner))
    page = client.post(url(row), said, follow=True)
    assert page.context["heading"].startswith("Observing since")


def test_a_founder_does_not_say_how_far_an_investor_looks():
    row = make.an_introduction(make.a_mandate(), state="accepted")
    said = {"public_id": uuid4(), "from_on": timezone.localdate(), "stage": "observing",
            "shown": "nothing"}  # fmt: skip
    client = logged_in(make.acts_for(row.candidacy.profile))
    page = client.post(url(row), said)
    assert page.status_code == 422
    assert "That is for the investor to say." in text(page)
