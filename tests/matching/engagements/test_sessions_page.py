"""One's own sessions in a list: what is to come, what is behind, and nobody else's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matching.engagements.models import Session
from tests import make
from tests.matching.engagements.on_sessions import read, url
from tests.reading import logged_in, queries, text

pytestmark = pytest.mark.django_db


def test_the_list_has_what_is_to_come_before_what_is_behind_and_nobody_elses() -> None:
    row, now = make.mentoring(), timezone.now()
    held = make.a_session(row, state="held")
    later = make.a_session(row, state="begun", starts_at=now - timedelta(minutes=5))
    proposed = make.a_session(row)
    booked = make.a_session(row, state="booked", times=[now + timedelta(days=20)])
    make.a_session(state="booked")
    page = read(row.owner, "/sessions/")
    assert [line.url for line in page.context["coming"]] == [url(booked), url(proposed)]
    assert [line.url for line in page.context["past"]] == [url(later), url(held)]
    begun = page.context["past"][0]
    assert (begun.mark, begun.word) == ("partly", "How did it go?")


def test_what_was_replaced_by_other_times_is_in_no_list() -> None:
    row = make.a_session(state="superseded")
    page = read(row.engagement.owner, "/sessions/")
    newer = Session.objects.exclude(pk=row.pk).get()
    assert [line.url for line in page.context["coming"]] == [url(newer)]
    assert page.context["past"] == []


def test_how_often_one_did_not_come_is_read_by_oneself_alone() -> None:
    row = make.a_session(state="missed").engagement
    own, other = (text(read(side, "/sessions/")) for side in (row.candidate, row.owner))
    assert "You missed 1 session within 90 days." in own
    assert "within 90 days" not in other


def test_a_list_without_sessions_says_what_they_belong_to() -> None:
    page = text(read(make.a_graduate(), "/sessions/"))
    assert "Nothing is proposed or booked." in page


def test_the_list_costs_the_same_for_two_and_for_twenty() -> None:
    row = make.mentoring()
    client = logged_in(make.acts_for(row.owner))
    costs = []
    for number in (2, 18):
        for day in range(number):
            make.a_session(row, times=[timezone.now() + timedelta(days=2 + day)])
            make.a_session(row, state="held")
        costs.append(queries(client, "/sessions/"))
    page = client.get("/sessions/")
    assert len(page.context["coming"]) == len(page.context["past"]) == 20
    assert costs[0] == costs[1] <= 10
