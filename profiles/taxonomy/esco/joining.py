"""Which of our skills an ESCO skill is, and what is new about it; our own words always stand."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from django.utils.text import slugify

from profiles.folding import fold, skill_key
from profiles.models import Skill, SkillSynonym
from profiles.taxonomy.esco.reading import EscoSkill

KIND = "esco"
LONGEST = 120
_EXPLAINED = re.compile(r"\s*\([^()]*\)$")
ARABIC_LETTER = re.compile("[\u0621-\u064a]")
ORDER = (
    *("created", "joined", "unchanged", "translated", "synonyms added"),
    "conflicts of names",
)
Spellings = dict[str, str]


@dataclass
class Outcome:
    """How many skills were created, joined, unchanged, translated; how many synonyms are new."""

    counts: "Counter[str]" = field(default_factory=Counter)

    def __str__(self) -> str:
        said = [f"{self.counts[what]:,} {what}" for what in ORDER if self.counts[what]]
        return ", ".join(said) or "no skill was taken"


@dataclass
class Batch:
    """What the database has for some ESCO skills: by ESCO id, and by the keys of their names."""

    tell: Callable[[str], None]
    outcome: Outcome
    by_id: dict[str, Skill]
    owners: dict[str, Skill]
    created: list[Skill] = field(default_factory=list)
    changed: dict[int, Skill] = field(default_factory=dict)
    synonyms: list[SkillSynonym] = field(default_factory=list)

    @classmethod
    def of(
        cls, skills: Iterable[EscoSkill], tell: Callable[[str], None], outcome: Outcome
    ) -> "Batch":
        """Two queries, however many skills."""
        listed = list(skills)
        known = Skill.objects.filter(esco_ids__overlap=[skill.id for skill in listed])
        keys = {key for skill in listed for key in spellings(skill.label, *skill.others)}
        taken = SkillSynonym.objects.filter(key__in=keys).select_related("skill")
        skill_of = {row.pk: row for row in known}
        owners = {row.key: skill_of.setdefault(row.skill_id, row.skill) for row in taken}
        return cls(tell, outcome, {id_: row for row in known for id_ in row.esco_ids}, owners)

    def take(self, skill: EscoSkill) -> None:
        """Join the skill to the one of ours that it is, or make it a new one, by its label."""
        own = self.by_id.get(skill.id)
        if own is not None:
            self._count("unchanged")
        elif (own := self._meant(skill)) is not None:
            self._count("joined")
            own.esco_ids = [*own.esco_ids, skill.id]
            self._change(own)
        else:
            own = new_skill(skill)
            self.created.append(own)
            self._count("created")
        self.by_id[skill.id] = own
        self._claim(own, spellings(skill.label))

    def name(self, skill: EscoSkill) -> None:
        """Take the other names, once all labels are there: a label is worth more than a synonym.

        What is only one of several things that a skill of ours stands for teaches it no names.
        """
        own = self.by_id.get(skill.id)
        if own is not None and (own.kind == KIND or _is_called(own, skill)):
            self._claim(own, spellings(*skill.others))

    def translate(self, skill: EscoSkill) -> None:
        """Take Arabic names for what was taken; a label that staff wrote stays."""
        own = self.by_id.get(skill.id)
        if own is None or not ARABIC_LETTER.search(skill.label):
            return
        if is_untranslated(own) and len(skill.label) <= LONGEST:
            own.label_ar = skill.label
            self._change(own)
            self._count("translated")
        self._claim(own, spellings(skill.label, *skill.others))

    def save(self) -> None:
        Skill.objects.bulk_create(self.created)
        Skill.objects.bulk_update(self.changed.values(), ["esco_ids", "label_ar"])
        SkillSynonym.objects.bulk_create(self.synonyms)

    def _meant(self, skill: EscoSkill) -> Skill | None:
        """Ours with that label or synonym; else the only one whose own label is a name of it."""
        if (owner := self.owners.get(skill_key(skill.label))) is not None:
            return owner
        called = {
            id(own): own
            for key in spellings(skill.label, *skill.others)
            if (own := self.owners.get(key)) and _is_called(own, skill)
        }
        if len(called) > 1:
            names = " and of ".join(sorted(own.label_en for own in called.values()))
            self._conflict(f"“{skill.label}” has the names of {names}: kept apart from them.")
        return next(iter(called.values())) if len(called) == 1 else None

    def _claim(self, own: Skill, texts: Mapping[str, str]) -> None:
        for key, text in texts.items():
            owner = self.owners.setdefault(key, own)
            if owner is not own:
                self._conflict(f"“{text}” stays with {owner.label_en}, not {own.label_en}.")
            elif key not in self._known_keys:
                self._known_keys.add(key)
                self.synonyms.append(SkillSynonym(skill=own, text=text, key=key))
                self._count("synonyms added")

    def __post_init__(self) -> None:
        self._known_keys = set(self.owners)

    def _change(self, own: Skill) -> None:
        if own.pk:
            self.changed[own.pk] = own

    def _conflict(self, sentence: str) -> None:
        self._count("conflicts of names")
        self.tell(sentence)

    def _count(self, what: str) -> None:
        self.outcome.counts[what] += 1


def new_skill(skill: EscoSkill) -> Skill:
    """Its Arabic label is the English one until somebody translates it."""
    digest = sha256(skill.id.encode()).hexdigest()[:8]
    slug = f"{slugify(skill.label)[:50].strip('-')}-{digest}"
    label = skill.label[:LONGEST]
    return Skill(slug=slug, label_en=label, label_ar=label, kind=KIND, esco_ids=[skill.id])


def is_untranslated(skill: Skill) -> bool:
    return skill.kind == KIND and skill.label_ar == skill.label_en


def spellings(*texts: str) -> Spellings:
    """Key to text of names, also without what stands in brackets at their end.

    Names that are too long are left out, and those without letters or digits.
    """
    found: Spellings = {}
    for text in (name for each in texts for name in (each, _EXPLAINED.sub("", each))):
        if len(text) <= LONGEST and (key := skill_key(text)) and len(key) <= LONGEST:
            found.setdefault(key, text)
    return found


def _is_called(own: Skill, skill: EscoSkill) -> bool:
    """Whether our label or slug is its label, or a name of it that its label contains.

    “Python (computer programming)” is Python and “C++ programming” is C++; “presentation
    software”, which ESCO also calls PowerPoint, is not PowerPoint.
    """
    ours = {skill_key(text) for text in (own.label_en, own.label_ar, own.slug)}
    words = set(fold(skill.label).split())
    inside = (text for text in skill.others if set(fold(text).split()) <= words)
    return bool(ours & spellings(skill.label, *inside).keys())
