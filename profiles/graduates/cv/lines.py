"""Text as lines that can be searched: letters in their plain form, nothing invisible."""

import re
import unicodedata

from profiles.graduates.cv.limits import (
    LEAST_LETTERS,
    LONGEST_LINE,
    MOST_LINES,
    MOST_TEXT,
    Fault,
    Refused,
)

CELL = " | "
"""Stands between the cells of a row, and where a tab stood."""
_TAB = re.compile(r"\s*\t\s*")
_ARABIC = re.compile("[\u0600-\u06ff]")
_UPRIGHT = re.compile(r"(\.?[A-Za-z0-9](?:[A-Za-z0-9.+#/ \-]*[A-Za-z0-9+#])?)")


def lines_of(text: str) -> list[str]:
    """Non-empty lines; raises Refused where there are too few letters to be a document."""
    raws = text[:MOST_TEXT].splitlines()
    lines = [line for raw in raws if (line := _plain(raw))][:MOST_LINES]
    if sum(char.isalpha() for line in lines for char in line) < LEAST_LETTERS:
        raise Refused(Fault.NO_TEXT)
    return [_turned(line) for line in lines] if _is_visual(lines) else lines


def _is_visual(lines: list[str]) -> bool:
    """Whether Arabic stands in the order of the eye, its first letter last: "the" tells."""
    words = [word for line in lines for word in line.split() if len(word) > 4]
    upright = sum(word.startswith("ال") for word in words)
    return sum(word.endswith("لا") for word in words) > 2 * upright + 2


def _turned(line: str) -> str:
    """The line back in the order of reading; Latin words and numbers were upright already."""
    if not _ARABIC.search(line):
        return line
    runs = _UPRIGHT.split(line)
    return "".join(run if place % 2 else run[::-1] for place, run in enumerate(runs[::-1]))


def _plain(raw: str) -> str:
    """Presentation forms of Arabic, which PDF files hold, become the letters themselves."""
    spaced = _TAB.sub(CELL, unicodedata.normalize("NFKC", raw).strip())
    shown = "".join(char for char in spaced if unicodedata.category(char)[0] != "C")
    return " ".join(shown.split())[:LONGEST_LINE]
