"""Keeping and deleting a CV, and taking over what its owner ticked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import transaction

from ledger import files
from ledger.actions import record
from profiles.actions import save_profile, set_languages, set_skills
from profiles.graduates.cv.gate import PURPOSE
from profiles.graduates.cv.suggestions import Suggestions
from profiles.graduates.models import CV, Graduate
from profiles.models import Language, Profile, Skill, University

Key = TypeVar("Key")
Level = TypeVar("Level", int, str)

CV_KEPT, CV_DELETED = "cv.kept", "cv.deleted"


@dataclass(frozen=True)
class Ticked:
    """What the owner says is true. Empty is not ticked, and stays as it was."""

    skills: Mapping[Skill, int] = field(default_factory=dict)
    languages: Mapping[Language, str] = field(default_factory=dict)
    university: University | None = None
    degree: str = ""
    graduation_year: int | None = None
    experience_years: int | None = None

    @property
    def count(self) -> int:
        single = (self.university, self.degree, self.graduation_year)
        said = sum(bool(one) for one in single) + (self.experience_years is not None)
        return len(self.skills) + len(self.languages) + said


@transaction.atomic
def keep_cv(
    *,
    profile: Profile,
    content: bytes,
    name: str,
    media_type: str,
    suggestions: Suggestions,
    by_id: int | None,
) -> CV:
    """Keep the file and what was found in it, in place of the one before."""
    _forget(profile, by_id)
    file = files.keep(
        content=content, name=name, media_type=media_type, purpose=PURPOSE, owner_id=by_id
    )
    found = {"skills": len(suggestions.skills), "languages": len(suggestions.languages)}
    record(verb=CV_KEPT, subject=profile, actor_id=by_id, codes=found)
    return CV.objects.create(profile=profile, file=file, suggestions=suggestions.as_json())


@transaction.atomic
def delete_cv(*, profile: Profile, by_id: int | None) -> Profile:
    """Delete the file and the suggestions; what was ticked before is the profile's own."""
    if _forget(profile, by_id):
        record(verb=CV_DELETED, subject=profile, actor_id=by_id)
    return profile


def _forget(profile: Profile, by_id: int | None) -> bool:
    """The lock makes two uploads at once replace each other instead of failing."""
    Profile.objects.select_for_update().get(pk=profile.pk)
    cv = CV.objects.filter(profile=profile).select_related("file").first()
    if cv:
        files.delete(file=cv.file, by_id=by_id)
    return cv is not None


@transaction.atomic
def take_over(*, profile: Profile, ticked: Ticked, by_id: int | None) -> Profile:
    """Save what was ticked beside what is there; a level that is held is never lowered."""
    profile = Profile.objects.select_for_update().get(pk=profile.pk)
    if ticked.skills:
        held = {row.skill: row.level for row in profile.held_skills.select_related("skill")}
        set_skills(profile=profile, levels=_raised(held, ticked.skills), by_id=by_id)
    if ticked.languages:
        rows = profile.spoken_languages.select_related("language")
        spoken = {row.language: row.cefr for row in rows}
        set_languages(profile=profile, levels=_raised(spoken, ticked.languages), by_id=by_id)
    if ticked.university or ticked.degree or ticked.graduation_year:
        _save_studies(profile, ticked)
    if ticked.experience_years is not None:
        profile.experience_years = ticked.experience_years
    return save_profile(profile=profile, by_id=by_id)


def _raised(held: Mapping[Key, Level], said: Mapping[Key, Level]) -> dict[Key, Level]:
    return {**held, **{key: max(level, held.get(key, level)) for key, level in said.items()}}


def _save_studies(profile: Profile, ticked: Ticked) -> None:
    graduate, _ = Graduate.objects.get_or_create(profile=profile)
    graduate.university = ticked.university or graduate.university
    graduate.degree = ticked.degree or graduate.degree
    graduate.graduation_year = ticked.graduation_year or graduate.graduation_year
    graduate.save()
