"""What a search asks for: skills by their taxonomy entry first, then words, then near spellings."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import Concat

from profiles.browsing.skills import skill_names
from profiles.folding import fold, skill_key

LONGEST_NAME = 4
"""Words in the name of a skill."""
MOST_WORDS = 12
SHORTEST_SPELT = 4
"""Letters each word in the name of a skill needs to be looked for in texts: "c" and "net" say
anything there, so C, C++, .NET and Go are found by their entry alone."""
SHORTEST_NEAR = 3
"""Letters a word needs for its trigrams to say anything."""
Rows: TypeAlias = Any
"""A queryset; its typing knows no aliases."""
TITLE_END = "\n"
_WORD = re.compile(r"[^\W_]+")
_AROUND = "\"'()[]{}<>«»“”‘’,;:!?؛،؟…|&*"
_THE = "ال"


@dataclass(frozen=True, slots=True)
class Asked:
    """`skills` are slugs, `words` folded; an emoji or an operator alone is neither.

    spelt: of each skill the words it was named by, for texts that say it; none where they are short
    """

    skills: tuple[str, ...]
    words: tuple[str, ...]
    spelt: tuple[tuple[str, ...], ...] = ()

    @property
    def names_nothing(self) -> bool:
        return not (self.skills or self.words)


def words_of(text: str) -> list[str]:
    """Letters and digits only, folded: all that the index of words and a query of it can hold."""
    return _WORD.findall(fold(text))


def searchable(title: str, *texts: str) -> str:
    """The text a row is searched by; its title comes first, and is told apart by a line's end."""
    return " ".join(words_of(title)) + TITLE_END + " ".join(words_of(" ".join(texts)))


def understood(text: str) -> Asked:
    """The longest names of skills first: "machine learning engineer" is a skill and a word."""
    parts = [part for part in (raw.strip(_AROUND) for raw in text.split()) if part][:MOST_WORDS]
    skills: dict[str, tuple[str, ...]] = {}
    words: dict[str, None] = {}
    at = 0
    while at < len(parts):
        slug, length = _skill_at(parts, at)
        if slug is not None:
            skills.setdefault(slug, _spelt(parts[at : at + length]))
        else:
            words |= dict.fromkeys(words_of(parts[at]))
        at += length
    return Asked(tuple(skills), tuple(words)[:MOST_WORDS], tuple(skills.values()))


def _spelt(parts: list[str]) -> tuple[str, ...]:
    words = words_of(" ".join(parts))
    return tuple(words) if all(len(word) >= SHORTEST_SPELT for word in words) else ()


def _skill_at(parts: list[str], at: int) -> tuple[str | None, int]:
    for length in range(min(LONGEST_NAME, len(parts) - at), 0, -1):
        key = skill_key(" ".join(parts[at : at + length]))
        if key and (slug := skill_names.slug(key)) is not None:
            return slug, length
    return None, 1


def having_spelt(rows: Rows, words: tuple[str, ...]) -> Rows:
    """Rows whose text has these whole words in a row: "java" is not in "javascript"."""
    query = SearchQuery(" <-> ".join(words), config="simple", search_type="raw")
    return rows.alias(spelt=SearchVector("folded", config="simple")).filter(spelt=query)


def having_words(rows: Rows, words: tuple[str, ...]) -> Rows:
    """Rows whose text has every word, or one that begins so; Arabic with or without its article."""
    query = SearchQuery(" & ".join(map(_lexeme, words)), config="simple", search_type="raw")
    return rows.alias(words=SearchVector("folded", config="simple")).filter(words=query)


def _lexeme(word: str) -> str:
    return f"({word}:* | {_THE}{word}:*)" if "\u0600" <= word[0] <= "\u06ff" else f"{word}:*"


def near_words(rows: Rows, words: tuple[str, ...]) -> Rows:
    """Rows with something spelt like every word, for where nothing has the words themselves."""
    if any(len(word) < SHORTEST_NEAR for word in words):
        return rows.none()
    for word in words:
        rows = rows.filter(Q(folded__trigram_word_similar=word) | Q(folded__contains=word))
    return rows


def having_title_words(rows: Rows, words: tuple[str, ...]) -> Rows:
    """Of the rows that have the words, those that have them all in the title."""
    title = Func(
        F("folded"), Value(TITLE_END), Value(1), function="split_part", output_field=TextField()
    )
    rows = having_words(rows, words).alias(own_title=Concat(Value(" ", TextField()), title))
    return rows.filter(*(Q(own_title__contains=f" {word}") for word in words))


def searched(rows: Rows, text: str, having_skill: Callable[[Rows, str], Any]) -> Rows:
    """Rows that have all the skills and words of the text; near spellings where none has."""
    asked = understood(text)
    if asked.names_nothing:
        return rows.none()
    every = rows.model._default_manager.all()
    for slug, spelt in zip(asked.skills, asked.spelt, strict=True):
        saying = having_spelt(every, spelt) if spelt else every.none()
        either = (
            having_skill(every, slug).order_by().values("pk").union(saying.order_by().values("pk"))
        )
        rows = rows.filter(pk__in=either)
    if not asked.words:
        return rows
    found = having_words(rows, asked.words)
    return found if found.exists() else near_words(rows, asked.words)
