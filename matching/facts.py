"""Reads, from PostgreSQL, the facts that the pairings' criteria ask about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from matching.models import Candidacy, CandidacySkill, Opening, OpeningSkill
from matching.pairings.declaration import Pairing, Side
from matching.pairings.facts import Facts
from profiles.models import ProfileLanguage, ProfileSkill

OWN = (
    "mode", "seniority", "usd_min", "usd_max", "weeks", "headcount", "hours_overlap",
    "hours_month", "routes", "stages", "regions", "topics", "instruments",
)  # fmt: skip
OF_PROFILE = ("experience_years", "utc_hours", "utc_days")
LISTS = ("routes", "stages", "regions", "topics", "instruments")


def read(pairing: Pairing, side: Side, ids: Iterable[int] | None = None) -> list[Facts]:
    """All parties of one side that may be matched now, or those of `ids` whatever their state."""
    rows = _rows(pairing, side, ids)
    profile_ids = [row["profile_id"] for row in rows]
    is_holder = pairing.holder == side
    skills = _held(profile_ids) if is_holder else _asked(side, [row["id"] for row in rows])
    spoken = _spoken(profile_ids) if is_holder or side == "candidacy" else {}
    key = "profile_id" if is_holder else "id"
    return [
        _facts(row, skills.get(row[key], {}), spoken.get(row["profile_id"], ()), is_holder)
        for row in rows
    ]


def _rows(pairing: Pairing, side: Side, ids: Iterable[int] | None) -> list[dict[str, Any]]:
    if side == "opening":
        openings = Opening.objects.filter(pairing=pairing.slug)
        of_ids = openings.open() if ids is None else openings.filter(pk__in=ids)
        return _values(of_ids, "owner", ["country"])
    candidacies = Candidacy.objects.filter(pairing=pairing.slug)
    chosen = candidacies.active() if ids is None else candidacies.filter(pk__in=ids)
    return _values(chosen, "profile", [])


def _values(rows: Any, profile: str, more: list[str]) -> list[dict[str, Any]]:
    """Rows as dicts, the profile's columns beside the row's own; the row's word goes first."""
    columns = ["id", f"{profile}_id", "sectors", "languages", *OWN, *more]
    theirs = [f"{profile}__{name}" for name in (*OF_PROFILE, "country", "sectors")]
    return [_joined(row, profile) for row in rows.order_by("pk").values(*columns, *theirs)]


def _joined(row: dict[str, Any], profile: str) -> dict[str, Any]:
    return {
        **row,
        **{name: row[f"{profile}__{name}"] for name in OF_PROFILE},
        "profile_id": row[f"{profile}_id"],
        "country": str(row.get("country") or row[f"{profile}__country"] or ""),
        "sectors": row["sectors"] or row[f"{profile}__sectors"],
    }


def _facts(
    row: dict[str, Any], skills: Mapping[int, int], spoken: Iterable[str], is_holder: bool
) -> Facts:
    languages = spoken if is_holder else row["languages"] or spoken
    columns: dict[str, Any] = {
        name: tuple(row[name]) if name in LISTS else row[name] for name in (*OWN, *OF_PROFILE)
    }
    return Facts(
        id=row["id"],
        profile_id=row["profile_id"],
        country=row["country"],
        sectors=tuple(row["sectors"]),
        languages=tuple(languages),
        skills=skills,
        **columns,
    )


def _held(profile_ids: list[int]) -> dict[int, dict[int, int]]:
    rows = ProfileSkill.objects.filter(profile__in=profile_ids)
    return _by_owner(rows.values_list("profile_id", "skill_id", "level"))


def _asked(side: Side, ids: list[int]) -> dict[int, dict[int, int]]:
    if side == "opening":
        asked = OpeningSkill.objects.filter(opening__in=ids)
        return _by_owner(asked.values_list("opening_id", "skill_id", "importance"))
    goals = CandidacySkill.objects.filter(candidacy__in=ids)
    return _by_owner(goals.values_list("candidacy_id", "skill_id", "importance"))


def _by_owner(rows: Iterable[tuple[int, int, int]]) -> dict[int, dict[int, int]]:
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for owner, skill, value in rows:
        found[owner][skill] = value
    return found


def _spoken(profile_ids: list[int]) -> dict[int, list[str]]:
    """Languages at B2 or better, by profile."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = ProfileLanguage.objects.filter(profile__in=profile_ids, cefr__in=ProfileLanguage.FLUENT)
    for profile, code in rows.values_list("profile_id", "language__code"):
        found[profile].append(code)
    return found
