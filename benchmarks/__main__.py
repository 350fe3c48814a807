"""`python -m benchmarks [--json PATH]`: Silah's figures beside their rivals', in one run."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.aims import aims_section
from benchmarks.loading import load_section
from benchmarks.machine import machine_section
from benchmarks.matching import match_section
from benchmarks.scanning import scan_section
from benchmarks.sections import Section, Value
from benchmarks.web import web_section
from silah import embedded


def run(sections: list[Callable[[], Section]]) -> dict[str, Value]:
    """Measure and print one section after the other; returns all their figures."""
    figures: dict[str, Value] = {}
    for measured in sections:
        section = measured()
        print(section)
        print(f"Load average of the machine at the end: {os.getloadavg()[0]:.2f}\n", flush=True)
        figures |= section.figures
    print(aims_section(figures))
    return {**figures, "load_average_at_the_end": round(os.getloadavg()[0], 2)}


def main(arguments: list[str]) -> str | None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="PATH", help="keep the figures in this file")
    options = parser.parse_args(arguments)
    try:
        with embedded.attach("bench"):
            url = os.environ["DATABASE_URL"]
            figures = run(
                [
                    lambda: machine_section(url),
                    lambda: scan_section(url),
                    match_section,
                    load_section,
                    web_section,
                ]
            )
    except (embedded.EmbeddedError, RuntimeError) as error:
        return str(error)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
