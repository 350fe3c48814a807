"""Which skills somebody may mean: by any spelling, its beginning, a part of it, or nearly it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Length

from profiles.folding import skill_key
from profiles.models import Skill, SkillSynonym

SHOWN = 8
NEAR = 0.25
"""Least trigram similarity of two keys: "pyhton" and "python" have 0.27."""
EXACT, PREFIX, PART, SIMILAR = range(4)
SHORT = 3
"""Below so many characters only a beginning is looked for: "c" is a part of half of them."""


def called(texts: Iterable[str]) -> dict[str, Skill]:
    """The skill that each text names exactly, in either language; others are left out."""
    by_key = {skill_key(text): text for text in texts}
    rows = SkillSynonym.objects.filter(key__in=by_key).select_related("skill")
    return {by_key[row.key]: row.skill for row in rows}


def picked_and_called(
    slugs: Iterable[str], texts: Iterable[str]
) -> tuple[list[Skill], dict[str, Skill]]:
    """The skills of these slugs, and those that the texts name as `called` has them: one query."""
    by_key = {skill_key(text): text for text in texts}
    picked = Skill.objects.filter(slug__in=slugs).annotate(key=Value(""))
    named = Skill.objects.filter(synonyms__key__in=by_key).annotate(key=F("synonyms__key"))
    rows: Any = list(picked.union(named))
    return (
        [row for row in rows if not row.key],
        {by_key[row.key]: row for row in rows if row.key},
    )


def like(text: str, limit: int = SHOWN) -> list[Skill]:
    """The skills whose spelling is nearest to the text, the nearest first."""
    key = skill_key(text)
    found = {row.skill: None for row in _spellings(key)[: limit * 4]} if key else {}
    return list(found)[:limit]


def _spellings(key: str) -> "QuerySet[SkillSynonym]":
    whole = [When(key=key, then=Value(EXACT)), When(key__startswith=key, then=Value(PREFIX))]
    parts = [When(key__contains=key, then=Value(PART))] if len(key) >= SHORT else []
    near = Q(key__startswith=key)
    if len(key) >= SHORT:
        near |= Q(key__contains=key) | Q(nearness__gte=NEAR)
    return (
        SkillSynonym.objects.annotate(
            nearness=TrigramSimilarity("key", key),
            rank=Case(*whole, *parts, default=Value(SIMILAR), output_field=IntegerField()),
        )
        .filter(near)
        .order_by("rank", "-nearness", Length("key"), "key")
        .select_related("skill")
    )
