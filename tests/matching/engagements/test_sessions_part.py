"""The part of an engagement's page that is about its sessions."""

from datetime import timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from matching.engagements.models import Engagement, Session
from matching.engagements.sessions.lines import LATEST, Sessions, sessions_of
from profiles.models import Profile
from profiles.recognition import viewer_of
from profiles.viewer import Viewer
from tests import make

pytestmark = pytest.mark.django_db


def part_of(row: Engagement, own: Profile, viewer: Viewer | None = None) -> Sessions | None:
    reader = viewer or viewer_of(make.acts_for(own))
    rows = Engagement.objects.visible_to(reader).with_parties(reader)
    return sessions_of(rows.get(pk=row.pk), own.pk, reader)


def url(row: Session) -> str:
    return reverse("session", args=[row.public_id])


def test_what_is_to_come_stands_first_the_soonest_before_the_rest_and_few_are_past() -> None:
    row, now = make.mentoring(), timezone.now()
    past = [
        make.a_session(row, state="held", starts_at=now - timedelta(days=days))
        for days in range(1, LATEST + 2)
    ]
    proposed = make.a_session(row)
    later = make.a_session(row, state="booked", times=[now + timedelta(days=30)])
    sooner = make.a_session(row, state="booked", times=[now + timedelta(days=20)])
    found = part_of(row, row.owner)
    assert found is not None
    assert [line.url for line in found.coming] == [url(each) for each in (sooner, later, proposed)]
    assert [line.url for line in found.past] == [url(each) for each in past[:LATEST]]
    assert found.propose_url == reverse("propose-session", args=[row.public_id])


def test_the_part_shows_them_and_the_way_to_all() -> None:
    session = make.a_session(state="held")
    row = session.engagement
    page = render_to_string("sessions/_sessions.html", {"sessions": part_of(row, row.owner)})
    for address in (url(session), reverse("propose-session", args=[row.public_id]), "/sessions/"):
        assert f'href="{address}"' in page


def test_nothing_is_proposed_where_it_is_over_or_by_whoever_only_reads() -> None:
    over = make.mentoring(state="completed")
    found = part_of(over, over.owner)
    goals = make.looks_for_a_mentor(make.a_startup())
    talk = make.an_introduction(make.a_mentoring_offer(), goals, state="accepted")
    row = make.an_engagement(talk)
    reader = viewer_of(make.acts_for(goals.profile, role="reader"))
    read = part_of(row, goals.profile, reader)
    assert found is not None
    assert read is not None
    assert found.propose_url == read.propose_url == ""


def test_a_hire_has_none() -> None:
    row = make.an_engagement()
    assert part_of(row, row.owner) is None


def test_it_costs_one_query_however_many_there_are() -> None:
    row = make.mentoring()
    viewer = viewer_of(make.acts_for(row.owner))
    engagement = Engagement.objects.visible_to(viewer).with_parties(viewer).get(pk=row.pk)
    for number in (0, 5):
        for _ in range(number):
            make.a_session(row, state="held")
            make.a_session(row, state="missed")
        with CaptureQueriesContext(connection) as queries:
            sessions_of(engagement, row.owner_id, viewer)
        assert len(queries) == 1
