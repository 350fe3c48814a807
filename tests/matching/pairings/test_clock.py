"""Hours and days in words, on the reader's clock."""

from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from django.utils.translation import override

from matching.pairings.clock import days_in_words, hours_in_words

NINE_TO_FIVE_UTC = sum(1 << hour for hour in range(9, 17))


@pytest.fixture(autouse=True)
def _winter():
    with time_machine.travel("2026-01-15T12:00Z", tick=False):
        yield


@pytest.mark.parametrize(
    ("zone", "mask", "words"),
    [
        ("UTC", NINE_TO_FIVE_UTC, "09:00-17:00, UTC"),
        ("Asia/Hebron", NINE_TO_FIVE_UTC, "11:00-19:00, Hebron"),
        ("America/Chicago", NINE_TO_FIVE_UTC, "03:00-11:00, Chicago"),
        ("Asia/Kolkata", 1 << 9, "14:30-15:30, Kolkata"),
        ("UTC", 0b11 | 1 << 23, "23:00-02:00, UTC"),
        ("UTC", 0b1 | 1 << 5, "00:00-01:00, 05:00-06:00, UTC"),
        ("UTC", (1 << 24) - 1, "all day"),
        ("UTC", 0, "no hour"),
    ],
)
def test_hours_on_the_readers_clock(zone, mask, words):
    with timezone.override(ZoneInfo(zone)):
        assert hours_in_words(mask) == words


def test_a_range_is_said_in_words_in_an_arabic_sentence():
    with override("ar"):
        assert "من 09:00 إلى 17:00" in hours_in_words(NINE_TO_FIVE_UTC)


def test_days_by_name():
    assert days_in_words(0b1000011) == "Mon, Tue, Sun"
    assert days_in_words(0) == "no day"


def test_days_by_name_in_arabic():
    with override("ar"):
        assert days_in_words(0b1) == "الاثنين"
