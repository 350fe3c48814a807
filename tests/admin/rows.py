"""Rows of any model, made from its fields: a new model is covered without a line here.

Every row has its own related rows, so that a list with a query per row shows it, and every text
holds a canary.
"""

from datetime import date
from itertools import count
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from grants.models import RouteFact
from ledger.models import Event
from matching.engagements.models import Review, Session
from matching.models import Opening, SavedItem, TopMatches, WeightSet
from matching.pairings import registry
from matching.track_records.models import PastInvestment
from profiles.firms.models import Vouch
from profiles.models import (
    Consent,
    Identity,
    Language,
    Profile,
    Sector,
    SkillProposal,
    SkillProposer,
    SkillSynonym,
)
from profiles.steps import Step

CANARY = "canary"
PERSONAL = "nobodyslistsname"
ROOM = {Sector: 24, Language: 16}
"""How many rows some models have room for."""
_numbers = count(1)


def make_row(model: type[models.Model]) -> models.Model:
    """One saved row with every editable column filled."""
    values = {
        field.attname: _value(field)
        for field in model._meta.concrete_fields
        if not field.auto_created or field.is_relation
    }
    return model._default_manager.create(**values | SPECIAL.get(model, dict)())


def _value(field: Any) -> Any:
    if field.is_relation:
        return make_row(field.related_model).pk
    if field.choices:
        return field.choices[0][0]
    if field.name == "pairing":
        return "hiring"
    if isinstance(field, ArrayField) or field.has_default():
        return field.get_default()
    return _plain(field)


def _plain(field: Any) -> Any:
    number = next(_numbers)
    if isinstance(field, models.CharField | models.TextField):
        return _text(field, number)
    if isinstance(field, models.GenericIPAddressField):
        return "192.0.2.7"
    if isinstance(field, models.BinaryField):
        return bytes([number % 256])
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    if isinstance(field, models.DateField):
        return date(2030, 1, 1)
    return number % 4 if isinstance(field, models.PositiveSmallIntegerField) else number


def _text(field: Any, number: int) -> str:
    """What names or reaches a person has a canary of its own."""
    names = field.model is Identity or isinstance(field, models.EmailField)
    text = f"{PERSONAL if names else CANARY}{number}"
    if isinstance(field, models.EmailField):
        return f"{text}@example.org"
    room = field.max_length or len(text)
    return text if room >= len(text) else f"{number:x}"[-room:]


def _weights() -> dict[str, Any]:
    said = registry.get("hiring").weights
    return {
        "criteria": list(said),
        "holder": [holder for holder, _ in said.values()],
        "requirer": [requirer for _, requirer in said.values()],
        "version": next(_numbers),
    }


def _place_in(model: Any) -> dict[str, int]:
    last = model.objects.aggregate(last=models.Max("bit"))["last"]
    return {"bit": 0 if last is None else last + 1}


SPECIAL: dict[type[models.Model], Any] = {
    Opening: lambda: {"usd_min": 1, "usd_max": 2},
    Profile: lambda: {"time_zone": "Asia/Hebron", "week": None},
    SavedItem: lambda: {"profile_id": None},
    PastInvestment: lambda: {"external_id": "", "year": 2024},
    TopMatches: lambda: {"candidacy_id": None, "ids": [1], "scores": [1]},
    WeightSet: _weights,
    Sector: lambda: _place_in(Sector),
    Language: lambda: _place_in(Language),
    SkillSynonym: lambda: {"key": f"key{next(_numbers)}"},
    SkillProposal: lambda: {"skill_id": None},
    SkillProposer: lambda: {"level": 2},
    Event: lambda: {"subject_kind": "profiles.profile"},
    Consent: lambda: {"step": Step.NAME},
    Vouch: lambda: {"number": None},
    RouteFact: lambda: {"employer_region": ""},
    Session: lambda: {"times": [timezone.now()], "starts_at": None},
    Review: lambda: {"rating": 3, "again": None},
}
"""What a constraint asks for beyond the type of its column."""
