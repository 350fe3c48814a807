"""Which technologies tell of another, counted in the answers of a survey."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from tests.real.respondents import SEVERAL, Answers
from tests.real.sheets import Row
from tests.real.spellings import Spellings

LEAST_HOLDERS = 50
"""Fewer than so many people with a skill say nothing."""
LEAST_SHARE = 0.7
LEAST_LIFT = 1.25
"""How many times likelier the other skill is than among everybody."""

MOST = 2
"""So many skills at most that one tells of, the likeliest: more of them gain nothing."""
NO_SKILLS = frozenset({"windows", "macos", "slack"})
"""Everybody's tools: nobody asks for them."""

Held = Mapping[str, frozenset[str]]
"""Respondent to the slugs of what they worked with."""


def held(worked: Answers, known: Spellings) -> Held:
    return {name: frozenset(known.find_all(items)) - NO_SKILLS for name, items in worked.items()}


def of_one_answer(items: Iterable[str], known: Spellings) -> set[tuple[str, str]]:
    """Pairs that the survey did not tell apart, such as HTML and CSS."""
    answers = (known.find_all(SEVERAL.split(item)) for item in items)
    return {pair for answer in answers for pair in permutations(answer, 2)}


def related(people: Iterable[frozenset[str]], apart: set[tuple[str, str]]) -> Iterator[Row]:
    """teller, told, share: of those who hold `teller`, so many per mille hold `told` too."""
    everyone = list(people)
    holders = Counter(slug for skills in everyone for slug in skills)
    both = Counter(pair for skills in everyone for pair in permutations(skills, 2))
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for teller, told in both.keys() - apart:
        share = both[teller, told] / holders[teller]
        lift = share * len(everyone) / holders[told]
        if holders[teller] >= LEAST_HOLDERS and share >= LEAST_SHARE and lift >= LEAST_LIFT:
            found[teller].append((-share, told))
    for teller in sorted(found):
        for share, told in sorted(found[teller])[:MOST]:
            yield {"teller": teller, "told": told, "share": str(math.floor(-1000 * share))}
