"""Who never meets whom: each other's exclusions, oneself in another role, one's own firm."""

from django.apps import apps
from django.db import connection, models
from django.db.models import Func, Q

from profiles.models import Profile
from profiles.viewer import Viewer

EXCLUDED_PAIRS = """
WITH side_o AS (
    SELECT o.id, o.owner_id AS profile_id, p.country, p.excluded_countries
    FROM matching_opening o JOIN profiles_profile p ON p.id = o.owner_id
    WHERE o.pairing = %(pairing)s
), side_c AS (
    SELECT c.id, c.profile_id, p.country, p.excluded_countries
    FROM matching_candidacy c JOIN profiles_profile p ON p.id = c.profile_id
    WHERE c.pairing = %(pairing)s
), barred_by_o AS (
    SELECT id, unnest(excluded_countries) AS country FROM side_o
), barred_by_c AS (
    SELECT id, unnest(excluded_countries) AS country FROM side_c
), acts_for (profile_id, user_id) AS (
    SELECT id, user_id FROM profiles_profile WHERE user_id IS NOT NULL
    UNION SELECT firm_id, user_id FROM firms_firmmember
), apart (a, b) AS (
    SELECT a_id, b_id FROM matching_exclusion
    UNION SELECT b_id, a_id FROM matching_exclusion
    UNION SELECT x.profile_id, y.profile_id FROM acts_for x JOIN acts_for y USING (user_id)
)
SELECT o.id, c.id FROM side_o o JOIN apart ON apart.a = o.profile_id
    JOIN side_c c ON c.profile_id = apart.b
UNION SELECT o.id, c.id FROM side_o o JOIN side_c c ON c.profile_id = o.profile_id
UNION SELECT o.id, c.id FROM barred_by_o o JOIN side_c c USING (country)
UNION SELECT o.id, c.id FROM barred_by_c c JOIN side_o o USING (country)
"""


def excluded_pairs(pairing: str) -> list[tuple[int, int]]:
    """(opening id, candidacy id) of every pair that must never meet, in no order."""
    with connection.cursor() as cursor:
        cursor.execute(EXCLUDED_PAIRS, {"pairing": pairing})
        pairs: list[tuple[int, int]] = cursor.fetchall()
    return pairs


def apart_from(viewer: Viewer, prefix: str = "") -> Q:
    """Profiles the viewer never meets: one of the two excluded the other, or the country.

    A condition on Profile, or on a model that points to it by `prefix`; each part reads the row
    itself or a short list, because lists ask this of every row.
    """
    at = f"{prefix}__" if prefix else ""
    own = sorted(viewer.profile_ids)
    if not own:
        return Q(pk__in=[])
    exclusion = apps.get_model("matching", "Exclusion")
    excluded = Func("excluded_countries", function="unnest", output_field=models.CharField())
    countries = Profile.objects.filter(pk__in=own).values(code=excluded)
    apart = Q(**{f"{at}pk__in": exclusion.objects.filter(a__in=own).values("b")})
    apart |= Q(**{f"{at}pk__in": exclusion.objects.filter(b__in=own).values("a")})
    apart |= Q(**{f"{at}country__in": countries})
    if viewer.countries:
        apart |= Q(**{f"{at}excluded_countries__overlap": sorted(viewer.countries)})
    return apart
