import re

import pytest

from silah.templatetags.bands import Drawing, band_drawing, mini_drawing


def test_full_lozenge_spans_its_width_within_its_inset() -> None:
    drawing = band_drawing([(150, 1000), (850, 0)])

    assert drawing == Drawing(
        width=100,
        outline="M15.35 12 57.5 1 99.65 12 57.5 23z",
        filled="M0.35 12 7.5 1 14.65 12 7.5 23z",
    )


def test_fill_below_the_half_ends_on_the_rising_edge() -> None:
    drawing = band_drawing([(900, 0), (100, 400)])

    assert drawing.filled == "M90.35 12 94.07 3.2V20.8z"


def test_half_fill_ends_at_the_waist() -> None:
    drawing = band_drawing([(850, 0), (100, 500), (50, 0)])

    assert drawing.filled == "M85.35 12 90 1V23z"


def test_fill_above_the_half_ends_on_the_falling_edge() -> None:
    drawing = band_drawing([(650, 0), (200, 850), (150, 0)])

    assert drawing.filled == "M65.35 12 75 1 81.75 8.7V15.3L75 23z"


def test_widths_cover_the_band_from_end_to_end() -> None:
    widths = [150, 250, 100, 50, 100, 200, 100, 50]

    drawing = band_drawing([(width, 0) for width in widths])

    tips = re.findall(r"M(\S+) 12 \S+ 1 (\S+) 12", drawing.outline)
    drawn = [round((float(right) - float(left) + 0.7) * 10) for left, right in tips]
    assert drawn == widths
    assert tips[0][0] == "0.35"
    assert tips[-1][1] == "99.65"


def test_criterion_without_weight_is_not_drawn() -> None:
    assert band_drawing([(0, 1000), (1000, 1000)]) == band_drawing([(1000, 1000)])


def test_narrowest_lozenge_still_has_a_width() -> None:
    assert band_drawing([(1, 1000), (999, 0)]).filled == "M0.02 12 0.05 1 0.08 12 0.05 23z"


def test_widths_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="these add up to 990"):
        band_drawing([(500, 1000), (490, 0)])


@pytest.mark.parametrize("fill", [-1, 1001])
def test_fill_out_of_bounds_is_refused(fill: int) -> None:
    with pytest.raises(ValueError, match=f"{fill} is not"):
        mini_drawing([fill])


def test_mini_band_draws_equal_lozenges() -> None:
    drawing = mini_drawing([1000, 830, 0])

    assert drawing == Drawing(
        width=45,
        outline=("M15.8 7.5 22.5 0.8 29.2 7.5 22.5 14.2zM30.8 7.5 37.5 0.8 44.2 7.5 37.5 14.2z"),
        filled=("M0.8 7.5 7.5 0.8 14.2 7.5 7.5 14.2zM15.8 7.5 22.5 0.8 26.92 5.22V9.78L22.5 14.2z"),
    )


def test_band_of_nothing_is_empty() -> None:
    assert band_drawing([]) == Drawing(width=100, outline="", filled="")
