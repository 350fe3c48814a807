"""50,000 profiles and 20,000 openings: the demo's cast, copied in the database as often as needed.

Copies differ by their keys only: facets keep the cast's skew, and no search is a cache's friend.
"""

from collections.abc import Iterator

from django.db import connection

PROFILE_PARTS = (
    "profiles_identity",
    "profiles_profileskill",
    "profiles_profilelanguage",
    "graduates_graduate",
    "mentors_mentor",
    "investors_investor",
    "firms_firm",
)
LAST = "SELECT count(*), coalesce(max(id), 0) FROM {table}"
COPY = "INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE {key} <= {last}"


def grow(profiles: int, openings: int) -> None:
    """Copy until there are at least so many of each, then let the planner know."""
    with connection.cursor() as cursor:
        for statement in _statements("profiles_profile", profiles, PROFILE_PARTS, "profile_id"):
            cursor.execute(statement)
        for statement in _statements(
            "matching_opening", openings, ("matching_openingskill",), "opening_id"
        ):
            cursor.execute(statement)
        cursor.execute("VACUUM ANALYZE")


def _statements(table: str, wanted: int, parts: tuple[str, ...], parent: str) -> Iterator[str]:
    """Copy number n of row k has the key k + n times the last key of the cast."""
    with connection.cursor() as cursor:
        cursor.execute(LAST.format(table=table))
        count, last = cursor.fetchone()
    copies = -(-wanted // count)
    for n in range(1, copies):
        yield _copy(table, "id", n * last, last)
        for part in parts:
            yield _copy(part, parent, n * last, last)
    yield f"SELECT setval('{table}_id_seq', {copies * last})"


def _copy(table: str, key: str, shift: int, last: int) -> str:
    values = {name: f'"{name}"' for name in _columns(table)}
    values[key] = f"{key} + {shift}"
    if key != "id":
        values.pop("id", None)
    if "public_id" in values:
        values |= {"public_id": "gen_random_uuid()", "external_id": "NULL"}
    if "user_id" in values:
        values["user_id"] = "NULL"
    columns = ", ".join(f'"{name}"' for name in values)
    return COPY.format(
        table=table, columns=columns, values=", ".join(values.values()), key=key, last=last
    )


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
    return [column.name for column in described]


def log_in() -> None:
    """Keep the session of a member of a verified firm: who may see nearly everyone."""
    from django.test import Client  # noqa: PLC0415

    from profiles.models import User  # noqa: PLC0415

    member = User.objects.filter(memberships__firm__profile__verified_at__isnull=False).first()
    assert member is not None
    Client().force_login(member)
