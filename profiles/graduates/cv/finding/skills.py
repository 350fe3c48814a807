"""Skills in lines of text; names that are everyday words only where their context says so."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from profiles.folding import skill_key
from profiles.graduates.cv.finding.everyday import INTRODUCTIONS, PREPOSITIONS
from profiles.graduates.cv.finding.naming import Match, matches_in
from profiles.graduates.cv.finding.sections import Line, Section, lead_of
from profiles.graduates.cv.finding.vocabulary import Name, Trust

# Between the items of an enumeration.
_BETWEEN = re.compile(
    r"[,;:|•·▪●◦‣*()\[\]،؛\\/]|\s[-–—]\s|\.\s|^\s*[-–—]|\s(?:and|or|&|و)\s", re.IGNORECASE
)
_BOTH = {"cc++": "c"}
"""Names of two skills at once: the taxonomy gives the one, this the other."""


def find_skills(lines: list[Line], names: Mapping[str, Name]) -> Iterator[tuple[str, int]]:
    """Yield (slug, number of the line), the first line of each skill, in the order of the text."""
    seen = set()
    for line in lines:
        if line.section is Section.ASIDE or line.is_heading:
            continue
        for slug in _read(line, names).slugs():
            if slug not in seen:
                seen.add(slug)
                yield slug, line.number


def _read(line: Line, names: Mapping[str, Name]) -> "_Reading":
    """From the colon on, if names stand there: "Databases: MySQL" among skills is MySQL only."""
    is_listed = line.section is Section.SKILLS
    rest = line.text.partition(":")[2] if is_listed and lead_of(line.text) else ""
    if matches := matches_in(rest, names):
        return _Reading(rest, is_listed, matches)
    return _Reading(line.text, is_listed, matches_in(line.text, names))


@dataclass(frozen=True)
class _Reading:
    """A line, whether it stands in a list of skills, and the names in it."""

    text: str
    is_listed: bool
    matches: list[Match]

    def slugs(self) -> Iterator[str]:
        for match in self.matches:
            if self._is_believed(match):
                yield match.name.slug
                if also := _BOTH.get(skill_key(self._said(match))):
                    yield also

    def _is_believed(self, match: Match) -> bool:
        trust = match.name.trust
        if trust is Trust.ALWAYS or (self.is_listed and self._is_item(match)):
            return True
        if trust is Trust.CAPITALISED:
            return self._is_written_as_named(match)
        if match.before.casefold() in INTRODUCTIONS:
            return True
        return trust is Trust.NEIGHBOURED and self._stands_among_skills(match)

    def _stands_among_skills(self, match: Match) -> bool:
        """An item of an enumeration in which some other item is a skill without doubt."""
        return self._is_written_as_named(match) and self._ends_item(match) and self._has_sure_item

    @cached_property
    def _has_sure_item(self) -> bool:
        sure = (Trust.ALWAYS, Trust.CAPITALISED)
        return any(each.name.trust in sure and self._ends_item(each) for each in self.matches)

    def _is_item(self, match: Match) -> bool:
        """Whether the name, or the name and a number, is all between two signs."""
        before, after = self._around(match)
        return not before and (not after or after.isdigit())

    def _ends_item(self, match: Match) -> bool:
        """The same, or at the end of one, as in "services in Go"."""
        before, after = self._around(match)
        last = before.split()[-1].casefold() if before else ""
        return self._is_item(match) or (not after and last in PREPOSITIONS)

    def _around(self, match: Match) -> tuple[str, str]:
        """What else stands in the item, before the name and after it."""
        starts, ends = self._signs
        begin = ends[bisect_right(ends, match.start) - 1]
        end = starts[bisect_left(starts, match.end)]
        before, after = self.text[begin : match.start], self.text[match.end : end]
        return before.strip(), after.strip(" .")

    @cached_property
    def _signs(self) -> tuple[list[int], list[int]]:
        """Where the signs of an enumeration start and end, both ends of the line among them."""
        spans = [found.span() for found in _BETWEEN.finditer(f" {self.text} ")]
        starts = [max(start - 1, 0) for start, _ in spans]
        return [*starts, len(self.text)], [0, *(end - 1 for _, end in spans)]

    def _said(self, match: Match) -> str:
        return self.text[match.start : match.end]

    def _is_written_as_named(self, match: Match) -> bool:
        """With the capital of the name, where it has one; Arabic has none."""
        said = self._said(match)
        return not said.isascii() or said[:1].isupper() or not match.name.text[:1].isupper()
