"""Around midnight readers of two zones have two days, and what is held serves both."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import make

pytestmark = pytest.mark.django_db
LATE = datetime(2026, 11, 25, 23, 0, tzinfo=UTC)
"""In Hebron it is the 26th already."""


@pytest.fixture
def hebron(client: Client) -> Client:
    client.force_login(make.acts_for(make.a_mentor()))
    return client


def titles(client: Client) -> list[str]:
    return [line.title for line in client.get("/openings/").context["lines"]]


@time_machine.travel(LATE, tick=False)
def test_each_reads_what_is_open_on_their_own_day(hebron: Client) -> None:
    make.a_job(title="Until the 25th", closes_on=date(2026, 11, 25))
    make.a_job(title="Until the 26th", closes_on=date(2026, 11, 26))
    for _turn in range(2):
        assert titles(hebron) == ["Until the 26th"]
        assert sorted(titles(Client())) == ["Until the 25th", "Until the 26th"]


@time_machine.travel(LATE, tick=False)
def test_taking_turns_reads_nothing_anew(hebron: Client) -> None:
    make.a_job()
    stranger, queries = Client(), []
    for _turn in range(3):
        hebron.get("/openings/")
        with CaptureQueriesContext(connection) as asked:
            stranger.get("/openings/")
        queries.append(len(asked))
    assert queries[1] == queries[2] <= 2
