"""Answers onto a row: columns, further terms, and the skills that it asks for, how well known."""

from collections.abc import Mapping
from typing import Any

from matching.models import Candidacy, CandidacySkill, Opening, OpeningSkill
from profiles.models import Skill

Answers = Mapping[str, Any]
"""Name of a column, or of a term that has none, to its value."""
Asked = Mapping[Skill, int]
"""Skill to importance 1..3."""
Levels = Mapping[int, int | None]
"""Key of a skill to the level 1..4 that is asked for; `None`: any level will do."""
UNCHANGED: Levels = {}
UNSAID: tuple[Any, ...] = (None, "", [])


def stored(row: Opening | Candidacy, name: str) -> Any:
    """What the row says of a term, whether it is a column of its own or not."""
    return getattr(row, name) if _is_column(row, name) else row.terms.get(name)


def write(row: Opening | Candidacy, answers: Answers) -> bool:
    """Put the answers on the row (not saved); whether any of them was new."""
    new = {name: value for name, value in answers.items() if _differs(row, name, value)}
    for name, value in new.items():
        if _is_column(row, name):
            setattr(row, name, value)
        else:
            row.terms = {key: kept for key, kept in row.terms.items() if key != name}
            row.terms |= {name: value} if value else {}
    return bool(new)


def _differs(row: Opening | Candidacy, name: str, value: Any) -> bool:
    said = stored(row, name)
    return said != value and not (said in UNSAID and value in UNSAID)


def _is_column(row: Opening | Candidacy, name: str) -> bool:
    return any(field.name == name for field in row._meta.concrete_fields)


def ask_for(row: Opening | Candidacy, skills: Asked) -> bool:
    """Make the skills that the row asks for exactly these; whether anything differed."""
    before = dict(row.asked_skills.values_list("skill_id", "importance"))
    if before == {skill.pk: importance for skill, importance in skills.items()}:
        return False
    table: Any = OpeningSkill if isinstance(row, Opening) else CandidacySkill
    side = "opening" if isinstance(row, Opening) else "candidacy"
    row.asked_skills.exclude(skill__in=skills).delete()
    table.objects.bulk_create(
        (table(**{side: row}, skill=s, importance=weight) for s, weight in skills.items()),
        update_conflicts=True,
        unique_fields=[side, "skill"],
        update_fields=["importance"],
    )
    return True


def ask_levels(row: Opening | Candidacy, levels: Levels) -> bool:
    """Ask for these levels of skills that the row asks for; whether anything differed.

    A skill that it no longer asks for is passed over.
    """
    rows: Any = row.asked_skills
    new = [each for each in rows.filter(skill__in=levels) if each.level != levels[each.skill_id]]
    for each in new:
        each.level = levels[each.skill_id]
    return bool(rows.bulk_update(new, ["level"]))
