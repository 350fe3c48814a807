"""An outage is told to both sides of what waits there, once, and the line says what holds now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ledger.models import Notification
from matching.introductions import outages
from matching.introductions.models import Outage
from profiles.models import Governorate
from tests import make
from tests.matching.introductions.telling import deliver, mails_to, told

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def two():
    """Who asked, and who is asked in Gaza."""
    job = make.a_job()
    search = make.looks_for_a_job(make.a_graduate(governorate="PS-GZA"))
    users = make.acts_for(job.owner), make.acts_for(search.profile)
    make.an_introduction(job, search, asker=job.owner)
    deliver()
    return users


def declare(code="PS-GZA", **times) -> Outage:
    places = Governorate.objects.filter(code=code)
    return outages.declare(
        what="internet", governorates=places, starts_at=timezone.now(), by_id=None, **times
    )


def test_both_sides_are_told_and_no_place_is_named(two):
    declare()
    for user in two:
        line = told(user)["outage.declared"]
        assert line.text == "Internet outage: the time to answer stands still"
        assert "until programme staff say that it is over" in line.more
        assert "Gaza" not in line.text + line.more


def test_elsewhere_nobody_is_told(two):
    declare("PS-NBS")
    assert not [user for user in two if "outage.declared" in told(user)]


def test_what_is_answered_waits_for_nothing(two):
    other = make.an_introduction(state="accepted")
    user = make.acts_for(other.asked)
    declare()
    assert "outage.declared" not in told(user)


def test_a_known_end_is_told_on_the_readers_clock(two):
    declare(ends_at=timezone.now() + DAY)
    user = two[0]
    user.time_zone = "Europe/Berlin"
    user.save()
    more = told(user)["outage.declared"].more
    assert more.startswith("A request of yours waits longer for its answer. It is to be over by ")
    assert more.endswith(" in Berlin.")


def test_changed_it_is_not_told_again_and_the_line_says_what_holds(two):
    outage = declare()
    deliver()
    outage.ends_at = timezone.now() + DAY
    outages.change(outage=outage, by_id=None)
    assert "It is to be over by" in told(two[0])["outage.declared"].more
    assert Notification.objects.of(two[0].pk).filter(kind="outage.declared").count() == 1


def test_its_end_is_told_and_what_was_told_before_says_so_too(two):
    outage = declare()
    deliver()
    outages.end(outage=outage, by_id=None)
    lines = told(two[1])
    over = "Internet outage: over, and the time to answer runs again"
    assert lines["outage.ended"].text == lines["outage.declared"].text == over


def test_mail_of_it_waits_for_the_morning(two):
    before = [len(mails_to(user)) for user in two]
    declare()
    deliver()
    assert [len(mails_to(user)) for user in two] == before
