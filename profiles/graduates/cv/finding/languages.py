"""Languages that people say they speak, with the level where one is said."""

import re
from collections.abc import Iterable, Iterator, Mapping

from profiles.folding import fold
from profiles.graduates.cv.finding.sections import Line, Section

# From the surest word down: "very good" before "good". Folded, both languages.
_LEVELS = [
    ("C2", "native|mother tongue|first language|bilingual|اللغة الام|لغة ام|لغه ام|الام|ام"),
    ("C1", "full professional|fluent|fluently|excellent|proficient|near native|طلاقه|بطلاقه|ممتاز"),
    ("B2", "upper intermediate|professional working|very good|advanced|جيد جدا|متقدم|محترف"),
    ("B1", "limited working|intermediate|good|conversational|متوسط|جيد"),
    ("A1", "beginner|مبتدي|مبتدء"),
    ("A2", "elementary|basic|basics|fair|limited|اساسي|اساسيات|ضعيف|مقبول|مبادي"),
]
_CEFR = re.compile(r"(?<![a-z0-9])([abc][12])(?![a-z0-9])")
_IELTS = re.compile(r"ielts\D{0,20}([4-9](?:\.[05])?)")
_BANDS = [(8.5, "C2"), (7.0, "C1"), (5.5, "B2"), (4.0, "B1")]
_WORD = re.compile(r"[^\W\d_]+")


def find_languages(
    lines: Iterable[Line], names: Mapping[str, str]
) -> Iterator[tuple[str, str, int]]:
    """Yield (code, CEFR level or "", number of the line), each language once.

    Outside a list of languages one counts only where its level is said: who teaches English
    literature speaks it no more than others. A level on the next line, as tables leave it, counts.
    """
    rows = list(lines)
    seen = set()
    for place, line in enumerate(rows):
        for code, level in _in_line(line, _next(rows, place), names):
            if code not in seen and (level or line.section is Section.LANGUAGES):
                seen.add(code)
                yield code, level, line.number


def level_in(text: str) -> str:
    """The CEFR level that the words stand for, or ""."""
    said = fold(text)
    if found := _CEFR.search(said):
        return found[1].upper()
    if score := _IELTS.search(said):
        return next((level for least, level in _BANDS if float(score[1]) >= least), "")
    spaced = f" {' '.join(_WORD.findall(said))} "
    for level, words in _LEVELS:
        if any(f" {fold(word)} " in spaced for word in words.split("|")):
            return level
    return ""


def _next(rows: list[Line], place: int) -> str:
    """The line after, where both stand in a list of languages."""
    after = rows[place + 1] if place + 1 < len(rows) else None
    here = rows[place].section is Section.LANGUAGES
    return after.text if here and after and after.section is Section.LANGUAGES else ""


def _in_line(line: Line, after: str, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if line.section in (Section.ASIDE, Section.SKILLS) and ":" not in line.text:
        return
    said = fold(line.text)
    found = [(each.start(), each.end(), names[key]) for each, key in _named(said, names)]
    for place, (start, end, code) in enumerate(found):
        until = found[place + 1][0] if place + 1 < len(found) else len(said)
        level = level_in(said[end:until]) or (level_in(said[:start]) if len(found) == 1 else "")
        follows = len(found) == 1 and not any(_named(fold(after), names))
        yield code, level or (level_in(after) if follows and len(after.split()) <= 4 else "")


def _named(said: str, names: Mapping[str, str]) -> Iterator[tuple[re.Match[str], str]]:
    for found in _WORD.finditer(said):
        word = found[0]
        key = next(
            (w for w in (word, word.removeprefix("و"), word.removeprefix("ب")) if w in names), ""
        )
        if key:
            yield found, key
