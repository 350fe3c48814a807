"""How a profile with all its parts is written: what is the same already is left alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone

from profiles.actions import derive_hours
from profiles.loading.tables import Column, Outcome, Row
from profiles.loading.writing import assign, insert, replace_children, upsert
from profiles.models import Identity, Profile, ProfileLanguage, ProfileSkill

IMPORTED = "imported"


@dataclass
class Change:
    """A profile as the row wants it, and what of it differs from what is stored."""

    profile: Profile
    is_new: bool
    parts: set[str]
    identity: Identity | None = None
    details: Any = None
    skills: dict[int, int] = field(default_factory=dict)
    languages: dict[int, str] = field(default_factory=dict)

    def point_to_profile(self) -> None:
        """A new profile has a key only once it is stored."""
        for part in (self.identity, self.details):
            if part is not None:
                part.profile_id = self.profile.pk

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
        self.details: Any = details
        self.columns = {column.name: column for column in all_columns}
        self.has: dict[int, dict[int, int]] = {}
        self.speaks: dict[int, dict[int, str]] = {}

    def __call__(self, rows: Sequence[Row]) -> list[Outcome]:
        now = timezone.now()
        stored = self._stored([row.key for row in rows])
        ids = [profile.pk for profile in stored.values()]
        self.has = by_profile(ProfileSkill, ids, "skill_id", "level")
        self.speaks = by_profile(ProfileLanguage, ids, "language_id", "cefr")
        changes = [self._change(row, stored.get(row.key), now) for row in rows]
        self._save([change for change in changes if change.parts])
        return [change.outcome for change in changes]

    def _stored(self, keys: list[str]) -> dict[str, Profile]:
        profiles = (
            Profile.objects.filter(kind=self.kind, external_id__in=keys)
            .select_related("identity", self.details._meta.model_name)
            .select_for_update(of=("self",))
        )
        return {profile.external_id: profile for profile in profiles}

    def _change(self, row: Row, stored: Profile | None, now: datetime) -> Change:
        profile = stored or Profile(kind=self.kind, external_id=row.key)
        change = Change(
            profile, is_new=stored is None, parts=set() if stored else {"row", "details"}
        )
        values = self._by_part(row)
        if assign(profile, values["row"]) | self._verify(profile, row, now):
            derive_hours(profile, at=now)
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

    def _verify(self, profile: Profile, row: Row, now: datetime) -> bool:
        """Whether verification changed; a profile that is there keeps its own unless told."""
        wanted = row.values.get("verified", profile.is_verified if profile.pk else True)
        if wanted == profile.is_verified:
            return False
        profile.verified_at = now if wanted else None
        profile.verified_how = IMPORTED if wanted else ""
        return True

    def _change_identity(self, change: Change, values: dict[str, Any]) -> None:
        identity = getattr(change.profile, "identity", None) or Identity(profile=change.profile)
        if assign(identity, values):
            change.identity = identity
            change.parts.add("identity")

    def _change_details(self, change: Change, values: dict[str, Any]) -> None:
        stored = getattr(change.profile, self.details._meta.model_name, None)
        change.details = stored or self.details(profile=change.profile)
        if assign(change.details, values) or stored is None:
            change.parts.add("details")

    def _change_children(self, change: Change, row: Row) -> None:
        change.skills = row.values.get("skills", {})
        change.languages = row.values.get("languages", {})
        key = change.profile.pk
        if "skills" in row.values and change.skills != self.has.get(key, {}):
            change.parts.add("skills")
        if "languages" in row.values and change.languages != self.speaks.get(key, {}):
            change.parts.add("languages")

    def _save(self, changes: list[Change]) -> None:
        self._save_rows([change for change in changes if "row" in change.parts])
        for change in changes:
            change.point_to_profile()
        upsert(Identity, [c.identity for c in changes if c.identity], "profile_id")
        details = [change.details for change in changes if "details" in change.parts]
        upsert(self.details, details, "profile_id")
        replace_children(ProfileSkill, "profile_id", _skill_rows(changes))
        replace_children(ProfileLanguage, "profile_id", _language_rows(changes))

    def _save_rows(self, changes: list[Change]) -> None:
        insert(Profile, [change.profile for change in changes if change.is_new])
        upsert(Profile, [change.profile for change in changes if not change.is_new], "id")


def by_profile(model: Any, ids: list[int], word: str, value: str) -> dict[int, dict[int, Any]]:
    """Profile key to {word key: value} of what is stored."""
    found: dict[int, dict[int, Any]] = defaultdict(dict)
    rows = model.objects.filter(profile__in=ids).values_list("profile_id", word, value)
    for profile, key, stored in rows:
        found[profile][key] = stored
    return found


def _skill_rows(changes: Sequence[Change]) -> dict[int, list[dict[str, Any]]]:
    return {
        change.profile.pk: [
            {"skill_id": key, "level": level} for key, level in change.skills.items()
        ]
        for change in changes
        if "skills" in change.parts
    }


def _language_rows(changes: Sequence[Change]) -> dict[int, list[dict[str, Any]]]:
    return {
        change.profile.pk: [
            {"language_id": key, "cefr": cefr} for key, cefr in change.languages.items()
        ]
        for change in changes
        if "languages" in change.parts
    }
