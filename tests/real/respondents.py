"""Stack Overflow 2019 respondents become graduates: what they worked with and what they want.

The set tells neither country nor experience nor pay; all of that stays unsaid.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from tests.real.sheets import Row, several
from tests.real.spellings import Spellings

WORKED_WITH = frozenset({"language", "database", "webframe", "platform"})
WANTS = frozenset(f"want_{kind}" for kind in WORKED_WITH)
PAIRINGS = ("hiring", "internships", "mentorship")
# "HTML/CSS", "Bash/Shell/PowerShell", "IBM Cloud or Watson": several technologies in one answer.
SEVERAL = re.compile(r"/| or ")

Answers = Mapping[str, list[str]]
"""Respondent to items, in the order of the survey."""


def answers(rows: Iterable[Row], kinds: frozenset[str]) -> Answers:
    found: dict[str, list[str]] = {}
    for row in rows:
        items = found.setdefault(row["respondent"], [])
        if row["kind"] in kinds:
            items.extend(SEVERAL.split(row["item"]))
    return found


def graduates(worked: Answers, known: Spellings) -> Iterator[Row]:
    for respondent, items in worked.items():
        yield {
            "external_id": external_id(respondent),
            "skills": several(known.find_all(items)),
        }


def candidacies(worked: Answers, wanted: Answers, known: Spellings) -> Iterator[Row]:
    """One for each pairing. The survey asked for no such consent: it is the tests' assumption.

    What a respondent wants to work with and has not yet is what they would ask a mentor for.
    """
    for respondent, items in worked.items():
        held = known.find_all(items)
        new = [skill for skill in known.find_all(wanted[respondent]) if skill not in held]
        for pairing in PAIRINGS:
            yield {
                "pairing": pairing,
                "kind": "graduate",
                "profile": external_id(respondent),
                "skills": several(new) if pairing == "mentorship" else "",
            }


def external_id(respondent: str) -> str:
    return f"so-{respondent}"
