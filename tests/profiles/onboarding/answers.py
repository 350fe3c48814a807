"""The least that each kind must answer, as its forms post it: slug of the question to fields."""

from typing import Any

Answers = dict[str, dict[str, Any]]

NAME = {"legal_name": "Sami Khoury", "email": "sami@example.org", "phone": ""}
HEADLINE = {"headline": "Backend developer", "about": "", "language": "en"}
SKILLS = {"skills-pick": ["python"], "skills-of-python": "3"}

NEEDED: dict[str, Answers] = {
    "mentor": {
        "name": NAME,
        "where": {"country": "DE"},
        "headline": HEADLINE,
        "skills": SKILLS,
        "hours": {"hours_month": "2"},
    },
    "graduate": {
        "name": NAME,
        "where": {"governorate": "PS-NBS"},
        "study": {"university": "birzeit", "degree": "BSc", "graduation_year": "2025"},
        "headline": HEADLINE,
        "skills": SKILLS,
    },
    "investor": {
        "type": {"type": "fund"},
        "name": NAME,
        "where": {"country": "SE"},
        "headline": HEADLINE,
    },
    "firm": {
        "type": {"type": "local_it"},
        "name": NAME,
        "where": {"country": "PS", "governorate": "PS-GZA"},
        "named": {"is_named": "no"},
        "headline": HEADLINE,
    },
}
OPTIONAL: Answers = {
    "languages": {"ar": "C2", "en": "B2"},
    "availability": {"week": ["6-18", "0-18"], "week-shown": "", "week-hours": ""},
    "sectors": {"sectors": ["fintech"]},
    "work": {"experience_years": "4"},
    "size": {"team_size": "12", "founded_year": "2015", "website": "example.org"},
}
