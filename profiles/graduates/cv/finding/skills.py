"""Skills in lines of text: the longest name first, everyday words only where they are named."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from profiles.folding import skill_key
from profiles.graduates.cv.finding.everyday import INTRODUCTIONS, PREPOSITIONS
from profiles.graduates.cv.finding.sections import Line, Section, lead_of
from profiles.graduates.cv.finding.vocabulary import Name, Trust

LONGEST = 5
_ARABIC = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff"
# A word, of one script: "وVue.js" and "بياناتC" are two.
_WORD = re.compile(rf"[{_ARABIC}]+[+#]*|[^\s,;:|•·▪●◦‣*()\[\]{{}}<>\"“”«»؛،/\\=~{_ARABIC}]+")
_ENDS = "!?'’‘"
# Between the words of one name stands a space or one of these signs without spaces.
_JOINS = ("", "/")
# Between the items of an enumeration.
_BETWEEN = re.compile(r"[,;:|•·▪●◦‣*()\[\]،؛\\/]|\s[-–—]\s|\.\s|^\s*[-–—]|\s(?:and|or|&|و)\s", re.I)
_PREFIXES = ("", "و", "ب", "ال", "وال", "بال", "وب", "ول", "ل")


@dataclass(frozen=True)
class Word:
    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Match:
    """`first` and `last` are places of words in the line."""

    name: Name
    first: int
    last: int


def find_skills(lines: list[Line], names: Mapping[str, Name]) -> Iterator[tuple[str, int]]:
    """Yield (slug, number of the line), the first line of each skill, in the order of the text."""
    seen = set()
    for line in lines:
        for slug in _in_line(line, names):
            if slug not in seen:
                seen.add(slug)
                yield slug, line.number


def _in_line(line: Line, names: Mapping[str, Name]) -> Iterator[str]:
    if line.section is Section.ASIDE or line.is_heading:
        return
    text, words, matches = _without_lead(line, names)
    for match in matches:
        if _is_believed(match, line, text, words, matches):
            yield match.name.slug
            if skill_key(_said(match, text, words)) == "cc++":
                yield "c"


def _without_lead(line: Line, names: Mapping[str, Name]) -> tuple[str, list[Word], list[Match]]:
    """The line from its colon on, if names stand there: "Databases: MySQL" is MySQL only."""
    rest = (
        line.text.partition(":")[2] if line.section is Section.SKILLS and lead_of(line.text) else ""
    )
    for text in (rest, line.text):
        words = [Word(*found) for found in _words(text)]
        matches = list(_matches(text, words, names))
        if matches:
            break
    return text, words, matches


def _words(text: str) -> Iterator[tuple[str, str, int, int]]:
    for found in _WORD.finditer(text):
        said = found[0].rstrip(_ENDS)
        yield said, skill_key(said), found.start(), found.start() + len(said)


def _matches(text: str, words: list[Word], names: Mapping[str, Name]) -> Iterator[Match]:
    """The longest name at each word; what it covers belongs to no other."""
    place = 0
    while place < len(words):
        match = next(_names_at(place, text, words, names), None)
        if match:
            yield match
        place = match.last + 1 if match else place + 1


def _names_at(
    place: int, text: str, words: list[Word], names: Mapping[str, Name]
) -> Iterator[Match]:
    for last in range(_reach(place, text, words), place - 1, -1):
        rest = "".join(word.key for word in words[place + 1 : last + 1])
        for first in _without_prefix(words[place].key):
            name = names.get(first + rest) or names.get(skill_key(first + rest))
            if name and first + rest:
                yield Match(name, place, last)


def _without_prefix(key: str) -> Iterator[str]:
    """The word, and what is left of an Arabic one without "and", "with", "the"."""
    for prefix in _PREFIXES:
        if key.startswith(prefix) and (not prefix or len(key) - len(prefix) >= 3):
            yield key[len(prefix) :]


def _reach(place: int, text: str, words: list[Word]) -> int:
    """The last word that could belong to a name that begins at `place`."""
    last = place
    while last + 1 < len(words) and last - place + 1 < LONGEST:
        gap = text[words[last].end : words[last + 1].start]
        if gap.strip() not in _JOINS or (gap.strip() and gap != gap.strip()):
            break
        last += 1
    return last


def _is_believed(
    match: Match, line: Line, text: str, words: list[Word], matches: list[Match]
) -> bool:
    trust, name = match.name.trust, match.name
    if line.section is Section.SKILLS and _is_item(match, text, words):
        return True
    if trust is Trust.ALWAYS:
        return True
    if trust is Trust.CAPITALISED:
        return _is_written_as(name, _said(match, text, words))
    if _is_introduced(match, words):
        return True
    return (
        trust is Trust.NEIGHBOURED
        and _is_written_as(name, _said(match, text, words))
        and _is_item(match, text, words, after_preposition=True)
        and any(_is_sure_item(other, text, words) for other in matches if other is not match)
    )


def _said(match: Match, text: str, words: list[Word]) -> str:
    return text[words[match.first].start : words[match.last].end]


def _is_written_as(name: Name, said: str) -> bool:
    """With the capitals of the name, or all in capitals; Arabic has none."""
    return not said.isascii() or said == name.text or said[:1].isupper() >= name.text[:1].isupper()


def _is_sure_item(match: Match, text: str, words: list[Word]) -> bool:
    sure = match.name.trust in (Trust.ALWAYS, Trust.CAPITALISED)
    return sure and _is_item(match, text, words, after_preposition=True)


def _is_item(
    match: Match, text: str, words: list[Word], *, after_preposition: bool = False
) -> bool:
    """Whether the name stands alone between two signs of an enumeration.

    `after_preposition`: or ends an item as in "services in Go", or begins one as "R for tests".
    """
    before = _BETWEEN.split(f" {text[: words[match.first].start]}")[-1].strip()
    after = _BETWEEN.split(f"{text[words[match.last].end :]} ")[0].strip(" .")
    if not before and (not after or after.isdigit()):
        return True
    last = before.split()[-1].casefold() if before else ""
    return after_preposition and not after and (not before or last in PREPOSITIONS)


def _is_introduced(match: Match, words: list[Word]) -> bool:
    return match.first > 0 and words[match.first - 1].text.casefold() in INTRODUCTIONS
