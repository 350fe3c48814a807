"""A JSON Resume as suggestions, through the same finders as a document's lines."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from profiles.folding import fold, skill_key
from profiles.graduates.cv.finding import find_facts
from profiles.graduates.cv.finding.sections import Line, Section
from profiles.graduates.cv.finding.vocabulary import Vocabulary
from profiles.graduates.cv.suggestions import Found, Suggestions

Row = dict[str, Any]
_JOIN = " | "
_MOST_UNKNOWN = 30
# From 1 (learning) to 4 (expert); our own words in both languages are among them, so that an
# export comes back as it went.
_LEVELS = {
    "1": "learning|beginner|basic|novice|elementary|قيد التعلم|مبتدئ|أساسي",
    "2": "can work with it|working|intermediate|competent|عملي|متوسط|جيد",
    "3": "strong|advanced|proficient|متمكن|متقدم|قوي|جيد جدا",
    "4": "expert|master|خبير|ممتاز",
}
_LEVEL_OF = {fold(word): level for level, words in _LEVELS.items() for word in words.split("|")}


def from_resume(resume: Row, words: Vocabulary, *, this_year: int) -> Suggestions:
    lines = list(_lines(resume))
    skills: dict[str, Found] = {}
    unknown: list[str] = []
    for number, row in enumerate(resume["skills"]):
        for said in _names(row):
            name = words.skills.get(skill_key(said))
            if name is None:
                unknown.append(said)
            else:
                level = _LEVEL_OF.get(fold(_text(row["level"])), "")
                skills.setdefault(name.slug, Found(name.slug, number, level))
    return replace(
        find_facts(lines, words, this_year=this_year),
        skills=list(skills.values()),
        unknown=unknown[:_MOST_UNKNOWN],
        left=resume["left"],
    ).quoting([line.text for line in lines])


def _names(row: Row) -> list[str]:
    keywords = row["keywords"] if isinstance(row["keywords"], list) else []
    return [said for said in (_text(row["name"]), *keywords) if said.strip()]


def _lines(resume: Row) -> Iterator[Line]:
    """A line for each row, of the section it stands in; those of the skills come first."""
    rows = [
        *((Section.SKILLS, [*_names(row), row["level"]]) for row in resume["skills"]),
        *((Section.LANGUAGES, [row["language"], row["fluency"]]) for row in resume["languages"]),
        *((Section.EDUCATION, list(row.values())) for row in resume["education"]),
        *((Section.WORK, [_span(row)]) for row in resume["work"]),
    ]
    for number, (section, parts) in enumerate(rows):
        yield Line(number, _JOIN.join(text for text in map(_text, parts) if text), section)


def _span(row: Row) -> str:
    start, end = _text(row["startDate"])[:4], _text(row["endDate"])[:4]
    return f"{start} – {end or 'present'}" if start else ""


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
