"""What holds for every model, found through the registries: a new model is covered by itself."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.functional import Promise

from grants.models import SetupTick
from matching.engagements.models import RestingStep
from matching.introductions.models import Message, ReadMark
from matching.models import SavedItem, SavedSearch
from profiles.admin.people import kind_rows
from profiles.graduates.models import UniversityMail
from profiles.models import Draft, ExcludedName, Identity, Language, Sector, SkillProposer
from profiles.models.taxonomy import Labelled
from tests.admin.rows import CANARY, PERSONAL, ROOM, make_row

REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
OWN_APPS = (
    *("ledger", "profiles", "graduates", "mentors", "investors", "firms"),
    *("matching", "track_records", "introductions", "tenders", "engagements", "grants"),
)
OWN = [model for name in OWN_APPS for model in apps.get_app_config(name).get_models()]
FEW, MANY = 5, 25

pytestmark = pytest.mark.django_db


def name(model: type[models.Model]) -> str:
    return model._meta.label_lower


def changelist(model: type[models.Model]) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def empty(model: type[models.Model]) -> None:
    if model in (Sector, Language):
        model._default_manager.all().delete()


@pytest.mark.parametrize("model", REGISTERED, ids=name)
def test_a_list_takes_as_many_queries_for_25_rows_as_for_5(
    model: type[models.Model], desk: Client
) -> None:
    empty(model)
    rows = [make_row(model) for _ in range(FEW)]
    desk.get(changelist(model))
    few = queries_of(desk, changelist(model))

    rows += [make_row(model) for _ in range(min(MANY, ROOM.get(model, MANY)) - FEW)]

    assert queries_of(desk, changelist(model)) == few
    assert len(rows) > FEW


@pytest.mark.parametrize("model", REGISTERED, ids=name)
def test_a_list_names_and_reaches_nobody(model: type[models.Model], desk: Client) -> None:
    empty(model)
    make_row(model)
    for profile in apps.get_model("profiles", "Profile").objects.filter(identity=None):
        Identity.objects.create(profile=profile, legal_name=PERSONAL, email=f"{PERSONAL}@a.org")

    page = desk.get(changelist(model)).content.decode()

    assert "result_list" in page
    assert PERSONAL not in page


@pytest.mark.parametrize("model", REGISTERED, ids=name)
def test_a_row_opens_in_both_languages(model: type[models.Model], desk: Client) -> None:
    empty(model)
    row = make_row(model)
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[row.pk])

    english, arabic = desk.get(url), desk.get(f"/ar{url}")

    assert (english.status_code, arabic.status_code) == (200, 200)
    assert 'dir="rtl"' in arabic.content.decode()


@pytest.mark.parametrize("model", REGISTERED, ids=name)
def test_a_search_finds_or_finds_nothing_and_never_fails(
    model: type[models.Model], desk: Client
) -> None:
    page = desk.get(changelist(model), {"q": "no such thing, 5"})

    assert page.status_code == 200


@pytest.mark.parametrize("model", OWN, ids=name)
def test_staff_have_a_door_to_every_model(model: type[models.Model]) -> None:
    inline = {row.model for door in admin.site._registry.values() for row in door.inlines}
    from matching.admin import candidacies, openings
    from profiles.admin import people

    on_demand = {
        people.IdentityRow.model,
        people.SkillRows.model,
        people.LanguageRows.model,
        openings.SkillRows.model,
        candidacies.SkillRows.model,
        *(row.model for row in kind_rows.values()),
    }

    assert model in {
        *REGISTERED,
        *inline,
        *on_demand,
        *OF_THEIR_OWNER_ALONE,
        *BETWEEN_TWO,
        *COUNTED,
    }


@pytest.mark.parametrize("model", [m for m in OWN if not issubclass(m, Labelled)], ids=name)
def test_a_row_is_called_by_key_and_kind_never_by_what_people_wrote(
    model: type[models.Model],
) -> None:
    called = str(make_row(model))

    assert PERSONAL not in called
    if model._meta.model_name not in STAFF_WORDS:
        assert CANARY not in called


OF_THEIR_OWNER_ALONE = {
    *(Draft, ExcludedName, UniversityMail, SavedItem, SavedSearch, SetupTick, RestingStep),
}
"""What somebody typed and did not send in, proved, keeps, plans or fears, is theirs to read."""

BETWEEN_TWO = {Message, ReadMark}
"""What two people write to each other; staff read one of them once it is reported to them."""

COUNTED = {SkillProposer}
"""Of these staff read the number, beside what they are about."""


STAFF_WORDS = {"skillsynonym", "university", "event", "outbox", "job", "programme", "routefact"}
"""Words that staff or the code write: of these the text may be the name."""


@pytest.mark.parametrize("model", [model for model in OWN if model in REGISTERED], ids=name)
def test_a_model_of_ours_is_named_in_the_language_of_the_reader(model: type[models.Model]) -> None:
    names = model._meta.verbose_name, model._meta.verbose_name_plural
    assert all(isinstance(each, Promise) for each in names)
