"""A mentoring from its goals to its end, in two browsers on two clocks."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone
from playwright.sync_api import expect

from ledger import tasks
from ledger.models import Outbox
from matching.engagements import actions
from matching.engagements.actions import Said
from matching.engagements.models import Engagement, Review, Session
from profiles.models import Profile
from tests import make
from tests.browser.corners import WAYS
from tests.browser.sides import Side

DAY = timedelta(days=1)


def deliver() -> None:
    """What the workers would hear by now."""
    ours = Outbox.objects.filter(state="pending", handler__startswith="matching.engagements")
    for owed in ours.order_by("pk"):
        tasks.deliver(owed.pk)


def answers(who: Side, row: Review, **said: Any) -> None:
    who.opens("review", row.public_id)
    who.says(rating="5", **said)


def review_of(engagement: Engagement, by: Profile, kind: str) -> Review:
    return Review.objects.get(engagement=engagement, by=by, kind=kind)


@WAYS
def test_agreed_on_proposed_booked_held_logged_reviewed_and_completed(
    side: Any, language: str, scripts: bool
) -> None:
    engagement = make.mentoring_across_clocks()
    mentor, mentee = (
        side(each, language, scripts) for each in (engagement.owner, engagement.candidate)
    )
    day = timezone.localdate() + timedelta(days=5)
    eight = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)

    proposed_by_the_mentee(mentee, engagement, eight)
    row = Session.objects.get()
    assert row.times == [eight, eight + DAY]
    booked_by_the_mentor(mentor, row)
    row.refresh_from_db()
    assert row.starts_at == eight + DAY

    Session.objects.update(starts_at=timezone.now() - timedelta(hours=1))
    held_and_logged(mentor, row)
    mentee.opens("session", row.public_id)
    mentee.reads("The session was held")
    expect(mentee.tab.locator("blockquote")).to_have_text("قرأنا معًا")

    deliver()
    for who, by in ((mentor, engagement.owner), (mentee, engagement.candidate)):
        who.opens("session", row.public_id)
        who.follows("review", review_of(engagement, by, "session").public_id)
        who.says(rating="5", text="جلسة مفيدة")
    other = review_of(engagement, engagement.owner, "session")
    mentee.opens("review", other.public_id)
    expect(mentee.tab.locator("blockquote")).to_have_count(0)

    completed(engagement)
    for who, by in ((mentor, engagement.owner), (mentee, engagement.candidate)):
        answers(who, review_of(engagement, by, "end"), again="yes")
    assert set(Review.objects.values_list("kind", "rating", "again")) == {
        ("session", 5, None),
        ("end", 5, True),
    }


def proposed_by_the_mentee(mentee: Side, engagement: Engagement, eight: datetime) -> None:
    """Typed on their own clock; one that has passed is asked anew, and the rest stays typed."""
    zone = ZoneInfo(engagement.candidate.user.time_zone)
    local = [f"{each.astimezone(zone):%Y-%m-%dT%H:%M}" for each in (eight, eight + DAY)]
    mentee.opens("propose-session", engagement.public_id)
    mentee.says(at_1="2020-01-01T10:00", at_2=local[1], minutes="30", medium="text")
    expect(mentee.tab.locator("[name=at_2]")).to_have_value(local[1])
    mentee.says(at_1=local[0])
    mentee.reads("You proposed times, and wait for an answer")


def booked_by_the_mentor(mentor: Side, row: Session) -> None:
    """The list leads to it, and its times stand on both clocks."""
    mentor.opens("sessions")
    mentor.follows("session", row.public_id)
    mentor.reads("They propose a session: choose a time")
    mentor.follows("act-on-session", row.public_id, "book")
    mentor.says(at=row.times[1].isoformat())
    mentor.reads("A session is booked")
    calendar = mentor.path("session-calendar", row.public_id)
    expect(mentor.tab.locator(f'main a[href="{calendar}"]')).to_have_count(1)


def held_and_logged(mentor: Side, row: Session) -> None:
    mentor.opens("session", row.public_id)
    mentor.reads("Did this session take place?")
    mentor.follows("act-on-session", row.public_id, "held")
    mentor.says(minutes="40", text="قرأنا معًا")
    mentor.reads("The session was held")


def completed(engagement: Engagement) -> None:
    said = Said(uuid4(), timezone.localdate())
    common: dict[str, Any] = {"engagement": engagement, "by_id": None}
    actions.complete(**common, by=engagement.candidate, said=said)
    actions.confirm(**common, by=engagement.owner)
    deliver()


@WAYS
def test_other_times_moved_and_cancelled(side: Any, language: str, scripts: bool) -> None:
    first = make.a_session(make.mentoring_across_clocks())
    engagement = first.engagement
    mentor, mentee = (
        side(each, language, scripts) for each in (engagement.owner, engagement.candidate)
    )
    later = f"{timezone.now() + timedelta(days=8):%Y-%m-%dT%H:%M}"

    mentor.opens("session", first.public_id)
    mentor.follows("other-times", first.public_id)
    mentor.says(at_1=later)
    row = Session.objects.get(state="proposed")
    mentee.opens("session", row.public_id)
    mentee.follows("act-on-session", row.public_id, "book")
    mentee.says(at=row.times[0].isoformat())
    mentee.follows("move-session", row.public_id)
    mentee.says(at_1=f"{timezone.now() + timedelta(days=9):%Y-%m-%dT%H:%M}")
    mentee.reads("You proposed times, and wait for an answer")

    mentor.opens("session", row.public_id)
    mentor.follows("act-on-session", row.public_id, "cancel")
    mentor.says(because="no_line")
    mentor.reads("You cancelled the session")
    mentee.opens("session", row.public_id)
    mentee.reads("They cancelled the session")
