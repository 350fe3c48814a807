"""How a profile with all its parts is written: what is the same already is left alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone

from profiles.browsing.text import fold_profiles
from profiles.hours import utc_masks
from profiles.loading.tables import Column, Outcome, Row
from profiles.loading.writing import Columns, assign, insert, new, replace_children, upsert
from profiles.models import Identity, Profile, ProfileLanguage, ProfileSkill, Verification
from profiles.names import name_key

IMPORTED = Verification.What.IMPORTED.value


@dataclass
class Change:
    """A profile as the row wants it, and what of it differs from what is stored."""

    profile: Columns
    is_new: bool
    parts: set[str]
    identity: Columns = field(default_factory=dict)
    details: Columns = field(default_factory=dict)
    skills: dict[int, int] = field(default_factory=dict)
    languages: dict[int, str] = field(default_factory=dict)

    def point_to_profile(self) -> None:
        """A new profile has a key only once it is stored."""
        for part in (self.identity, self.details):
            part["profile_id"] = self.profile["id"]

    @property
    def outcome(self) -> Outcome:
        if self.is_new:
            return "created"
        return "updated" if self.parts else "unchanged"


class ProfileWriter:
    """Writes batches of one kind: what is the same already is left alone."""

    def __init__(
        self, kind: Profile.Kind, details: type[models.Model], all_columns: Iterable[Column]
    ) -> None:
        self.kind = kind
        self.details = details
        self.columns = {column.name: column for column in all_columns}
        self.identities: dict[int, Columns] = {}
        self.detailed: dict[int, Columns] = {}
        self.has: dict[int, dict[int, int]] = {}
        self.speaks: dict[int, dict[int, str]] = {}

    def __call__(self, rows: Sequence[Row]) -> list[Outcome]:
        now = timezone.now()
        stored = self._stored([row.key for row in rows])
        ids = [profile["id"] for profile in stored.values()]
        self.identities = rows_by_profile(Identity, ids)
        self.detailed = rows_by_profile(self.details, ids)
        self.has = by_profile(ProfileSkill, ids, "skill_id", "level")
        self.speaks = by_profile(ProfileLanguage, ids, "language_id", "cefr")
        changes = [self._change(row, stored.get(row.key), now) for row in rows]
        self._save([change for change in changes if change.parts])
        return [change.outcome for change in changes]

    def _stored(self, keys: list[str]) -> dict[str, Columns]:
        profiles = Profile.objects.filter(kind=self.kind, external_id__in=keys)
        rows: Iterable[Any] = profiles.select_for_update().values()
        return {profile["external_id"]: profile for profile in rows}

    def _change(self, row: Row, stored: Columns | None, now: datetime) -> Change:
        profile = stored or new(Profile, kind=self.kind, external_id=row.key)
        change = Change(
            profile, is_new=stored is None, parts=set() if stored else {"row", "details"}
        )
        values = self._by_part(row)
        if profile["vanished_from"] or profile["user_id"]:
            values["row"] = _without_exposing(profile, values["row"])
        is_checked_anew = self._verify(profile, row, now)
        if is_checked_anew:
            change.parts.add("checked")
        if assign(profile, values["row"]) | is_checked_anew:
            masks = utc_masks(profile["week"], profile["time_zone"], now)
            profile["utc_hours"], profile["utc_days"] = masks
            change.parts.add("row")
        self._change_identity(change, values["identity"])
        self._change_details(change, values["details"])
        self._change_children(change, row)
        return change

    def _by_part(self, row: Row) -> dict[str, dict[str, Any]]:
        parts: dict[str, dict[str, Any]] = {"row": {}, "identity": {}, "details": {}}
        for name, value in row.values.items():
            column = self.columns[name]
            if column.part in parts:
                parts[column.part][column.target] = value
        return parts

    def _verify(self, profile: Columns, row: Row, now: datetime) -> bool:
        """Whether verification changed; a profile that is there keeps its own unless told."""
        is_verified = profile["verified_at"] is not None
        wanted = row.values.get("verified", is_verified or profile["id"] is None)
        if wanted == is_verified:
            return False
        profile["verified_at"] = now if wanted else None
        profile["verified_how"] = IMPORTED if wanted else ""
        return True

    def _change_identity(self, change: Change, values: dict[str, Any]) -> None:
        change.identity = self.identities.get(change.profile["id"]) or new(Identity)
        if assign(change.identity, values):
            change.identity["name_key"] = name_key(change.identity["legal_name"])
            change.parts.add("identity")

    def _change_details(self, change: Change, values: dict[str, Any]) -> None:
        stored = self.detailed.get(change.profile["id"])
        change.details = stored or new(self.details)
        if assign(change.details, values) or stored is None:
            change.parts.add("details")

    def _change_children(self, change: Change, row: Row) -> None:
        change.skills = row.values.get("skills", {})
        change.languages = row.values.get("languages", {})
        key = change.profile["id"]
        if "skills" in row.values and change.skills != self.has.get(key, {}):
            change.parts.add("skills")
        if "languages" in row.values and change.languages != self.speaks.get(key, {}):
            change.parts.add("languages")

    def _save(self, changes: list[Change]) -> None:
        self._save_rows([change for change in changes if "row" in change.parts])
        for change in changes:
            change.point_to_profile()
        identities = [change.identity for change in changes if "identity" in change.parts]
        upsert(Identity, identities, "profile_id")
        details = [change.details for change in changes if "details" in change.parts]
        upsert(self.details, details, "profile_id")
        _save_checks([change.profile for change in changes if "checked" in change.parts])
        replace_children(ProfileSkill, "profile_id", _skill_rows(changes))
        replace_children(ProfileLanguage, "profile_id", _language_rows(changes))
        fold_profiles(change.profile["id"] for change in changes)

    def _save_rows(self, changes: list[Change]) -> None:
        insert(Profile, [change.profile for change in changes if change.is_new])
        upsert(Profile, [change.profile for change in changes if not change.is_new], "id")


def _without_exposing(profile: Columns, wanted: Columns) -> Columns:
    """No file shows or names somebody who chose otherwise in an account of their own."""
    exposing = {"status": "active", "is_named": True}
    return {
        name: value
        for name, value in wanted.items()
        if name not in exposing or value != exposing[name] or profile[name] == value
    }


def _save_checks(profiles: Sequence[Columns]) -> None:
    """A row of history for each that the file verified; what stood of the others is withdrawn."""
    now = timezone.now()
    gone = [profile["id"] for profile in profiles if profile["verified_at"] is None]
    stood = Verification.objects.filter(profile__in=gone, withdrawn_at__isnull=True)
    stood.update(withdrawn_at=now)
    Verification.objects.bulk_create(
        Verification(profile_id=profile["id"], what=IMPORTED, at=profile["verified_at"])
        for profile in profiles
        if profile["verified_at"] is not None
    )


def rows_by_profile(model: Any, ids: list[int]) -> dict[int, Columns]:
    """Profile key to the row of `model` that belongs to it."""
    return {row["profile_id"]: row for row in model.objects.filter(profile__in=ids).values()}


def by_profile(model: Any, ids: list[int], word: str, value: str) -> dict[int, dict[int, Any]]:
    """Profile key to {word key: value} of what is stored."""
    found: dict[int, dict[int, Any]] = defaultdict(dict)
    rows = model.objects.filter(profile__in=ids).values_list("profile_id", word, value)
    for profile, key, stored in rows:
        found[profile][key] = stored
    return found


def _skill_rows(changes: Sequence[Change]) -> dict[int, list[dict[str, Any]]]:
    return {
        change.profile["id"]: [
            {"skill_id": key, "level": level} for key, level in change.skills.items()
        ]
        for change in changes
        if "skills" in change.parts
    }


def _language_rows(changes: Sequence[Change]) -> dict[int, list[dict[str, Any]]]:
    return {
        change.profile["id"]: [
            {"language_id": key, "cefr": cefr} for key, cefr in change.languages.items()
        ]
        for change in changes
        if "languages" in change.parts
    }
