"""Which part of a CV a line stands in, by the headings that people use in both languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from profiles.folding import fold


class Section(Enum):
    SKILLS = "skills"
    LANGUAGES = "languages"
    EDUCATION = "education"
    WORK = "work"
    TEXT = "text"
    ASIDE = "aside"
    """Hobbies, referees, personal details: nothing there is a suggestion."""


@dataclass(frozen=True)
class Line:
    number: int
    text: str
    section: Section
    is_heading: bool = False


# A heading is one of these alone, or a few words of which one stands here without an asterisk.
_HEADINGS = {
    Section.SKILLS: "skills competencies expertise *tools *technologies *frameworks *databases "
    "*stack *software مهارات *أطر المهارات التقنيات *الأدوات *البرامج *البرمجة *البرمجيات",
    Section.LANGUAGES: "languages *language اللغات لغات *اللغة",
    Section.EDUCATION: "education qualifications academic التعليم المؤهلات *المؤهل التحصيل "
    "*الدراسة",
    Section.WORK: "experience employment *work *career *projects *internships الخبرات الخبرة "
    "*خبرات *المشاريع *التدريب",
    Section.TEXT: "summary objective *profile *about certificates certifications *courses "
    "*training achievements publications الملخص *نبذة *الهدف الشهادات الدورات الإنجازات",
    Section.ASIDE: "hobbies interests references referees *personal الهوايات الاهتمامات المراجع "
    "المعرفون *شخصية *الشخصية",
}
# What may stand beside a word that is a heading only where it is (nearly) alone.
_BESIDE_HEADINGS = (
    "and & the my key core technical main other soft programming professional used spoken it data "
    "development history details information قواعد لغات العمل عن البيانات بيانات المعلومات معلومات "
    "العملية التقنية العلمية الوظيفي الشخصي البرمجية"
)


def _words(text: str) -> list[str]:
    return text.split()


_PLAIN, _ALONE = (
    {
        fold(word.lstrip("*")): section
        for section, words in _HEADINGS.items()
        for word in words.split()
        if word.startswith("*") == alone
    }
    for alone in (False, True)
)
_BESIDE = {fold(word) for word in _words(_BESIDE_HEADINGS)}
_MOST_WORDS = 4
_LONGEST_LEAD = 45


def in_sections(lines: list[str]) -> Iterator[Line]:
    """Each line with its section; what stands before the first heading is TEXT."""
    current = Section.TEXT
    for number, text in enumerate(lines):
        heading = heading_of(text.rstrip(":： "))
        if heading:
            current = heading
            yield Line(number, text, current, is_heading=True)
        else:
            lead = heading_of(lead_of(text))
            yield Line(number, text, _within(current, lead))


def _within(current: Section, lead: Section | None) -> Section:
    """ "Languages: C, Python" among the skills names skills."""
    if lead is None or (current, lead) == (Section.SKILLS, Section.LANGUAGES):
        return current
    return lead


def lead_of(text: str) -> str:
    """The words before a colon: "Tools: Git, Docker" begins with a heading of its own."""
    lead, colon, _ = text.partition(":")
    return lead.strip("•-–*▪● ") if colon and len(lead) <= _LONGEST_LEAD else ""


def heading_of(text: str) -> Section | None:
    words = [word.strip("•-–*▪●&") for word in fold(text).split()]
    words = [word for word in words if word]
    if not words or len(words) > _MOST_WORDS or any(sign in text for sign in ",،;.|"):
        return None
    found = next((_PLAIN[word] for word in words if word in _PLAIN), None)
    alone = next((_ALONE[word] for word in words if word in _ALONE), None)
    if alone and all(word in _ALONE or word in _BESIDE or word in _PLAIN for word in words):
        return Section.SKILLS if Section.SKILLS in (alone, found) else found or alone
    if found is Section.LANGUAGES and _is_programming(words):
        return Section.SKILLS
    return found


def _is_programming(words: list[str]) -> bool:
    return any(word.startswith(("programming", fold("البرمج"), fold("برمج"))) for word in words)
