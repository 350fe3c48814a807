"""Where the lines and bars of a chart stand: x in percent, y in pixels, no viewBox.

So text stays as large on a phone as on a desk. A chart is computed once per direction: bars and
time start where reading starts. A figure of `None` is one that is too small to be shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

FEWEST = 5
"""A count below this reads "few"; its bar is drawn as long as the largest that it could be."""
BAR_STEP, BAR_TOP, BAR_HEIGHT = 56, 22, 18
LINE_TOP, LINE_FOOT, LINE_HEIGHT = 22, 206, 240
FIRST_X, LAST_X, GRID_X = 5.0, 88.0, 4.0
ASIDE_X = 2.5
"""How far a value stands from its point: clear of the scale, and of the dot."""
TICKS = 4

Figure = int | None


@dataclass(frozen=True, slots=True)
class Direction:
    """Left to right, or mirrored for a language that is read from the right."""

    mirrored: bool = False

    def at(self, x: float, width: float = 0.0) -> str:
        return _percent(100 - x - width if self.mirrored else x)


@dataclass(frozen=True, slots=True)
class Segment:
    x: str
    width: str
    tone: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its words above it."""

    label: str
    value: str
    text_y: int
    y: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    bars: tuple[Bar, ...]
    height: int
    start: str
    end: str

    @property
    def has_few(self) -> bool:
        return any(segment.tone == "few" for bar in self.bars for segment in bar.segments)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: how much, and its tone (c1 pine, c2 mulberry, c4 blue, c5 grey)."""

    figure: Figure
    tone: str = "c1"


def bars(
    rows: Sequence[tuple[str, str, Sequence[Part]]], *, mirrored: bool = False, whole: int = 0
) -> Bars:
    """Bars of (label, value in words, parts); `whole` is a full width, else the longest bar."""
    direction = Direction(mirrored)
    longest = whole or max((sum(map(_drawn, parts)) for _, _, parts in rows), default=0) or 1
    drawn = [
        Bar(
            label,
            value,
            BAR_STEP * number + 14,
            BAR_STEP * number + BAR_TOP,
            tuple(_segments(parts, longest, direction)),
        )
        for number, (label, value, parts) in enumerate(rows)
    ]
    height = BAR_STEP * (len(rows) - 1) + BAR_TOP + BAR_HEIGHT if rows else 0
    return Bars(tuple(drawn), height, direction.at(0), direction.at(100))


def _segments(parts: Sequence[Part], longest: int, direction: Direction) -> list[Segment]:
    found, x = [], 0.0
    for part in parts:
        width = 100 * _drawn(part) / longest
        tone = "few" if part.figure is None else part.tone
        found.append(Segment(direction.at(x, width), _percent(width), tone))
        x += width
    return found


def _drawn(part: Part) -> int:
    return FEWEST - 1 if part.figure is None else part.figure


@dataclass(frozen=True, slots=True)
class Stroke:
    x1: str
    y1: int
    x2: str
    y2: int


@dataclass(frozen=True, slots=True)
class Word:
    x: str
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its strokes, the dot at its end, and its last value in words.

    The first line carries its first value too, so that nobody reads time backwards.
    """

    strokes: tuple[Stroke, ...]
    end: Word | None
    last: Word | None
    first: Word | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    series: tuple[Series, ...]
    grid: tuple[Stroke, ...]
    scale: tuple[Word, ...]
    times: tuple[Word, ...]
    height: int = LINE_HEIGHT


def lines(
    series: Sequence[Sequence[Figure]], times: Sequence[str], *, mirrored: bool = False
) -> Lines:
    """Lines over time, at most two; a time of "" is not written. A figure of None is a gap.

    Raises ValueError where a series has not one figure for each time.
    """
    if any(len(one) != len(times) for one in series):
        raise ValueError(f"Give each series {len(times)} figures, one for each time.")
    direction = Direction(mirrored)
    top = _round_top(max((figure or 0 for one in series for figure in one), default=0))
    ticks = [top * tick // TICKS for tick in range(TICKS + 1)]
    ends = sorted((direction.at(GRID_X), direction.at(100)), key=lambda x: float(x[:-1]))
    return Lines(
        series=tuple(
            _series(one, top, direction, is_first=number == 0) for number, one in enumerate(series)
        ),
        grid=tuple(Stroke(ends[0], _y(tick, top), ends[1], _y(tick, top)) for tick in ticks),
        scale=tuple(Word(direction.at(0), _y(tick, top) + 4, str(tick)) for tick in ticks),
        times=tuple(
            Word(_x(number, len(times), direction), LINE_FOOT + 24, time)
            for number, time in enumerate(times)
            if time
        ),
    )


def _series(figures: Sequence[Figure], top: int, direction: Direction, *, is_first: bool) -> Series:
    points = [
        None if figure is None else (_x(number, len(figures), direction), _y(figure, top))
        for number, figure in enumerate(figures)
    ]
    strokes = [Stroke(*one, *two) for one, two in pairwise(points) if one and two]
    begin, end = (points[0], points[-1]) if points else (None, None)
    return Series(
        tuple(strokes),
        end=Word(*end, "") if end else None,
        last=Word(direction.at(LAST_X + ASIDE_X), end[1] + 5, str(figures[-1])) if end else None,
        first=Word(direction.at(FIRST_X + ASIDE_X), begin[1] - 12, str(figures[0]))
        if begin and is_first
        else None,
    )


def _x(number: int, count: int, direction: Direction) -> str:
    return direction.at(FIRST_X + (LAST_X - FIRST_X) * number / max(1, count - 1))


def _y(figure: int, top: int) -> int:
    return LINE_FOOT - round((LINE_FOOT - LINE_TOP) * figure / top)


def _round_top(most: int) -> int:
    """The least of 4, 8, 20, 40, 80, 200, ... that nothing passes: its quarters are whole."""
    unit = 1
    while True:
        for step in (4, 8, 20):
            if most <= step * unit:
                return step * unit
        unit *= 10


def _percent(x: float) -> str:
    return f"{x:.2f}".rstrip("0").rstrip(".") + "%"
