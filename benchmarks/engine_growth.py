"""How a query's time grows with the people: a table, and a picture of it as SVG."""

import math
from collections.abc import Mapping
from pathlib import Path

from benchmarks.sections import Section, Value, thousands

SIZES = (10_000, 100_000, 1_000_000, 8_000_000)
KERNELS = ("scan", "pruned")
LEAST_MS, MOST_MS = 0.01, 1000.0
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 360, 64, 84, 24, 44

Points = dict[int, float]
"""Milliseconds a query by how many people there are."""


def growth_section(figures: Mapping[str, Value]) -> Section:
    """From the speeds of the other sections; a size that none measured is left out."""
    found = growth(figures)
    sizes = [size for size in SIZES if any(size in points for points in found.values())]
    lines = [f"{'ms a query':<12}" + "".join(f"{thousands(size):>10}" for size in sizes)]
    for kernel, points in found.items():
        cells = (f"{points[size]:>10.3f}" if size in points else f"{'':>10}" for size in sizes)
        lines.append(f"{kernel:<12}" + "".join(cells))
    return Section("Growth of a query, one thread", "\n".join(lines), {})


def growth(figures: Mapping[str, Value]) -> dict[str, Points]:
    return {
        kernel: {
            size: size / 1000 / float(figures[name])
            for size in SIZES
            if (name := f"{kernel}_mpairs_{thousands(size)}") in figures
        }
        for kernel in KERNELS
    }


def draw(found: Mapping[str, Points], path: Path) -> None:
    """Both axes logarithmic; the colours follow the reader's light or dark."""
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' aria-labelledby="title">\n'
        '<title id="title">Milliseconds a query by the number of people</title>\n'
        f"<style>{STYLE}</style>\n"
        + "\n".join([*_grid(), *(part for each in found.items() for part in _line(*each))])
        + "\n</svg>\n"
    )


STYLE = """
text { font: 13px system-ui, sans-serif; fill: #555 } .grid { stroke: #8884 }
.scan { stroke: #b45309; color: #b45309 } .pruned { stroke: #0f766e; color: #0f766e }
polyline { fill: none; stroke-width: 2.5 } circle { fill: currentColor; stroke: none }
@media (prefers-color-scheme: dark) {
text { fill: #bbb } .scan { stroke: #f59e0b; color: #f59e0b }
.pruned { stroke: #2dd4bf; color: #2dd4bf } }
"""


def _grid() -> list[str]:
    """A line and a label for each size and for each power of ten of milliseconds."""
    marks = []
    for size in SIZES:
        x = _x(size)
        marks.append(f'<line class="grid" x1="{x}" x2="{x}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>')
        marks.append(
            f'<text x="{x}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,}</text>'
        )
    for power in range(round(math.log10(LEAST_MS)), round(math.log10(MOST_MS)) + 1):
        ms = 10.0**power
        y = _y(ms)
        marks.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>')
        marks.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{ms:g} ms</text>')
    return marks


def _line(kernel: str, points: Points) -> list[str]:
    places = [(_x(size), _y(ms)) for size, ms in points.items()]
    if not places:
        return []
    drawn = " ".join(f"{x},{y}" for x, y in places)
    x, y = places[-1]
    return [
        f'<polyline class="{kernel}" points="{drawn}"/>',
        *(f'<circle class="{kernel}" cx="{x}" cy="{y}" r="3.5"/>' for x, y in places),
        f'<text x="{x + 10}" y="{y + 4}">{kernel}</text>',
    ]


def _x(size: int) -> float:
    share = math.log10(size / SIZES[0]) / math.log10(SIZES[-1] / SIZES[0])
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _y(ms: float) -> float:
    share = math.log10(ms / LEAST_MS) / math.log10(MOST_MS / LEAST_MS)
    return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)
