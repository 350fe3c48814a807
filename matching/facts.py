"""Reads, from PostgreSQL, the facts that the pairings' criteria ask about."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from matching.engine.parties import Asked
from matching.loaded import profile_of
from matching.models import Candidacy, CandidacySkill, Opening, OpeningSkill
from matching.pairings.declaration import SIDES, Pairing, Side
from matching.pairings.facts import Facts
from matching.pairings.values import RELATED
from profiles.models import Profile, ProfileLanguage, ProfileSkill
from profiles.related import told_by

OWN = (
    "mode", "seniority", "usd_min", "usd_max", "weeks", "headcount", "hours_overlap",
    "hours_month", "routes", "stages", "regions", "topics", "instruments",
)  # fmt: skip
OF_PROFILE = ("experience_years", "utc_hours", "utc_days", "answers", "funded")
CHUNK = 4096
LISTS = ("routes", "stages", "regions", "topics", "instruments", "funded")


def read(pairing: Pairing, side: Side, ids: Iterable[int] | None = None) -> list[Facts]:
    """All parties of one side that may be matched now, or those of `ids` whatever their state."""
    if ids is None:
        return [facts for chunk in stream(pairing, side) for facts in chunk]
    return _completed(pairing, side, _rows(pairing, side).filter(pk__in=ids))


def there(pairing: Pairing, side: Side, ids: Collection[int]) -> list[Facts]:
    """Those of `ids` that may be matched now."""
    return _completed(pairing, side, _matchable(pairing, side).filter(pk__in=ids))


def stream(pairing: Pairing, side: Side) -> Iterator[list[Facts]]:
    """All parties of one side that may be matched now, by key, a few thousand at a time."""
    after = 0
    while chunk := _completed(pairing, side, _matchable(pairing, side).filter(pk__gt=after), CHUNK):
        yield chunk
        after = chunk[-1].id


def count(pairing: Pairing) -> int:
    """How many may be matched now, both sides together."""
    return int(sum(_matchable(pairing, side).count() for side in SIDES))


def _completed(pairing: Pairing, side: Side, parties: Any, most: int | None = None) -> list[Facts]:
    """The parties, by key, with what belongs to them: asked for by their keys.

    By a subquery somebody who came in between could push the last out of its second reading.
    """
    rows = _values(parties.order_by("pk")[:most], side)
    keys, profiles = [row["id"] for row in rows], [row["profile_id"] for row in rows]
    is_holder = pairing.holder == side
    held = _held(profiles) if is_holder else {}
    asked = {} if is_holder else _asked(side, keys)
    spoken = _spoken(profiles) if is_holder or side == "candidacy" else {}
    return [
        _facts(
            row,
            held.get(row["profile_id"], {}),
            asked.get(row["id"], {}),
            spoken.get(row["profile_id"], ()),
            is_holder,
        )
        for row in rows
    ]


def of(pairing: Pairing, side: Side, row: Opening | Candidacy) -> Facts:
    """The facts of a row whose profile and skills were loaded (`matching.loaded.complete`)."""
    profile = profile_of(row)
    is_holder = pairing.holder == side
    said = {each.skill_id: each.level for each in profile.held_skills.all()} if is_holder else {}
    asked = {} if is_holder else _asked_by(row)
    spoken = _fluent(profile) if is_holder or side == "candidacy" else []
    return _facts(_row(row, profile), with_related(said), asked, spoken, is_holder)


def _asked_by(row: Opening | Candidacy) -> dict[int, Asked]:
    rows = row.asked_skills.all()
    return {each.skill_id: Asked(each.importance, each.level or 0) for each in rows}


def _fluent(profile: Profile) -> list[str]:
    rows = profile.spoken_languages.all()
    return [row.language.code for row in rows if row.cefr in ProfileLanguage.FLUENT]


def _row(row: Opening | Candidacy, profile: Profile) -> dict[str, Any]:
    """As `_values` gives it."""
    return {
        **{name: getattr(row, name) for name in ("id", "languages", *OWN)},
        **{name: getattr(profile, name) for name in OF_PROFILE},
        "profile_id": profile.pk,
        "country": str(getattr(row, "country", "") or profile.country or ""),
        "governorate": profile.governorate_id,
        "sectors": row.sectors or profile.sectors,
    }


def _rows(pairing: Pairing, side: Side) -> Any:
    table: Any = Opening if side == "opening" else Candidacy
    return table.objects.filter(pairing=pairing.slug)


def _matchable(pairing: Pairing, side: Side) -> Any:
    rows = _rows(pairing, side)
    return rows.open() if side == "opening" else rows.active()


def _values(rows: Any, side: Side) -> list[dict[str, Any]]:
    """Rows as dicts, the profile's columns beside the row's own; the row's word goes first."""
    profile, more = ("owner", ["country"]) if side == "opening" else ("profile", [])
    columns = ["id", f"{profile}_id", "sectors", "languages", *OWN, *more]
    theirs = [
        f"{profile}__{name}" for name in (*OF_PROFILE, "country", "governorate_id", "sectors")
    ]
    return [_joined(row, profile) for row in rows.values(*columns, *theirs)]


def _joined(row: dict[str, Any], profile: str) -> dict[str, Any]:
    return {
        **row,
        **{name: row[f"{profile}__{name}"] for name in OF_PROFILE},
        "profile_id": row[f"{profile}_id"],
        "country": str(row.get("country") or row[f"{profile}__country"] or ""),
        "governorate": row[f"{profile}__governorate_id"],
        "sectors": row["sectors"] or row[f"{profile}__sectors"],
    }


def _facts(
    row: dict[str, Any],
    skills: Mapping[int, int],
    asked: Mapping[int, Asked],
    spoken: Iterable[str],
    is_holder: bool,
) -> Facts:
    languages = spoken if is_holder else row["languages"] or spoken
    columns: dict[str, Any] = {
        name: tuple(row[name]) if name in LISTS else row[name] for name in (*OWN, *OF_PROFILE)
    }
    return Facts(
        id=row["id"],
        profile_id=row["profile_id"],
        country=row["country"],
        governorate=row["governorate"],
        sectors=tuple(row["sectors"]),
        languages=tuple(languages),
        skills=skills,
        asked=asked,
        **columns,
    )


def with_related(said: Mapping[int, int]) -> dict[int, int]:
    """Skills to levels, with those that they tell of."""
    return {**said, **dict.fromkeys(told_by(said), RELATED)}


def _held(profiles: Any) -> dict[int, dict[int, int]]:
    """Skills to levels, by profile."""
    rows = ProfileSkill.objects.filter(profile__in=profiles)
    said: dict[int, dict[int, int]] = defaultdict(dict)
    for profile, skill, level in rows.values_list("profile_id", "skill_id", "level"):
        said[profile][skill] = level
    return {profile: with_related(skills) for profile, skills in said.items()}


def _asked(side: Side, ids: Any) -> dict[int, dict[int, Asked]]:
    """Skills that are asked for, by opening or candidacy."""
    parent = f"{side}_id"
    rows = (OpeningSkill if side == "opening" else CandidacySkill).objects.filter(
        **{f"{side}__in": ids}
    )
    found: dict[int, dict[int, Asked]] = defaultdict(dict)
    for key, skill, importance, level in rows.values_list(
        parent, "skill_id", "importance", "level"
    ):
        found[key][skill] = Asked(importance, level or 0)
    return found


def _spoken(profiles: Any) -> dict[int, list[str]]:
    """Languages at B2 or better, by profile."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = ProfileLanguage.objects.filter(profile__in=profiles, cefr__in=ProfileLanguage.FLUENT)
    for profile, code in rows.values_list("profile_id", "language__code"):
        found[profile].append(code)
    return found
