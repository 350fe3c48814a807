"""A multitude of invented people in a few statements: the builders' rows, multiplied and varied."""

from typing import Any

from django.db import connection, models

from matching.models import Candidacy, Opening
from profiles.models import Profile
from tests import make

FIRMS = 50
SECTORS = "ARRAY[(ARRAY['fintech', 'health', 'gaming', 'education'])[1 + floor(4 * random())::int]]"
OF_PEOPLE = {
    "public_id": "gen_random_uuid()",
    "external_id": "NULL",
    "folded": "''",
    "experience_years": "floor(12 * random())::int",
    "utc_hours": "(floor(random() * 16777216)::int | 255)",
    "answers": "NULLIF(floor(5 * random())::int, 4)",
    "sectors": SECTORS,
}
OF_SEARCHES = {
    "public_id": "gen_random_uuid()",
    "profile_id": "people.id",
    "usd_min": "500 + 100 * floor(20 * random())::int",
    "mode": "(ARRAY['remote', 'hybrid', 'onsite'])[1 + floor(3 * random())::int]",
}
OF_JOBS = {
    "public_id": "gen_random_uuid()",
    "external_id": "NULL",
    "folded": "''",
    "owner_id": "(%(owners)s)[1 + floor(random() * cardinality(%(owners)s))::int]",
    "usd_min": "NULL",
    "usd_max": "800 + 100 * floor(30 * random())::int",
    "seniority": "floor(5 * random())::int",
    "sectors": SECTORS,
}
PEOPLE = """
WITH people AS (
    INSERT INTO profiles_profile ({people}) SELECT {varied_people}
    FROM profiles_profile, generate_series(1, %(count)s) WHERE id = %(person)s
    RETURNING id
)
INSERT INTO matching_candidacy ({searches}) SELECT {varied_searches}
FROM matching_candidacy, people WHERE matching_candidacy.id = %(search)s
"""
JOBS = """
INSERT INTO matching_opening ({jobs}) SELECT {varied_jobs}
FROM matching_opening, generate_series(1, %(count)s) WHERE id = %(job)s
"""
SKILLS = """
INSERT INTO {table} ({owner}, skill_id, {columns})
SELECT owners.id, (%(skills)s)[1 + floor(%(distinct)s * power(random(), 2))::int], {values}
FROM ({owners}) owners, generate_series(1, %(each)s)
ON CONFLICT DO NOTHING
"""


def a_multitude(*, people: int, jobs: int) -> None:
    """Graduates who look for a job, and jobs of some firms; the same rows each time."""
    search, job = make.looks_for_a_job(make.a_graduate()), make.a_job()
    owners = [job.owner_id, *(make.an_international_company().pk for _ in range(FIRMS))]
    with connection.cursor() as cursor:
        # Past triggers that would note each row for lists that nobody looks at.
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SELECT setseed(0.5)")
        cursor.execute(
            PEOPLE.format(
                **_columns("people", Profile, OF_PEOPLE),
                **_columns("searches", Candidacy, OF_SEARCHES),
            ),
            {"count": people, "person": search.profile_id, "search": search.pk},
        )
        cursor.execute(
            JOBS.format(**_columns("jobs", Opening, OF_JOBS)),
            {"count": jobs, "job": job.pk, "owners": owners},
        )
        _give_skills(cursor)
        cursor.execute("RESET session_replication_role")
        cursor.execute("ANALYZE")


def _columns(name: str, table: type[models.Model], varied: dict[str, str]) -> dict[str, str]:
    """The table's columns, and what a new row says in each: as the row at hand, or varied."""
    columns = [field.column for field in table._meta.concrete_fields if field.column != "id"]
    own = table._meta.db_table
    return {
        name: ", ".join(columns),
        f"varied_{name}": ", ".join(varied.get(each, f"{own}.{each}") for each in columns),
    }


def _give_skills(cursor: Any) -> None:
    cursor.execute("SELECT array_agg(id ORDER BY id) FROM profiles_skill")
    (skills,) = cursor.fetchone()
    said = {"skills": skills, "distinct": len(skills), "each": 4}
    graduates = "SELECT id FROM profiles_profile WHERE kind = 'graduate'"
    held = SKILLS.format(
        table="profiles_profileskill",
        owner="profile_id",
        columns="level",
        values="1 + floor(4 * random())::int",
        owners=graduates,
    )
    asked = SKILLS.format(
        table="matching_openingskill",
        owner="opening_id",
        columns="importance, level",
        values="1 + floor(3 * random())::int, 1 + floor(4 * random())::int",
        owners="SELECT id FROM matching_opening",
    )
    cursor.execute(held, said)
    cursor.execute(asked, said)
