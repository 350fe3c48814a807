"""Where, what and until when somebody studied."""

import re
from collections.abc import Iterable, Iterator, Mapping

from profiles.folding import fold
from profiles.graduates.cv.finding.sections import Line, Section
from profiles.graduates.cv.finding.vocabulary import spelled
from profiles.graduates.cv.studies import FIELDS, LEVELS

_YEAR = re.compile(r"(?<!\d)(19[7-9]\d|20[0-4]\d)(?!\d)")
_WORD = re.compile(r"[^\W_]+")
_NEAR = 2
"""A year belongs to a degree or university at most so many lines away."""
MOST_YEARS_AHEAD = 6


def find_universities(lines: Iterable[Line], names: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Yield (slug, number of the line). The longest name wins, words in either order."""
    longest_first = sorted(names, key=len, reverse=True)
    seen = set()
    for line in lines:
        if line.section in (Section.ASIDE, Section.SKILLS):
            continue
        for said in _ways(line.text):
            slug = next((names[name] for name in longest_first if f" {name} " in said), None)
            if slug and slug not in seen:
                seen.add(slug)
                yield slug, line.number
                break


def _ways(text: str) -> tuple[str, str]:
    """As it stands, and with its words turned round, as some PDF files leave Arabic."""
    words = spelled(re.sub(r"[,،؛;:|()./]", " ", text)).split()
    return f" {' '.join(words)} ", f" {' '.join(reversed(words))} "


def find_degree(lines: Iterable[Line]) -> tuple[str, str, int] | None:
    """(level, field, number of the line): codes of `studies`; the highest level that is said.

    Without a level, a field of study counts only under a heading of education.
    """
    best: tuple[int, str, str, int] | None = None
    for line in lines:
        if line.section in (Section.ASIDE, Section.SKILLS):
            continue
        level, field = _first(line.text, LEVELS), _first(line.text, FIELDS)
        if not field or not (level or line.section is Section.EDUCATION):
            continue
        rank = list(LEVELS).index(level) if level else -1
        if best is None or rank > best[0]:
            best = (rank, level, field, line.number)
    return best[1:] if best else None


def _first(text: str, words: Mapping[str, list[str]]) -> str:
    """The code of which a word is said; longer words are looked for first."""
    said = f" {' '.join(_WORD.findall(fold(text).replace('.', '')))} "
    spellings = sorted(
        ((fold(word), code) for code, each in words.items() for word in each),
        key=lambda pair: -len(pair[0]),
    )
    return next((code for word, code in spellings if f" {word} " in said), "")


def find_year(lines: list[Line], near: Iterable[int], this_year: int) -> tuple[int, int] | None:
    """(year of graduation, number of the line): the last year beside a university or degree."""
    places = set(near)
    found = [
        (year, line.number)
        for line in lines
        if any(abs(line.number - place) <= _NEAR for place in places)
        and (line.section is Section.EDUCATION or line.number in places)
        for year in (int(each) for each in _YEAR.findall(line.text))
        if year <= this_year + MOST_YEARS_AHEAD
    ]
    return max(found, default=None)
