"""Geometry of charts: percent along the line of reading, pixels down."""

import pytest

from silah.charts import Part, bars, lines


def test_the_longest_bar_is_full_and_its_parts_follow_each_other():
    chart = bars([("Jobs", "8 + 9", [Part(8), Part(12, "c5")]), ("Teams", "6", [Part(5, "c4")])])
    assert [(s.x, s.width, s.tone) for s in chart.bars[0].segments] == [
        ("0%", "40%", "c1"),
        ("40%", "60%", "c5"),
    ]
    assert chart.bars[1].segments[0].width == "25%"
    assert (chart.start, chart.end, chart.height) == ("0%", "100%", 96)


def test_bars_begin_at_the_right_where_reading_does():
    chart = bars([("Jobs", "8 + 9", [Part(8), Part(12, "c5")])], mirrored=True)
    assert [(s.x, s.width) for s in chart.bars[0].segments] == [("60%", "40%"), ("0%", "60%")]
    assert (chart.start, chart.end) == ("100%", "0%")


def test_a_bar_may_be_a_share_of_a_given_whole():
    assert bars([("Met", "2", [Part(2)])], whole=8).bars[0].segments[0].width == "25%"


def test_what_is_too_few_to_show_is_hatched_at_a_length_that_tells_nothing():
    chart = bars([("Jobs", "16", [Part(16)]), ("Investment", "few", [Part(None)])])
    assert (chart.bars[1].segments[0].tone, chart.bars[1].segments[0].width) == ("few", "25%")
    assert chart.has_few


def test_no_rows_make_no_bars():
    assert bars([]).bars == ()


def test_lines_run_from_first_to_last_within_a_round_scale():
    chart = lines([[0, 20, 39]], ["Dec", "", "Nov"])
    (one,) = chart.series
    assert [(s.x1, s.y1, s.x2, s.y2) for s in one.strokes] == [
        ("5%", 206, "46.5%", 114),
        ("46.5%", 114, "88%", 27),
    ]
    assert [word.text for word in chart.scale] == ["0", "10", "20", "30", "40"]
    assert [(word.x, word.text) for word in chart.times] == [("5%", "Dec"), ("88%", "Nov")]
    assert (one.first.text, one.last.text) == ("0", "39")
    assert (one.first.x, one.last.x) == ("7.5%", "90.5%")


def test_time_runs_from_the_right_in_arabic():
    chart = lines([[1, 2]], ["1", "2"], mirrored=True)
    assert (chart.series[0].strokes[0].x1, chart.series[0].strokes[0].x2) == ("95%", "12%")
    assert (chart.grid[0].x1, chart.grid[0].x2) == ("0%", "96%")


def test_a_figure_that_is_not_shown_leaves_a_gap():
    assert len(lines([[5, None, 7, 8]], [""] * 4).series[0].strokes) == 1
    assert lines([[5, None]], ["", ""]).series[0].end is None


@pytest.mark.parametrize(("most", "top"), [(0, 4), (4, 4), (5, 8), (9, 20), (41, 80), (1840, 2000)])
def test_the_scale_ends_on_a_round_number_with_whole_quarters(most, top):
    assert lines([[most]], [""]).scale[-1].text == str(top)


def test_a_series_of_another_length_is_refused():
    with pytest.raises(ValueError, match="Give each series 2 figures"):
        lines([[1]], ["a", "b"])
