"""Blocks of a week; and the same week on another clock."""

from django.utils import timezone, translation

from profiles.hours import parse_week
from profiles.weeks import free_blocks, part_of, told_week, with_blocks

SUNDAY = 6


def test_only_whole_blocks_count_as_free():
    week = parse_week("Sun 06:00-12:00; Mon 09:00-17:00")
    assert free_blocks(week) == {(SUNDAY, 6)}
    assert part_of(week, (0, 6))
    assert part_of(week, (0, 12))
    assert not part_of(week, (SUNDAY, 6))
    assert not part_of(week, (SUNDAY, 12))


def test_blocks_change_and_other_hours_stay():
    week = parse_week("Sun 06:00-12:00; Mon 09:00-17:00")
    changed = with_blocks(week, free=[(SUNDAY, 18)], busy=[(SUNDAY, 6)])
    assert changed == parse_week("Sun 18:00-24:00; Mon 09:00-17:00")


def test_reader_elsewhere_reads_both_clocks():
    week = parse_week("Sun 09:00-17:00")
    with timezone.override("Asia/Hebron"):
        assert len(told_week(week, "Asia/Hebron")) == 1
    with timezone.override("Asia/Tokyo"):
        told = told_week(week, "Asia/Hebron")
    assert [label for label, _ in told] == [
        "On the clock of Hebron",
        "On your clock, Tokyo",
    ]


def test_week_is_told_in_arabic():
    with translation.override("ar"), timezone.override("Asia/Hebron"):
        assert told_week(parse_week("Sun 09:00-17:00"), "Asia/Hebron")[0][1].startswith("الأحد")
