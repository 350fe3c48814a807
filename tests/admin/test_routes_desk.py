"""Staff own the facts of the adviser: they state, change, date and withdraw them."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from grants.models import RouteFact
from ledger.models import Event
from profiles.models import User
from tests import make
from tests.admin.forms import as_shown

pytestmark = pytest.mark.django_db
FACTS = "/admin/grants/routefact/"
SAID = {
    "slug": "direct-refused",
    "route": "direct",
    "employer_country": "DE",
    "kind": "caution",
    "blocks": "on",
    "text_en": "It is refused.",
    "text_ar": "يُرفض.",
    "source_en": "Register",
    "source_ar": "السجل",
    "source_url": "https://example.org/register",
    "confidence": "published",
    "checked_on": f"{timezone.localdate():%Y-%m-%d}",
}


def add(desk: Client, **typed: Any) -> int:
    page = desk.get(f"{FACTS}add/")
    return desk.post(f"{FACTS}add/", as_shown(page, **SAID | typed)).status_code


def verbs() -> list[str]:
    told = Event.objects.filter(subject_kind="grants.routefact", actor__isnull=False)
    return list(told.order_by("pk").values_list("verb", flat=True))


def test_a_fact_that_staff_state_stands_on_the_page(desk: Client, chief: User) -> None:
    assert add(desk) == 302
    assert RouteFact.objects.get(slug="direct-refused").checked_by == chief
    page = desk.get("/routes/", {"country": "DE"}).content.decode()
    assert "It is refused." in page
    assert verbs() == ["route.stated"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"checked_on": "2999-01-01"}, "That day is still to come"),
        ({"source_url": "http://example.org/"}, "Enter a valid URL"),
        ({"employer_region": "europe"}, "Give a country or a region, not both."),
        ({"kind": "needs"}, "Only a caution says that a route does not work."),
        ({"slug": "branch-papers"}, "already exists"),
        ({"text_ar": ""}, "This field is required."),
    ],
)
def test_what_cannot_stand_is_explained_and_not_written(
    desk: Client, typed: dict[str, str], sentence: str
) -> None:
    page = desk.get(f"{FACTS}add/")
    answer = desk.post(f"{FACTS}add/", as_shown(page, **SAID | typed))
    assert sentence in answer.content.decode()
    assert verbs() == []


def test_a_fact_is_changed_once_and_saved_as_it_stands_it_is_no_change(
    desk: Client, chief: User
) -> None:
    row = RouteFact.objects.get(slug="branch-papers")
    url = f"{FACTS}{row.pk}/change/"
    for _ in range(2):
        assert desk.post(url, as_shown(desk.get(url), text_en="As asked.")).status_code == 302
    row.refresh_from_db()
    assert (row.text_en, row.checked_by) == ("As asked.", chief)
    assert verbs() == ["route.changed"]


def test_facts_are_dated_today_and_withdrawn_from_the_list(desk: Client) -> None:
    rows = RouteFact.objects.order_by("pk")[:2]
    chosen = {"_selected_action": [row.pk for row in rows]}
    page = desk.post(FACTS, {"action": "check_again", **chosen}, follow=True)
    assert "2 facts are dated today." in page.content.decode()
    assert RouteFact.objects.filter(checked_on=timezone.localdate()).count() == 2
    for _ in range(2):
        page = desk.post(FACTS, {"action": "withdraw", **chosen}, follow=True)
        assert "2 facts are withdrawn." in page.content.decode()
    assert verbs() == ["route.changed"] * 2 + ["route.withdrawn"] * 2


def test_nobody_deletes_one_and_who_may_only_read_withdraws_none(desk: Client) -> None:
    row = RouteFact.objects.order_by("pk")[0]
    assert desk.post(f"{FACTS}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    reader = Client()
    reader.force_login(make.staff())
    chosen = {"action": "withdraw", "_selected_action": [row.pk]}
    assert reader.post(FACTS, chosen).status_code == 403
    row.refresh_from_db()
    assert row.withdrawn_at is None
