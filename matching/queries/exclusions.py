"""Who never meets whom: each other's exclusions, oneself in another role, one's own firm."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import connection
from django.db.models import Q

from profiles.exclusions import never_met_by
from profiles.recognition import standing_of
from profiles.viewer import Viewer

if TYPE_CHECKING:
    from matching.models import Candidacy, Opening

EXCLUDED_PAIRS = """
WITH side_o AS (
    SELECT o.id, o.owner_id AS profile_id, p.country, o.country AS own_country,
        p.sectors || o.sectors AS sectors, p.excluded_countries, p.excluded_sectors
    FROM matching_opening o JOIN profiles_profile p ON p.id = o.owner_id
    WHERE o.pairing = %(pairing)s
), side_c AS (
    SELECT c.id, c.profile_id, p.country, p.sectors || c.sectors AS sectors,
        p.excluded_countries, p.excluded_sectors
    FROM matching_candidacy c JOIN profiles_profile p ON p.id = c.profile_id
    WHERE c.pairing = %(pairing)s
), places_of_o AS (
    SELECT id, country FROM side_o UNION SELECT id, own_country FROM side_o
), countries_barred_by_o AS (
    SELECT id, unnest(excluded_countries) AS country FROM side_o
), countries_barred_by_c AS (
    SELECT id, unnest(excluded_countries) AS country FROM side_c
), sectors_of_o AS (
    SELECT id, unnest(sectors) AS sector FROM side_o
), sectors_of_c AS (
    SELECT id, unnest(sectors) AS sector FROM side_c
), sectors_barred_by_o AS (
    SELECT id, unnest(excluded_sectors) AS sector FROM side_o
), sectors_barred_by_c AS (
    SELECT id, unnest(excluded_sectors) AS sector FROM side_c
), acts_for (profile_id, user_id) AS (
    SELECT id, user_id FROM profiles_profile WHERE user_id IS NOT NULL
    UNION SELECT firm_id, user_id FROM firms_firmmember
), named (a, b) AS (
    SELECT name.profile_id, identity.profile_id
    FROM profiles_excludedname name JOIN profiles_identity identity
        ON identity.name_key = name.key
), apart (a, b) AS (
    SELECT a_id, b_id FROM matching_exclusion
    UNION SELECT b_id, a_id FROM matching_exclusion
    UNION SELECT a, b FROM named
    UNION SELECT b, a FROM named
    UNION SELECT x.profile_id, y.profile_id FROM acts_for x JOIN acts_for y USING (user_id)
)
SELECT o.id, c.id FROM side_o o JOIN apart ON apart.a = o.profile_id
    JOIN side_c c ON c.profile_id = apart.b
UNION SELECT o.id, c.id FROM side_o o JOIN side_c c ON c.profile_id = o.profile_id
UNION SELECT o.id, c.id FROM countries_barred_by_o o JOIN side_c c USING (country)
UNION SELECT o.id, c.id FROM countries_barred_by_c c JOIN places_of_o o USING (country)
UNION SELECT o.id, c.id FROM sectors_barred_by_o o JOIN sectors_of_c c USING (sector)
UNION SELECT o.id, c.id FROM sectors_barred_by_c c JOIN sectors_of_o o USING (sector)
"""


def excluded_pairs(pairing: str) -> list[tuple[int, int]]:
    """(opening id, candidacy id) of every pair that must never meet, in no order."""
    with connection.cursor() as cursor:
        cursor.execute(EXCLUDED_PAIRS, {"pairing": pairing})
        pairs: list[tuple[int, int]] = cursor.fetchall()
    return pairs


def parties_apart(viewer: Viewer, at: str) -> Q:
    """Profiles that one of the two excluded by name of the row: for `profiles.exclusions`."""
    own = sorted(viewer.profile_ids)
    if not own:
        return Q()
    exclusions = apps.get_model("matching", "Exclusion")._default_manager
    by_us, by_them = exclusions.filter(a__in=own), exclusions.filter(b__in=own)
    return Q(**{f"{at}pk__in": by_us.values("b")}) | Q(**{f"{at}pk__in": by_them.values("a")})


def openings_never_met(viewer: Viewer) -> Q:
    """A condition on openings: of owners never to meet, or in a place or sector never to meet."""
    apart = never_met_by(viewer, "owner")
    if viewer.excluded_countries:
        apart |= Q(country__in=sorted(viewer.excluded_countries))
    if viewer.excluded_sectors:
        apart |= Q(sectors__overlap=sorted(viewer.excluded_sectors))
    return apart


def candidacies_never_met(viewer: Viewer) -> Q:
    """A condition on candidacies, likewise."""
    apart = never_met_by(viewer, "profile")
    if viewer.excluded_sectors:
        apart |= Q(sectors__overlap=sorted(viewer.excluded_sectors))
    return apart


def candidacies_apart_from(opening: "Opening") -> Q:
    """A condition on the candidacies that this opening never meets, as `excluded_pairs` has it."""
    apart = candidacies_never_met(standing_of(opening.owner))
    if opening.country:
        apart |= Q(profile__excluded_countries__contains=[str(opening.country)])
    if opening.sectors:
        apart |= Q(profile__excluded_sectors__overlap=opening.sectors)
    return apart


def apart_among(keys: Iterable[int], opening: "Opening") -> set[int]:
    """The keys of those of these candidacies that this opening never meets."""
    rows = apps.get_model("matching", "Candidacy")._default_manager.filter(pk__in=keys)
    return set(rows.filter(candidacies_apart_from(opening)).values_list("pk", flat=True))


def may_meet(candidacy: "Candidacy", opening: "Opening") -> bool:
    """Whether the candidacy is active, as it is now, and is of those that this opening meets."""
    rows = apps.get_model("matching", "Candidacy").objects.active()
    rows = rows.filter(pk=candidacy.pk, pairing=opening.pairing)
    found: bool = rows.exclude(candidacies_apart_from(opening)).exists()
    return found


def openings_apart_from(candidacy: "Candidacy") -> Q:
    """A condition on the openings that this candidacy never meets, likewise."""
    apart = openings_never_met(standing_of(candidacy.profile))
    if candidacy.sectors:
        apart |= Q(owner__excluded_sectors__overlap=candidacy.sectors)
    return apart
