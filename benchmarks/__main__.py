"""`python -m benchmarks [--json PATH] [--only PART]`: Silah's figures beside their rivals'."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.aims import aims_section
from benchmarks.engine import engine_sections
from benchmarks.engine_growth import draw, growth, growth_section
from benchmarks.grants import grants_section
from benchmarks.loading import load_section
from benchmarks.machine import machine_section
from benchmarks.matching import match_section
from benchmarks.rounds import rounds_section
from benchmarks.sections import Section, Value
from benchmarks.web import web_section
from silah import embedded

PARTS = ("engine", "match", "rounds", "grants", "load", "web")


def run(sections: list[Callable[[], Section]]) -> dict[str, Value]:
    """Measure and print one section after the other; returns all their figures."""
    figures: dict[str, Value] = {}
    for measured in sections:
        section = measured()
        print(section)
        print(f"Load average of the machine at the end: {os.getloadavg()[0]:.2f}\n", flush=True)
        figures |= section.figures
    if any(growth(figures).values()):
        print(growth_section(figures))
    print(aims_section(figures))
    return {**figures, "load_average_at_the_end": round(os.getloadavg()[0], 2)}


def sections(only: list[str]) -> list[Callable[[], Section]]:
    """The parts that are asked for, or all; the machine is told first in any case."""
    url = os.environ["DATABASE_URL"]
    parts: dict[str, list[Callable[[], Section]]] = {
        "engine": engine_sections(url),
        "match": [match_section],
        "rounds": [rounds_section],
        "grants": [grants_section],
        "load": [load_section],
        "web": [web_section],
    }
    asked = (section for name in only or PARTS for section in parts[name])
    return [lambda: machine_section(url), *asked]


def main(arguments: list[str]) -> str | None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="PATH", help="keep the figures in this file")
    parser.add_argument(
        "--only", action="append", choices=PARTS, default=[], help="measure this part alone"
    )
    parser.add_argument(
        "--picture", type=Path, metavar="PATH", help="draw the engine's growth into this file"
    )
    options = parser.parse_args(arguments)
    try:
        with embedded.attach("bench"):
            figures = run(sections(options.only))
    except (embedded.EmbeddedError, RuntimeError) as error:
        return str(error)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    if options.picture:
        draw(growth(figures), options.picture)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
