"""Finds taxonomy entries by any of their spellings, read from the database once a load."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import Any

from profiles.folding import fold, skill_key
from profiles.models import Governorate, Language, Sector, SkillSynonym, University
from profiles.taxonomy.sync import rows


@dataclass(frozen=True)
class Finder:
    """`find` gives the entry of a spelling. `labels` are what a near miss is answered with."""

    what: str
    where: str
    key: Callable[[str], str]
    entries: Mapping[str, Any]
    labels: Mapping[str, str]

    def find(self, spelling: str) -> Any:
        """Raises ValueError, with the nearest entry where there is one."""
        key = self.key(spelling)
        if key not in self.entries:
            raise ValueError(f"“{spelling[:60]}” is not {self.what}. {self._advice(key)}")
        return self.entries[key]

    def _advice(self, key: str) -> str:
        near = get_close_matches(key[:60], self.entries, n=1, cutoff=0.75)
        if near:
            return f"Did you mean {self.labels[near[0]]}?"
        return f"Correct it, or have staff add it under {self.where}."


def _finder(
    what: str, where: str, key: Callable[[str], str], spelled: Iterable[tuple[str, Any]]
) -> Finder:
    """The first to claim a spelling keeps it."""
    entries: dict[str, Any] = {}
    labels: dict[str, str] = {}
    for spelling, entry in spelled:
        if spelling and (folded := key(spelling)):
            entries.setdefault(folded, entry)
            labels.setdefault(folded, spelling)
    return Finder(what, where, key, entries, labels)


class Words:
    """The taxonomy as one load sees it; nothing is read before it is asked for."""

    def skill(self, spelling: str) -> Any:
        """The skill's key, by any label or synonym in both languages."""
        return self._skills.find(spelling)

    def sector(self, spelling: str) -> Any:
        """The sector's slug, by slug, label or synonym."""
        return self._sectors.find(spelling)

    def language(self, spelling: str) -> Any:
        """The language's code, by code or label."""
        return self._languages.find(spelling)

    def governorate(self, spelling: str) -> Any:
        """The governorate's key, by code or label."""
        return self._governorates.find(spelling)

    def university(self, spelling: str) -> Any:
        """The university's key, by slug, name or e-mail domain."""
        return self._universities.find(spelling)

    @cached_property
    def _skills(self) -> Finder:
        known = SkillSynonym.objects.values_list("text", "skill_id").order_by("pk")
        return _finder("a skill of the taxonomy", "Skills", skill_key, known)

    @cached_property
    def _sectors(self) -> Finder:
        known = [
            (spelling, sector.slug)
            for sector in Sector.objects.all()
            for spelling in (sector.slug, sector.label_en, sector.label_ar)
        ]
        return _finder("a sector", "Sectors", fold, [*known, *_sector_synonyms()])

    @cached_property
    def _languages(self) -> Finder:
        known = [
            (spelling, language.code)
            for language in Language.objects.all()
            for spelling in (language.code, language.label_en, language.label_ar)
        ]
        return _finder("a language of the taxonomy", "Languages", fold, known)

    @cached_property
    def language_ids(self) -> dict[str, int]:
        return dict(Language.objects.values_list("code", "pk"))

    @cached_property
    def _governorates(self) -> Finder:
        known = [
            (spelling, row.pk)
            for row in Governorate.objects.all()
            for spelling in (row.code, row.label_en, row.label_ar)
        ]
        return _finder("a governorate", "Governorates", fold, known)

    @cached_property
    def _universities(self) -> Finder:
        known = [
            (spelling, row.pk)
            for row in University.objects.all()
            for spelling in (row.slug, row.name_en, row.name_ar, *row.domains)
        ]
        return _finder("a university of the taxonomy", "Universities", fold, known)


def _sector_synonyms() -> Iterable[tuple[str, str]]:
    for row in rows("sectors"):
        for name in ("synonyms_en", "synonyms_ar"):
            yield from ((text, row["slug"]) for text in row[name].split("|"))


def remembered(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """The same reader with its last few thousand answers at hand: files repeat themselves."""
    return lru_cache(maxsize=8192)(read)
