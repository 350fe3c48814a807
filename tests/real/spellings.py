"""Words of public data looked up in the product's taxonomy files, by the product's own folding."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from profiles.folding import fold, skill_key
from profiles.taxonomy.sync import rows


@dataclass
class Spellings:
    """Spelling to taxonomy slug; `missed` counts the words that are in no list."""

    key: Callable[[str], str]
    slugs: dict[str, str]
    missed: Counter[str] = field(default_factory=Counter)

    def find(self, text: str) -> str | None:
        slug = self.slugs.get(self.key(text))
        if slug is None:
            self.missed[text] += 1
        return slug

    def find_all(self, texts: Iterable[str]) -> list[str]:
        """Each slug once, in the order of the texts; what is unknown is left out and counted."""
        found = (self.find(text) for text in texts)
        return list(dict.fromkeys(slug for slug in found if slug))


def skills() -> Spellings:
    return Spellings(skill_key, _by_spelling("skills", skill_key))


def sectors() -> Spellings:
    return Spellings(fold, _by_spelling("sectors", fold))


def languages() -> Spellings:
    return Spellings(fold, {fold(row["code"]): row["code"] for row in rows("languages")})


def _by_spelling(name: str, key: Callable[[str], str]) -> dict[str, str]:
    """The first to claim a spelling keeps it."""
    slugs: dict[str, str] = {}
    for row in rows(name):
        for text in _texts(row):
            slugs.setdefault(key(text), row["slug"])
    return slugs


def _texts(row: dict[str, str]) -> Iterator[str]:
    yield from (row["slug"], row["label_en"], row["label_ar"])
    for name in ("synonyms_en", "synonyms_ar"):
        yield from filter(None, row[name].split("|"))
