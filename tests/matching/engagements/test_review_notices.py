"""Whoever is asked is told once; nothing that was answered is told to anybody."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from ledger.models import Event, Mail, Notification
from matching.engagements.models import Engagement
from matching.engagements.reviews import actions, following
from matching.engagements.reviews.tasks import sweep_reviews
from profiles.privacy.vanishing import vanish
from tests import make
from tests.matching.introductions.telling import told

pytestmark = pytest.mark.django_db
MONTH = timedelta(days=31)
CANARY = "Canary words"


def planned() -> Engagement:
    row = make.an_engagement()
    following.of_confirmed(list(Event.objects.filter(verb="engagement.confirmed")))
    return row


def test_its_day_come_each_side_is_told_what_is_asked_and_until_when() -> None:
    row = planned()
    users = make.acts_for(row.owner), make.acts_for(row.candidate)
    with time_machine.travel(timezone.now() + MONTH):
        sweep_reviews()
        for user in users:
            line = told(user)["review.asked"]
            assert line.text.endswith(": Is it going as agreed?")
            assert line.more.startswith("Can be answered until ")
            assert line.url.startswith("/reviews/")
    assert Notification.objects.filter(kind="review.asked").count() == 2


@pytest.mark.parametrize("why", ["given", "late", "vanished"])
def test_once_it_cannot_be_given_the_line_is_gone(why: str) -> None:
    row = planned()
    owner, candidate = make.acts_for(row.owner), make.acts_for(row.candidate)
    with time_machine.travel(timezone.now() + MONTH):
        sweep_reviews()
        assert "review.asked" in told(owner)
        if why == "given":
            review = row.reviews.get(by=row.owner, asked_at__isnull=False)
            word = actions.Word(4, CANARY)
            actions.give(review=review, by=row.owner, said=word, by_id=owner.pk)
        if why == "vanished":
            vanish(user=candidate)
    days = 62 if why == "late" else 32
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        assert "review.asked" not in told(owner)


def test_what_was_answered_is_told_to_nobody() -> None:
    row = planned()
    owner, candidate = make.acts_for(row.owner), make.acts_for(row.candidate)
    with time_machine.travel(timezone.now() + MONTH):
        sweep_reviews()
        review = row.reviews.get(by=row.owner, asked_at__isnull=False)
        actions.give(review=review, by=row.owner, said=actions.Word(1, CANARY), by_id=owner.pk)
        lines = str([told(user) for user in (owner, candidate)])
    assert "review.given" not in lines
    written = [str(list(rows.objects.values())) for rows in (Mail, Event, Notification)]
    assert CANARY not in lines + "".join(written)
