"""The suggestions of a CV that its profile does not hold already, as rows of the taxonomy."""

from dataclasses import dataclass

from profiles.graduates.cv.refusals import LEFT
from profiles.graduates.cv.studies import degree_called
from profiles.graduates.cv.suggestions import Found, Suggestions
from profiles.graduates.models import CV, Graduate
from profiles.models import Language, Profile, Skill, University


@dataclass(frozen=True)
class OpenSuggestions:
    """skills: to the level that was said (1..4), or None; languages: to the CEFR level, or "".

    quotes: the line that each stands in, by slug, code or name of the field.
    """

    skills: dict[Skill, int | None]
    languages: dict[Language, str]
    universities: list[University]
    degree: tuple[str, str] | None
    graduation_year: int | None
    experience_years: int | None
    quotes: dict[str, str]
    unknown: list[str]
    left: list[str]

    @property
    def count(self) -> int:
        single = (self.degree, self.graduation_year, self.experience_years)
        said = sum(one is not None for one in single)
        return len(self.skills) + len(self.languages) + len(self.universities) + said


def open_suggestions(cv: CV) -> OpenSuggestions:
    """In seven queries, whatever was found; what the taxonomy no longer knows is left out."""
    found, profile = Suggestions.from_json(cv.suggestions), cv.profile
    graduate = getattr(profile, "graduate", None) or Graduate(profile=profile)
    return OpenSuggestions(
        skills=_skills(found, profile),
        languages=_languages(found, profile),
        universities=_universities(found, graduate),
        degree=_degree(found.degree, graduate),
        graduation_year=_number(found.graduation_year, graduate.graduation_year),
        experience_years=_number(found.experience_years, profile.experience_years),
        quotes=_quotes(found),
        unknown=found.unknown,
        left=[str(LEFT[name]) for name in found.left],
    )


def _skills(found: Suggestions, profile: Profile) -> dict[Skill, int | None]:
    said = {one.code: int(one.level) if one.level else None for one in found.skills}
    held = dict(profile.held_skills.values_list("skill__slug", "level"))
    rows = Skill.objects.in_bulk(list(said), field_name="slug")
    return {
        rows[slug]: level
        for slug, level in said.items()
        if slug in rows and (level or 1) > held.get(slug, 0)
    }


def _languages(found: Suggestions, profile: Profile) -> dict[Language, str]:
    said = {one.code: one.level for one in found.languages}
    held = dict(profile.spoken_languages.values_list("language__code", "cefr"))
    rows = Language.objects.in_bulk(list(said), field_name="code")
    return {
        rows[code]: level
        for code, level in said.items()
        if code in rows and (code not in held or level > held[code])
    }


def _universities(found: Suggestions, graduate: Graduate) -> list[University]:
    rows = University.objects.in_bulk([one.code for one in found.universities], field_name="slug")
    kept = (rows[one.code] for one in found.universities if one.code in rows)
    return [row for row in kept if row.pk != graduate.university_id]


def _degree(found: Found | None, graduate: Graduate) -> tuple[str, str] | None:
    if found is None or degree_called(found.level, found.code) == graduate.degree:
        return None
    return found.level, found.code


def _number(found: Found | None, held: int | None) -> int | None:
    return int(found.code) if found and int(found.code) != held else None


def _quotes(found: Suggestions) -> dict[str, str]:
    rows = (*found.skills, *found.languages, *found.universities)
    quotes = {one.code: found.lines[one.line] for one in rows}
    for name in ("degree", "graduation_year", "experience_years"):
        if one := getattr(found, name):
            quotes[name] = found.lines[one.line]
    return quotes
