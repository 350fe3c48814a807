"""ESCO beside our own words, in short its digital skills: the lists of a small cast stay."""

import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from matching import runs
from matching.models import TopMatches
from profiles.models import Skill, SkillSynonym
from tests.full import FULL
from tests.scenarios import demo_cast

pytestmark = pytest.mark.django_db


def imported(data: Path, *arguments: str) -> str:
    out = StringIO()
    call_command("import_esco", str(data / "esco"), *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def stored() -> dict[tuple[int | None, int | None], list[int]]:
    """Scores by whose list it is, of both sides."""
    rows = TopMatches.objects.values_list("opening", "candidacy", "scores")
    return {(opening, candidacy): scores for opening, candidacy, scores in rows}


def test_esco_leaves_our_words_and_the_lists_as_they_were(data: Path, figures: list[str]) -> None:
    ours = dict(Skill.objects.values_list("slug", "label_ar"))
    demo_cast(scale=0.02)
    runs.run("hiring")
    lists = stored()
    figures.append(f"esco, digital: {imported(data).strip()}")
    start = time.monotonic()
    if FULL:
        words = imported(data, "--all").strip()
        figures.append(f"esco, all: {words} {time.monotonic() - start:.1f} s")
    kept = Skill.objects.filter(slug__in=ours).values_list("slug", "label_ar")
    assert dict(kept) == ours
    runs.run("hiring")
    assert stored() == lists
    figures.append(f"skills {Skill.objects.count():,}, spellings {SkillSynonym.objects.count():,}")


def test_taking_it_again_creates_nothing(data: Path) -> None:
    imported(data)
    before = Skill.objects.count()
    assert "created" not in imported(data)
    assert Skill.objects.count() == before
