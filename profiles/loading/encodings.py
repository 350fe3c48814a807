"""Which encoding and which separator a file was saved with, told from what is in it."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

PIECE = 1024 * 1024
WINDOWS_ARABIC = "cp1256"
SEPARATORS = (",", ";", "\t")
_QUOTED = re.compile(r'"[^"]*"')
_ARABIC_WORD = re.compile("[\u0621-\u064a]{2,}")
_MIXED_WORD = re.compile("[A-Za-z][\u0621-\u064a]|[\u0621-\u064a][A-Za-z]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
# Of the first bytes of UTF-16, whose header is plain Latin: how many of one parity are NUL.
_MOST, _FEW = 0.7, 0.1


def by_its_beginning(head: bytes) -> str | None:
    """The encoding that the first bytes tell; `None` where they are no text at all."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if b"\0" in head.split(b"\n", 1)[0]:
        return _utf_16_without_mark(head)
    return "utf-8"


def _utf_16_without_mark(head: bytes) -> str | None:
    first = head[: max(2, len(head.split(b"\n", 1)[0]))]
    even, odd = (part.count(0) / max(1, len(part)) for part in (first[::2], first[1::2]))
    if odd >= _MOST and even <= _FEW:
        return "utf-16-le"
    return "utf-16-be" if even >= _MOST and odd <= _FEW else None


def is_windows_arabic(path: Path) -> bool:
    """Whether a file that is no UTF-8 reads as Arabic in Windows-1256.

    That encoding has a meaning for every byte; the text must be Arabic words, not Latin ones
    with a stray Arabic letter (which is what "für" saved by another Windows becomes).
    """
    words = mixed = 0
    for piece in _pieces(path, WINDOWS_ARABIC):
        if _CONTROL.search(piece):
            return False
        words += len(_ARABIC_WORD.findall(piece))
        mixed += len(_MIXED_WORD.findall(piece))
    return words > 10 * mixed


def count_lines(path: Path, encoding: str) -> tuple[int, bool]:
    """How many lines there are, and whether all of them decode; if not, those before the first."""
    count = 1
    try:
        for piece in _pieces(path, encoding):
            count += piece.count("\n")
    except UnicodeError:
        return count - 1, False
    return count, True


def separator(line: str) -> str:
    """What stands most often between the names of the first line; a comma where nothing does."""
    bare = _QUOTED.sub("", line)
    return max(SEPARATORS, key=bare.count)


def _pieces(path: Path, encoding: str) -> Iterator[str]:
    with path.open(encoding=encoding) as file:
        while piece := file.read(PIECE):
            yield piece
