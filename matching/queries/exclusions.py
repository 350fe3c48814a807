"""Who never meets whom: each other's exclusions, oneself in another role, one's own firm."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import connection
from django.db.models import Q

from matching.pairings.declaration import Side
from profiles.exclusions import never_met_by
from profiles.recognition import standing_of
from profiles.viewer import Viewer

if TYPE_CHECKING:
    from matching.models import Candidacy, Opening

OPENINGS = """
    SELECT o.id, o.owner_id AS profile_id, p.country, o.country AS own_country,
        p.sectors || o.sectors AS sectors, p.excluded_countries, p.excluded_sectors
    FROM matching_opening o JOIN profiles_profile p ON p.id = o.owner_id
    WHERE o.pairing = %(pairing)s"""
CANDIDACIES = """
    SELECT c.id, c.profile_id, p.country, '' AS own_country, p.sectors || c.sectors AS sectors,
        p.excluded_countries, p.excluded_sectors
    FROM matching_candidacy c JOIN profiles_profile p ON p.id = c.profile_id
    WHERE c.pairing = %(pairing)s"""
# What most exclude is nothing: then a part is not even begun, rather than read for everyone.
EXCLUDED_PAIRS = """
WITH ours AS MATERIALIZED (
    SELECT * FROM ({ours}) everyone WHERE %(ids)s::bigint[] IS NULL OR id = ANY(%(ids)s)
), theirs AS NOT MATERIALIZED ({theirs}),
barring AS MATERIALIZED (
    SELECT id, excluded_countries, excluded_sectors FROM theirs
    WHERE excluded_countries <> '{{}}' OR excluded_sectors <> '{{}}'
), acts_for (profile_id, user_id) AS NOT MATERIALIZED (
    SELECT id, user_id FROM profiles_profile WHERE user_id IS NOT NULL
    UNION ALL SELECT firm_id, user_id FROM firms_firmmember
), apart (id, profile_id) AS (
    SELECT id, profile_id FROM ours
    UNION SELECT o.id, e.b_id FROM ours o JOIN matching_exclusion e ON e.a_id = o.profile_id
    UNION SELECT o.id, e.a_id FROM ours o JOIN matching_exclusion e ON e.b_id = o.profile_id
    UNION SELECT o.id, identity.profile_id
        FROM ours o JOIN profiles_excludedname name USING (profile_id)
        JOIN profiles_identity identity ON identity.name_key = name.key
    UNION SELECT o.id, name.profile_id
        FROM ours o JOIN profiles_identity identity USING (profile_id)
        JOIN profiles_excludedname name ON name.key = identity.name_key
    UNION SELECT o.id, other.profile_id
        FROM ours o JOIN acts_for USING (profile_id) JOIN acts_for other USING (user_id)
)
SELECT apart.id, t.id FROM apart JOIN theirs t USING (profile_id)
UNION SELECT o.id, t.id FROM theirs t
    JOIN (SELECT id, unnest(excluded_countries) AS country FROM ours) o USING (country)
    WHERE (SELECT bool_or(excluded_countries <> '{{}}') FROM ours)
UNION SELECT o.id, t.id FROM theirs t
    JOIN (SELECT id, unnest(excluded_countries) AS country FROM ours) o
    ON o.country = t.own_country
    WHERE (SELECT bool_or(excluded_countries <> '{{}}') FROM ours)
UNION SELECT o.id, t.id FROM ours o
    JOIN (SELECT id, unnest(excluded_countries) AS country FROM barring) t
    ON t.country IN (o.country, o.own_country)
UNION SELECT o.id, t.id FROM (SELECT id, unnest(sectors) AS sector FROM theirs) t
    JOIN (SELECT id, unnest(excluded_sectors) AS sector FROM ours) o USING (sector)
    WHERE (SELECT bool_or(excluded_sectors <> '{{}}') FROM ours)
UNION SELECT o.id, t.id FROM (SELECT id, unnest(sectors) AS sector FROM ours) o
    JOIN (SELECT id, unnest(excluded_sectors) AS sector FROM barring) t USING (sector)
"""


def excluded_pairs(pairing: str) -> list[tuple[int, int]]:
    """(opening id, candidacy id) of every pair that must never meet, in no order."""
    return _pairs(pairing, OPENINGS, CANDIDACIES)


def excluded_of(pairing: str, side: Side, ids: Iterable[int]) -> dict[int, list[int]]:
    """Whom these parties of one side never meet, by party; as `excluded_pairs`, for these alone."""
    wanted = list(ids)
    if not wanted:
        return {}
    sides = (OPENINGS, CANDIDACIES) if side == "opening" else (CANDIDACIES, OPENINGS)
    found = defaultdict(list)
    for own, other in _pairs(pairing, *sides, wanted):
        found[own].append(other)
    return found


def _pairs(
    pairing: str, ours: str, theirs: str, ids: list[int] | None = None
) -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        query = EXCLUDED_PAIRS.format(ours=ours, theirs=theirs)
        cursor.execute(query, {"pairing": pairing, "ids": ids})
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
