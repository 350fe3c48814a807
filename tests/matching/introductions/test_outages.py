"""Where staff declared an outage, the clock of whoever is asked there stands still."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from matching.introductions import outages
from matching.introductions.models import Introduction, Outage
from matching.introductions.tasks import sweep_introductions
from profiles.models import Governorate
from tests import make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def asked_in_gaza() -> Introduction:
    search = make.looks_for_a_job(make.a_graduate(governorate="PS-GZA"))
    job = make.a_job()
    return make.an_introduction(job, search, asker=job.owner)


def declare(*codes: str, ends_at=None) -> Outage:
    places = Governorate.objects.filter(code__in=codes)
    return outages.declare(
        what="internet", governorates=places, starts_at=timezone.now(), ends_at=ends_at, by_id=None
    )


def test_an_outage_of_known_length_moves_the_deadline_by_it(asked_in_gaza: Introduction) -> None:
    due = asked_in_gaza.due_at
    outage = declare("PS-GZA", ends_at=timezone.now() + DAY)
    asked_in_gaza.refresh_from_db()
    assert asked_in_gaza.due_at == due + (outage.ends_at - outage.starts_at)


def test_without_an_end_the_clock_stands_until_staff_say_it_is_over(
    asked_in_gaza: Introduction,
) -> None:
    with time_machine.travel(timezone.now(), tick=False) as now:
        outage = declare("PS-GZA", "PS-NGZ")
        asked_in_gaza.refresh_from_db()
        assert asked_in_gaza.is_stopped

        now.shift(10 * DAY)
        assert sweep_introductions() == (0, 0)
        outages.end(outage=outage, by_id=None)
        asked_in_gaza.refresh_from_db()
        assert not asked_in_gaza.is_stopped
        assert timezone.now() + 2.9 * DAY < asked_in_gaza.due_at < timezone.now() + 3 * DAY


def test_elsewhere_the_clock_runs_on(asked_in_gaza: Introduction) -> None:
    due = asked_in_gaza.due_at
    declare("PS-NBS")
    asked_in_gaza.refresh_from_db()
    assert asked_in_gaza.due_at == due


def test_whoever_is_asked_during_one_has_a_clock_that_stands(db: None) -> None:
    declare("PS-GZA")
    search = make.looks_for_a_job(make.a_graduate(governorate="PS-GZA"))
    job = make.a_job()
    assert make.an_introduction(job, search, asker=job.owner).is_stopped
