"""Readers of the cells that list words of the taxonomy: skills, languages, sectors."""

import re
from typing import Any, NamedTuple

from profiles.loading.cells import Read, parts
from profiles.loading.words import Words, remembered
from profiles.models import ProfileLanguage, ProfileSkill

MOST_SKILLS = 100
WORKING = int(ProfileSkill.Level.WORKING)
EXPERT = int(ProfileSkill.Level.EXPERT)
MOST_IMPORTANT, USUAL_IMPORTANCE = 3, 2

_HELD = re.compile(r"(.+?)\s*(?::\s*(\d+))?")
_ASKED = re.compile(r"(.+?)\s*(?::\s*(\d+))?\s*(?:\*\s*(\d+))?")


class Asked(NamedTuple):
    """level: 1..4, or `None` where any level will do."""

    importance: int
    level: int | None


def held_skills(words: Words) -> Read:
    """ "React:3; Docker" to {skill id: level 1..4}; of one skill named twice the higher level."""

    @remembered
    def entry(part: str) -> tuple[int, int]:
        name, level = _taken(_HELD, part)
        return words.skill(name), _within(level, WORKING, EXPERT, "level", part)

    def read(cell: str) -> dict[int, int]:
        found: dict[int, int] = {}
        for skill, level in map(entry, _few(cell)):
            found[skill] = max(level, found.get(skill, 0))
        return found

    return read


def asked_skills(words: Words) -> Read:
    """ "React:3*3; Docker" to {skill id: Asked}; of one skill named twice the greater demand."""

    @remembered
    def entry(part: str) -> tuple[int, Asked]:
        name, level, importance = _taken(_ASKED, part)
        asked = Asked(
            _within(importance, USUAL_IMPORTANCE, MOST_IMPORTANT, "importance", part),
            None if level is None else _within(level, WORKING, EXPERT, "level", part),
        )
        return words.skill(name), asked

    def read(cell: str) -> dict[int, Asked]:
        found: dict[int, Asked] = {}
        for skill, asked in map(entry, _few(cell)):
            found[skill] = max(asked, found.get(skill, asked), key=_demand)
        return found

    return read


def _demand(asked: Asked) -> tuple[int, int]:
    return asked.importance, asked.level or 0


def spoken_languages(words: Words) -> Read:
    """ "ar:C2; en" to {language id: CEFR level}; B2 where none is given."""

    @remembered
    def entry(part: str) -> tuple[int, str]:
        name, _, level = (piece.strip() for piece in part.partition(":"))
        cefr = level.upper() or ProfileLanguage.Cefr.B2.value
        if cefr not in ProfileLanguage.Cefr.values:
            raise ValueError(f"“{part[:40]}” has no CEFR level. Write A1 to C2, such as en:B2.")
        return words.language_ids[words.language(name)], cefr

    return lambda cell: dict(map(entry, parts(cell)))


def language_codes(words: Words) -> Read:
    find = remembered(words.language)
    return lambda cell: list(dict.fromkeys(map(find, parts(cell))))


def sector_slugs(words: Words) -> Read:
    find = remembered(words.sector)
    return lambda cell: list(dict.fromkeys(map(find, parts(cell))))


def _few(cell: str) -> list[str]:
    found = parts(cell)
    if len(found) > MOST_SKILLS:
        raise ValueError(f"names {len(found)} skills. Keep the {MOST_SKILLS} that matter most.")
    return found


def _taken(form: re.Pattern[str], part: str) -> tuple[Any, ...]:
    found = form.fullmatch(part)
    return found.groups() if found else (part, *[None] * (form.groups - 1))


def _within(said: str | None, usual: int, most: int, what: str, part: str) -> int:
    number = usual if said is None else int(said)
    if not 1 <= number <= most:
        raise ValueError(f"“{part[:40]}” has the {what} {number}. Write 1 to {most}.")
    return number
