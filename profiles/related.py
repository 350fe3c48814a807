"""Skills that tell of another: whoever has one of them most likely knows the other as well.

Counted in the answers of the Stack Overflow Developer Survey 2019 (Open Database License 1.0, as
is the file): tests/real/relating.py counts them anew. Whoever changes the file raises VERSION and
matches anew, since what is stored was scored by the earlier one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from profiles.models import Skill
from profiles.taxonomy.sync import rows

VERSION = 1

Told = Mapping[int, Mapping[int, int]]
"""Key of a skill to the skills that it tells of, each with how often, per mille."""


def told_by(held: Iterable[int]) -> dict[int, int]:
    """Skills that these tell of and that are not among them, each to the one that tells it best."""
    return best_tellers(held, table())


def best_tellers(held: Iterable[int], told: Told) -> dict[int, int]:
    """Of equals the smaller key. Whoever says more is never told of less, but for what is said."""
    own = set(held)
    found: dict[int, tuple[int, int]] = {}
    for teller in sorted(own & told.keys()):
        for skill, share in told[teller].items():
            if skill not in own and share > found.get(skill, (0, 0))[0]:
                found[skill] = (share, teller)
    return {skill: found[skill][1] for skill in sorted(found)}


@cache
def table() -> Told:
    """Keys of skills are given once: read once a process, by the site before its first visitor."""
    keys = dict(Skill.objects.values_list("slug", "pk"))
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for row in rows("related"):
        found[keys[row["teller"]]][keys[row["told"]]] = int(row["share"])
    return found
