"""Where names of skills stand in a line: words, and the longest name that begins at each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from profiles.folding import skill_key
from profiles.graduates.cv.finding.vocabulary import Name

LONGEST = 5
_ARABIC = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff"
# A word, of one script: "وVue.js" and "بياناتC" are two.
_WORD = re.compile(rf"[{_ARABIC}]+[+#]*|[^\s,;:|•·▪●◦‣*()\[\]{{}}<>\"“”«»؛،/\\=~{_ARABIC}]+")
_ENDS = "!?'’‘"
# Between the words of one name stands space, or a slash without space.
_JOINT = re.compile(r"\s+|/|")
_PREFIXES = ("", "و", "ب", "ال", "وال", "بال", "وب", "ول", "ل")


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A name as it stands in a line. `before` is the word that precedes it, or ""."""

    name: Name
    start: int
    end: int
    before: str


def matches_in(text: str, names: Mapping[str, Name]) -> list[Match]:
    """The longest name at each word; what it covers belongs to no other."""
    words, found, place = list(_words(text)), [], 0
    while place < len(words):
        name, last = next(_names_at(place, text, words, names), (None, place))
        if name:
            before = words[place - 1].text if place else ""
            found.append(Match(name, words[place].start, words[last].end, before))
        place = last + 1
    return found


def _words(text: str) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        said = found[0].rstrip(_ENDS)
        yield Word(said, skill_key(said), found.start(), found.start() + len(said))


def _names_at(
    place: int, text: str, words: list[Word], names: Mapping[str, Name]
) -> Iterator[tuple[Name, int]]:
    """Names that begin with the word at `place`, the longest first, with their last place."""
    for last in range(_reach(place, text, words), place - 1, -1):
        rest = "".join(word.key for word in words[place + 1 : last + 1])
        for first in _without_prefix(words[place].key):
            # Each word is a key already; joined, only a dot between two can still go.
            key = skill_key(first + rest) if rest and "." in rest[:1] + first[-1:] else first + rest
            if name := names.get(key):
                yield name, last


def _without_prefix(key: str) -> Iterator[str]:
    """The word, and what is left of an Arabic one without "and", "with", "the"."""
    for prefix in _PREFIXES:
        if key.startswith(prefix) and (not prefix or len(key) - len(prefix) >= 3):
            yield key[len(prefix) :]


def _reach(place: int, text: str, words: list[Word]) -> int:
    """The last word that could belong to a name that begins at `place`."""
    last = place
    while last + 1 < len(words) and last - place + 1 < LONGEST:
        if not _JOINT.fullmatch(text[words[last].end : words[last + 1].start]):
            break
        last += 1
    return last
