"""What stands in the picker: as it was typed, and what a valid form makes of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from profiles.folding import skill_key
from profiles.models import Skill

_BETWEEN = re.compile(r"[,،;؛\n]")
MOST_AT_ONCE = 10
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Picked:
    """levels: skill to its second column; proposed: text of an unknown skill to the same."""

    levels: Mapping[Skill, int] = field(default_factory=dict)
    proposed: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Typed:
    """As posted. query: the search box; seen: the query whose results were on the page.

    picks: slug of each ticked skill to its second column; news: the same by the text of those
    that are to be proposed; seconds: what is chosen beside every skill shown, ticked or not
    """

    query: str = ""
    seen: str = ""
    picks: Mapping[str, str] = field(default_factory=dict)
    news: Mapping[str, str] = field(default_factory=dict)
    seconds: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_pending(self) -> bool:
        """Something was typed for which nobody has looked yet."""
        return bool(self.parts) and self.query != self.seen

    @property
    def parts(self) -> list[str]:
        """ "React, بايثون" names two skills. Only so many are looked for at once."""
        parts = (part.strip()[:LONGEST] for part in _BETWEEN.split(self.query))
        return list({skill_key(part): part for part in parts if skill_key(part)}.values())[
            :MOST_AT_ONCE
        ]
