"""What a CV suggests: codes and numbers, each with the line it was found in. Never facts."""

from dataclasses import replace

from profiles.graduates.cv.finding.education import find_degree, find_universities, find_year
from profiles.graduates.cv.finding.languages import find_languages
from profiles.graduates.cv.finding.sections import Line, in_sections
from profiles.graduates.cv.finding.skills import find_skills
from profiles.graduates.cv.finding.vocabulary import Vocabulary
from profiles.graduates.cv.finding.years import find_years
from profiles.graduates.cv.suggestions import Found, Suggestions


def find(lines: list[str], words: Vocabulary, *, this_year: int) -> Suggestions:
    """Look through the lines of a document."""
    rows = list(in_sections(lines))
    skills = [Found(slug, number) for slug, number in find_skills(rows, words.skills)]
    return replace(find_facts(rows, words, this_year=this_year), skills=skills).quoting(lines)


def find_facts(rows: list[Line], words: Vocabulary, *, this_year: int) -> Suggestions:
    """All but the skills: languages, education and years of work."""
    languages = [
        Found(code, number, level) for code, level, number in find_languages(rows, words.languages)
    ]
    universities = [
        Found(slug, number) for slug, number in find_universities(rows, words.universities)
    ]
    degree = find_degree(rows)
    near = [each.line for each in universities] + ([degree[2]] if degree else [])
    year, worked = find_year(rows, near, this_year), find_years(rows, this_year)
    return Suggestions(
        languages=languages,
        universities=universities,
        degree=Found(degree[1], degree[2], degree[0]) if degree else None,
        graduation_year=Found(str(year[0]), year[1]) if year else None,
        experience_years=Found(str(worked[0]), worked[1]) if worked else None,
    )
