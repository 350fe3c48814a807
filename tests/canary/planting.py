"""Canary values in everything that is withheld; which fields those are, the models say."""

from dataclasses import dataclass, field

from django.db import models

from matching.models import Candidacy, Opening
from profiles.graduates.models import CV
from profiles.models import Identity, Profile, User
from tests import make

Field = models.Field[object, object]
# Of an unnamed firm whose opening is public, capability and region are shown: not its identity.
SHOWN_OF_AN_OWNER = {"headline", "about", "verified_how"}
CODED = {"country", "time_zone"}


@dataclass
class Planted:
    """The rows, and each planted value with the field it stands in."""

    graduate: Profile
    firm: Profile
    job: Opening
    search: Candidacy
    cv: CV
    withheld: dict[str, str] = field(default_factory=dict)


def text_fields(model: type[models.Model]) -> list[Field]:
    """Free text of a model: what could hold a name."""
    fields = model._meta.concrete_fields
    text = [each for each in fields if isinstance(each, models.CharField | models.TextField)]
    return [each for each in text if not each.choices and each.name not in CODED]


def plant() -> Planted:
    """A graduate nobody here may list, and an unnamed firm with a public job."""
    graduate, firm = make.a_graduate(), make.a_local_firm(is_named=False)
    search, cv = make.looks_for_a_job(graduate), make.has_a_cv(graduate)
    planted = Planted(graduate, firm, make.a_job(firm), search, cv)
    _plant_in(planted, graduate, "graduate", spare=set())
    _plant_in(planted, graduate.graduate, "graduate", spare=set())
    _plant_in(planted, graduate.identity, "graduate", spare=set())
    _plant_in(planted, firm, "firm", spare=SHOWN_OF_AN_OWNER)
    _plant_in(planted, firm.identity, "firm", spare=set())
    for profile in (graduate, firm):
        _plant_account(planted, make.acts_for(profile), profile.kind)
    _plant_in_cv(planted)
    planted.search.terms = {"goals": _canary(planted, "graduate.candidacy.goals")}
    planted.search.save()
    return planted


def _plant_in(planted: Planted, row: models.Model, whose: str, *, spare: set[str]) -> None:
    for each in text_fields(type(row)):
        if each.name in spare:
            continue
        value = _canary(planted, f"{whose}.{row._meta.model_name}.{each.name}")
        if isinstance(each, models.EmailField):
            value = f"{value}@example.org"
        if isinstance(each, models.URLField):
            value = f"https://{value}.example.org/"
        setattr(row, each.name, value)
    row.save()


def _plant_in_cv(planted: Planted) -> None:
    """In what the file is called and in the line that a suggestion quotes."""
    file = planted.cv.file
    file.name = f"{_canary(planted, 'graduate.cv.file.name')}.pdf"
    file.save()
    planted.cv.suggestions["lines"] = {"0": _canary(planted, "graduate.cv.lines")}
    planted.cv.save()


def _plant_account(planted: Planted, account: User, whose: str) -> None:
    account.email = f"{_canary(planted, f'{whose}.user.email')}@example.org"
    account.save()


def _canary(planted: Planted, where: str) -> str:
    value = f"canary{len(planted.withheld):03d}x"
    planted.withheld[value] = where
    return value


IDENTITY_FIELDS = {each.name for each in text_fields(Identity)}
