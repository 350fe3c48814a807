"""O*NET's technologies of an occupation become openings: one firm's jobs and placements.

Only technologies that O*NET calls hot: the others are names with a vendor's prefix, mostly old.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tests.real.sheets import Row, several
from tests.real.spellings import Spellings

FIRM = "onet-firm"
ASKED = {"hiring": 8, "internships": 5}
"""Technologies an opening asks for."""
MOST_OPENINGS = 10
"""Openings cut from one occupation in one pairing."""
COMPUTING = "15-"
"""Computer and mathematical occupations: the major group of the classification."""

Technologies = Mapping[str, list[str]]
"""Occupation code to skill slugs, those in demand first."""


def technologies(rows: Iterable[Row], known: Spellings) -> Technologies:
    hot = [row for row in rows if _is_hot(row) and row["O*NET-SOC Code"].startswith(COMPUTING)]
    hot.sort(key=lambda row: (row["In Demand"] != "Y", row["Example"]))
    found: dict[str, list[str]] = defaultdict(list)
    for row in hot:
        found[row["O*NET-SOC Code"]].append(row["Example"])
    return {code: known.find_all(names) for code, names in sorted(found.items())}


def _is_hot(row: Row) -> bool:
    return row["Hot Technology"] == "Y"


def firms() -> Iterator[Row]:
    """Invented: O*NET describes occupations, not employers."""
    yield {"external_id": FIRM, "type": "international", "headline": "Employer of every occupation"}


def openings(occupations: Iterable[Row], of_code: Technologies) -> Iterator[Row]:
    for occupation in occupations:
        code = occupation["O*NET-SOC Code"]
        for pairing, asked in ASKED.items():
            for number, skills in enumerate(_cut(of_code.get(code, []), asked), start=1):
                yield {
                    "external_id": f"{pairing}-{code}-{number}",
                    "pairing": pairing,
                    "owner": FIRM,
                    "title": occupation["Title"],
                    "description": occupation["Description"],
                    "skills": several(skills),
                }


def _cut(skills: list[str], asked: int) -> Iterator[list[str]]:
    """Every n-th skill together, so that each opening asks for some of those in demand."""
    count = min(len(skills) // asked, MOST_OPENINGS)
    for first in range(count):
        yield skills[first::count][:asked]
