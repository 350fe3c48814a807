"""What can be found: the taxonomy, keyed for looking up, read once a CV."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from profiles.folding import fold
from profiles.graduates.cv.finding.everyday import CAPITALISED_KINDS, LOOSE_KINDS, NEIGHBOURED
from profiles.models import Language, SkillSynonym, University


class Trust(Enum):
    """How far a name is believed in running text; in a list of skills each is believed."""

    ALWAYS = 1
    CAPITALISED = 2
    NEIGHBOURED = 3
    LISTED = 4


@dataclass(frozen=True)
class Name:
    """One way to write a skill."""

    slug: str
    text: str
    trust: Trust


@dataclass(frozen=True)
class Vocabulary:
    """`skills` by `folding.skill_key`; `languages` and `universities` by `fold`."""

    skills: Mapping[str, Name]
    languages: Mapping[str, str]
    universities: Mapping[str, str]


def vocabulary() -> Vocabulary:
    """The taxonomy as it is now, in three queries."""
    rows = SkillSynonym.objects.values_list("key", "text", "skill__slug", "skill__kind")
    return Vocabulary(
        {key: Name(slug, text, trust_in(key, text, kind)) for key, text, slug, kind in rows},
        dict(_languages(Language.objects.all())),
        dict(_universities(University.objects.all())),
    )


def trust_in(key: str, text: str, kind: str) -> Trust:
    if len(key) <= 2 and key.isalpha():
        return Trust.NEIGHBOURED
    if " " in text or not key.isalpha():
        return Trust.ALWAYS
    if kind in LOOSE_KINDS:
        return Trust.LISTED
    if key in NEIGHBOURED or (not key.isascii() and len(key) <= 4):
        return Trust.NEIGHBOURED
    return Trust.CAPITALISED if kind in CAPITALISED_KINDS or _is_acronym(text) else Trust.ALWAYS


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isascii() and len(text) <= 4


def _languages(rows: Iterable[Language]) -> Iterable[tuple[str, str]]:
    for row in rows:
        bare = fold(row.label_ar).removeprefix("ال")
        for name in (fold(row.label_en), fold(row.label_ar), bare, bare.removesuffix("ه")):
            yield name, row.code
        yield from ((name, row.code) for name in _OWN_NAMES.get(row.code, ()))


_OWN_NAMES = {"fr": ["francais"], "de": ["deutsch"], "es": ["espanol"], "tr": ["turkce"]}


def _universities(rows: Iterable[University]) -> Iterable[tuple[str, str]]:
    for row in rows:
        for name in (row.name_en, row.name_ar, *_ALIASES.get(row.slug, ())):
            yield spelled(name), row.slug


def spelled(name: str) -> str:
    """A name of a university as it is compared: no dashes, no Latin or Arabic article."""
    words = fold(name.replace("-", " ").replace("–", " ")).split()
    kept = [word for word in words if word not in ("the", "of", "al", "an", "el", "and")]
    return " ".join(word.removeprefix("ال") for word in kept)


_ALIASES = {
    "birzeit": ["Bir Zeit University", "جامعة بير زيت"],
    "an-najah": ["Najah University", "Annajah University", "جامعة النجاح"],
    "aaup": ["AAUP", "Arab American University Palestine", "الجامعة العربية الأمريكية جنين"],
    "al-quds-open": ["Quds Open University"],
    "palestine-polytechnic": ["Palestine Polytechnic", "جامعة البوليتكنك", "بوليتكنك فلسطين"],
    "kadoorie": ["Kadoorie University", "PTUK", "جامعة خضوري", "جامعة فلسطين التقنية"],
    "al-zaytoonah": ["Zaytoonah University", "جامعة الزيتونة"],
    "islamic-gaza": [
        "Islamic University Gaza",
        "IUG",
        "الجامعة الإسلامية",
        "الجامعة الإسلامية غزة",
    ],
    "al-azhar-gaza": ["Azhar University Gaza", "جامعة الأزهر غزة", "جامعة الأزهر بغزة"],
    "ucas": ["UCAS", "الكلية الجامعية للعلوم التطبيقية غزة"],
    "palestine-technical-college": ["Palestine Technical College", "كلية فلسطين التقنية"],
    "israa": ["Israa University Gaza"],
}
"""How people write them, beside the two names of the taxonomy."""
