"""The words of the taxonomy that a profile holds: skills by level, languages by CEFR."""

from collections.abc import Mapping

from django.db import transaction

from ledger.actions import record
from profiles.actions.saving import PROFILE_SAVED, locked
from profiles.browsing.text import fold_profiles
from profiles.models import Language, Profile, ProfileLanguage, ProfileSkill, Skill


@transaction.atomic
def set_skills(*, profile: Profile, levels: Mapping[Skill, int], by_id: int | None) -> Profile:
    """Make the profile's skills exactly `levels` (skill to level 1..4)."""
    locked(profile)
    said = {skill.pk: level for skill, level in levels.items()}
    if dict(profile.held_skills.values_list("skill", "level")) == said:
        return profile
    profile.held_skills.exclude(skill__in=said).delete()
    ProfileSkill.objects.bulk_create(
        (ProfileSkill(profile=profile, skill_id=key, level=level) for key, level in said.items()),
        update_conflicts=True,
        unique_fields=["profile", "skill"],
        update_fields=["level"],
    )
    fold_profiles([profile.pk])
    record(verb=PROFILE_SAVED, subject=profile, actor_id=by_id, codes={"skills": len(said)})
    return profile


@transaction.atomic
def set_languages(
    *, profile: Profile, levels: Mapping[Language, str], by_id: int | None
) -> Profile:
    """Make the languages that somebody speaks exactly `levels` (language to CEFR)."""
    locked(profile)
    said = {language.pk: cefr for language, cefr in levels.items()}
    if dict(profile.spoken_languages.values_list("language", "cefr")) == said:
        return profile
    profile.spoken_languages.exclude(language__in=said).delete()
    ProfileLanguage.objects.bulk_create(
        (
            ProfileLanguage(profile=profile, language_id=key, cefr=cefr)
            for key, cefr in said.items()
        ),
        update_conflicts=True,
        unique_fields=["profile", "language"],
        update_fields=["cefr"],
    )
    record(verb=PROFILE_SAVED, subject=profile, actor_id=by_id, codes={"languages": len(said)})
    return profile
