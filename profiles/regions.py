"""Which region of the world a country is in."""

import csv
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "taxonomy" / "regions.csv"


@cache
def _regions() -> dict[str, str]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["country"]: row["region"] for row in csv.DictReader(file)}


def region_of(country: str) -> str:
    """The region of an ISO 3166 alpha-2 code, "" where the country is not said."""
    return _regions().get(country, "")
