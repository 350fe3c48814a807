"""Staff declare and end outages, and read introductions without what was written."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ledger.models import Event
from matching.introductions import actions
from matching.introductions.models import Introduction, Outage, Report
from profiles.models import Governorate
from tests import make
from tests.admin.forms import as_shown

pytestmark = pytest.mark.django_db
OUTAGES = "/admin/introductions/outage/"


@pytest.fixture
def in_gaza() -> Introduction:
    search = make.looks_for_a_job(make.a_graduate(governorate="PS-GZA"))
    job = make.a_job()
    return make.an_introduction(job, search, asker=job.owner)


def keys(*codes: str) -> list[int]:
    return list(Governorate.objects.filter(code__in=codes).values_list("pk", flat=True))


def typed(**said: Any) -> dict[str, Any]:
    now = timezone.localtime() - timedelta(minutes=1)
    return {
        "what": "internet", "governorates": keys("PS-GZA"),
        "starts_at_0": f"{now:%Y-%m-%d}", "starts_at_1": f"{now:%H:%M:%S}",
        "ends_at_0": "", "ends_at_1": "", **said,
    }  # fmt: skip


def verbs() -> list[str]:
    return list(Event.objects.filter(verb__startswith="outage.").values_list("verb", flat=True))


def test_an_outage_that_is_declared_stops_the_clocks_there(
    desk: Client, in_gaza: Introduction
) -> None:
    assert desk.post(f"{OUTAGES}add/", typed()).status_code == 302
    in_gaza.refresh_from_db()
    outage = Outage.objects.get()
    assert in_gaza.is_stopped
    assert (verbs(), outage.declared_by.email) == (["outage.declared"], "chief@example.org")


def test_places_that_are_taken_out_have_their_clock_back(
    desk: Client, in_gaza: Introduction
) -> None:
    desk.post(f"{OUTAGES}add/", typed())
    page = f"{OUTAGES}{Outage.objects.get().pk}/change/"
    desk.post(page, typed(governorates=keys("PS-NBS")))
    in_gaza.refresh_from_db()
    assert not in_gaza.is_stopped
    assert verbs() == ["outage.declared", "outage.declared"]


def test_one_that_is_over_lets_the_clocks_run_on(desk: Client, in_gaza: Introduction) -> None:
    desk.post(f"{OUTAGES}add/", typed())
    chosen = {"action": "end_chosen", "_selected_action": [Outage.objects.get().pk]}
    for _ in range(2):
        page = desk.post(OUTAGES, chosen, follow=True)
        assert "1 outage is over: clocks run on." in page.content.decode()
    in_gaza.refresh_from_db()
    assert not in_gaza.is_stopped
    assert verbs() == ["outage.declared", "outage.ended"]
    assert "Over" in desk.get(OUTAGES).content.decode()


def test_an_end_before_the_beginning_is_refused_in_words(desk: Client) -> None:
    page = desk.post(f"{OUTAGES}add/", typed(ends_at_0="2020-01-01", ends_at_1="00:00:00"))
    assert "It ends before it begins" in page.content.decode()
    assert not Outage.objects.exists()


def test_an_outage_is_never_deleted(desk: Client, in_gaza: Introduction) -> None:
    desk.post(f"{OUTAGES}add/", typed())
    assert desk.post(f"{OUTAGES}{Outage.objects.get().pk}/delete/").status_code == 403


def test_saved_as_it_stands_nothing_moves(desk: Client, in_gaza: Introduction) -> None:
    desk.post(f"{OUTAGES}add/", typed())
    page = f"{OUTAGES}{Outage.objects.get().pk}/change/"
    said = as_shown(desk.get(page))
    del said["starts_at"], said["ends_at"]
    assert desk.post(page, typed() | said).status_code == 302
    assert Outage.objects.get().governorates.get().code == "PS-GZA"


def test_staff_read_an_introduction_and_never_its_message(desk: Client) -> None:
    row = make.an_introduction(message="Canary words")
    page = desk.get(f"/admin/introductions/introduction/{row.pk}/change/")
    assert page.status_code == 200
    assert "Canary words" not in page.content.decode()
    assert desk.post(f"/admin/introductions/introduction/{row.pk}/change/").status_code == 403


def test_of_what_was_reported_they_read_the_message_and_say_when_it_is_handled(
    desk: Client,
) -> None:
    row = make.an_introduction(message="Canary words")
    found = actions.report(introduction=row, by=row.asked, why="money", by_id=None)
    page = desk.get(f"/admin/introductions/report/{found.pk}/change/")
    assert "Canary words" in page.content.decode()
    chosen = {"action": "handle_chosen", "_selected_action": [found.pk]}
    desk.post("/admin/introductions/report/", chosen)
    assert Report.objects.get().handled_by.email == "chief@example.org"
