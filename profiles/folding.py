"""One spelling for writing and for asking: what two people type differently must meet.

`fold` is for names and free text, `skill_key` for looking a skill up by any of its spellings.
"""

import re
import unicodedata


def _every(*ranges: tuple[int, int]) -> str:
    return "".join(chr(code) for low, high in ranges for code in range(low, high + 1))


# Latin and Arabic marks. After decomposition the hamza and madda that sit on or under a letter
# are marks too (U+0653..0655), so أ إ آ become ا, ؤ becomes و and ئ becomes ي without a rule each.
_MARKS = _every(
    (0x0300, 0x036F),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0x08CA, 0x08E1),
    (0x08E3, 0x08FF),
)
# Controls (the whitespace among them aside), soft hyphen, zero width, bidi, variation selectors.
_INVISIBLE = _every(
    (0x0000, 0x0008),
    (0x000E, 0x001B),
    (0x007F, 0x0084),
    (0x0086, 0x009F),
    (0x00AD, 0x00AD),
    (0x061C, 0x061C),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE0FFF),
)
_TATWEEL = "ـ"
# A bare hamza goes: who searches writes علاء or علا, الثلاثاء or الثلاثا, and means one word.
_HAMZA = "ء"
_LETTERS = "ٱةىیےکڪەھہۃپچڤ♯"
_FOLDED_TO = "اهيييككههههبجف#"
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
"""Arabic-Indic and Persian digits as ASCII, for `str.translate`."""
_FOLDING = DIGITS | str.maketrans(_LETTERS, _FOLDED_TO, _MARKS + _INVISIBLE + _TATWEEL + _HAMZA)

_SEPARATORS = re.compile(r"[\s\-_/\\'’‘\u2010-\u2015\u2212]")
_DOT_INSIDE = re.compile(r"(?<=[^\W_])\.(?=[^\W\d_])")
_DOT_AT_END = re.compile(r"\.+$")


def fold(text: str) -> str:
    """Return `text` as it is compared: case, width, marks and Arabic spelling habits removed.

    Alef and hamza carriers become plain letters, ة becomes ه, ى becomes ي; tatweel, diacritics
    (Latin accents too), bare hamza, zero-width and bidi characters go; Arabic-Indic and Persian
    digits become ASCII, Persian letters Arabic ones; whitespace becomes single spaces.
    `+`, `#` and `.` stay, so that "C++", "C#" and ".NET" survive. Folding twice changes nothing.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    letters = unicodedata.normalize("NFKD", plain).translate(_FOLDING)
    return " ".join(unicodedata.normalize("NFC", letters).split())


def skill_key(text: str) -> str:
    """Return the key under which a skill is looked up: `fold` without what people separate with.

    Spaces, dashes, slashes, underscores and apostrophes go, and so do a dot between a letter or
    digit and a letter ("d3.js") and dots at the end. "React.js", "react js" and "ReactJS" agree;
    "c", "c++", "c#", ".net" and "go" stay apart. May be empty, where `text` names nothing.
    """
    joined = fold(_SEPARATORS.sub("", fold(text)))
    return _DOT_AT_END.sub("", _DOT_INSIDE.sub("", joined))
