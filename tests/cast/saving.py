"""Saves drafts: few statements whatever their number, so one row and ten thousand go alike."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models, transaction

from matching.models import Candidacy, CandidacySkill, Opening, OpeningSkill
from matching.models.terms import AskedSkill
from matching.track_records.measuring import measure
from matching.track_records.models import PastInvestment
from profiles.actions import write_funded
from profiles.browsing.text import fold_profiles
from profiles.firms.models import Firm
from profiles.graduates.models import Graduate
from profiles.investors.models import Investor
from profiles.mentors.models import Mentor
from profiles.models import (
    Governorate,
    Identity,
    Language,
    Profile,
    ProfileLanguage,
    ProfileSkill,
    Skill,
    University,
    Verification,
)
from tests.cast.asks import Draft
from tests.cast.deeds import Deed
from tests.cast.drafts import Party

AT_ONCE = 5000


@transaction.atomic
def save_parties(parties: Sequence[Party]) -> list[Profile]:
    """Save people and firms with all that is theirs; returns the profiles in the same order."""
    governorates = _keys(Governorate, "code", {party.governorate for party in parties})
    for party in parties:
        party.profile.governorate_id = governorates[party.governorate]
    saved = Profile.objects.bulk_create((party.profile for party in parties), AT_ONCE)
    _save_details(parties)
    _save_identities(parties)
    _save_checks(parties)
    _save_skills(parties)
    _save_languages(parties)
    fold_profiles(profile.pk for profile in saved)
    return saved


def _save_details(parties: Sequence[Party]) -> None:
    universities = _keys(University, "slug", {party.university for party in parties})
    for party in parties:
        party.details.profile = party.profile
        if isinstance(party.details, Graduate):
            party.details.university_id = universities[party.university]
    for table in (Graduate, Mentor, Investor, Firm):
        rows = [party.details for party in parties if isinstance(party.details, table)]
        table._default_manager.bulk_create(rows, AT_ONCE)  # type: ignore[arg-type]


def _save_identities(parties: Sequence[Party]) -> None:
    for party in parties:
        party.identity.profile = party.profile
    Identity.objects.bulk_create((party.identity for party in parties), AT_ONCE)


def _save_checks(parties: Sequence[Party]) -> None:
    Verification.objects.bulk_create(
        (
            Verification(profile=row, what=row.verified_how, at=row.verified_at)
            for row in (party.profile for party in parties)
            if row.verified_at and row.verified_how
        ),
        AT_ONCE,
    )


def _save_skills(parties: Sequence[Party]) -> None:
    keys = _keys(Skill, "slug", {slug for party in parties for slug in party.skills})
    _link(ProfileSkill, ("profile", "skill", "level"), [
        (party.profile.pk, keys[slug], level)
        for party in parties
        for slug, level in party.skills.items()
    ])  # fmt: skip


def _save_languages(parties: Sequence[Party]) -> None:
    keys = _keys(Language, "code", {code for party in parties for code in party.languages})
    _link(ProfileLanguage, ("profile", "language", "cefr"), [
        (party.profile.pk, keys[code], cefr)
        for party in parties
        for code, cefr in party.languages.items()
    ])  # fmt: skip


@transaction.atomic
def save_openings(drafts: Sequence[Draft[Opening]]) -> list[Opening]:
    saved = Opening.objects.bulk_create((draft.row for draft in drafts), AT_ONCE)
    _save_asked(OpeningSkill, "opening", drafts)
    return saved


@transaction.atomic
def save_candidacies(drafts: Sequence[Draft[Candidacy]]) -> list[Candidacy]:
    saved = Candidacy.objects.bulk_create((draft.row for draft in drafts), AT_ONCE)
    _save_asked(CandidacySkill, "candidacy", drafts)
    return saved


@transaction.atomic
def save_deeds(deeds: Sequence[Deed]) -> None:
    """Once the profiles are saved; what is told of them follows."""
    governorates = _keys(Governorate, "code", {deed.place for deed in deeds})
    for deed in deeds:
        deed.row.profile_id = deed.row.profile.pk
        deed.row.governorate_id = governorates[deed.place]
    PastInvestment.objects.bulk_create((deed.row for deed in deeds), AT_ONCE)
    measure({deed.row.profile_id for deed in deeds}, write_funded)


def _save_asked(table: type[AskedSkill], side: str, drafts: Sequence[Draft[Any]]) -> None:
    keys = _keys(Skill, "slug", {slug for draft in drafts for slug in draft.skills})
    _link(table, (side, "skill", "importance", "level"), [
        (draft.row.pk, keys[slug], importance, draft.levels.get(slug))
        for draft in drafts
        for slug, importance in draft.skills.items()
    ])  # fmt: skip


def _link(table: type[models.Model], names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """One statement, an array a column: ten times as fast as a model instance a row."""
    if not rows:
        return
    by_name = {field.name: field for field in table._meta.concrete_fields}
    columns = ", ".join(f'"{by_name[name].column}"' for name in names)
    arrays = ", ".join(f"%s::{by_name[name].db_type(connection)}[]" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table._meta.db_table}" ({columns}) SELECT * FROM unnest({arrays})',
            [list(column) for column in zip(*rows, strict=True)],
        )


def _keys(table: type[models.Model], column: str, names: Iterable[str]) -> dict[str, int | None]:
    """Primary keys by name; "" is nobody. A name the taxonomy lacks raises a LookupError."""
    wanted = {name for name in names if name}
    keys: dict[str, int | None] = {"": None}
    if wanted:
        rows = table._default_manager.filter(**{f"{column}__in": wanted})
        keys.update(rows.order_by().values_list(column, "pk"))
    if unknown := sorted(wanted - set(keys)):
        raise LookupError(
            f"The taxonomy has no {table._meta.verbose_name} {unknown[0]!r}: add it to the CSV "
            "files of profiles/taxonomy, or write it as they do."
        )
    return keys
