"""What staff did is in the ledger and nowhere else."""

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from ledger.models import Event, Outbox
from profiles.models import Governorate, User
from tests.admin.forms import as_shown
from tests.admin.rows import make_row

pytestmark = pytest.mark.django_db


def test_a_change_is_one_event_that_names_the_fields_and_not_their_text(
    desk: Client, chief: User
) -> None:
    place = Governorate.objects.order_by("pk")[0]
    page = f"/admin/profiles/governorate/{place.pk}/change/"

    desk.post(page, as_shown(desk.get(page), label_en="Elsewhere"))

    event = Event.objects.get()
    assert (event.verb, event.subject_id, event.actor) == ("staff.changed", place.pk, chief)
    assert event.codes == {"fields": ["label_en"]}
    assert not LogEntry.objects.exists()


def test_the_history_of_a_row_is_its_events(desk: Client) -> None:
    place, other = Governorate.objects.order_by("pk")[:2]
    for row in (place, other):
        page = f"/admin/profiles/governorate/{row.pk}/change/"
        desk.post(page, as_shown(desk.get(page), label_en="Elsewhere"))

    history = desk.get(f"/admin/profiles/governorate/{place.pk}/history/", follow=True)

    assert [event.subject_id for event in history.context["cl"].result_list] == [place.pk]


def test_staff_find_what_they_did_from_the_first_page(desk: Client, chief: User) -> None:
    make_row(Event)
    Event.objects.create(verb="staff.added", actor=chief)
    link = f"/admin/ledger/event/?actor__id__exact={chief.pk}"

    first, mine = desk.get("/admin/").content.decode(), desk.get(link)

    assert link in first
    assert [event.actor for event in mine.context["cl"].result_list] == [chief]


def test_a_failed_delivery_is_tried_again_and_a_done_one_is_not(desk: Client) -> None:
    failed, done = make_row(Outbox), make_row(Outbox)
    Outbox.objects.filter(pk=failed.pk).update(state="failed", attempts=8)
    Outbox.objects.filter(pk=done.pk).update(state="done")

    desk.post(
        "/admin/ledger/outbox/",
        {"action": "try_again", "_selected_action": [failed.pk, done.pk]},
    )

    states = Outbox.objects.order_by("pk").values_list("pk", "state", "attempts")
    assert (failed.pk, "pending", 0) in states
    assert {pk: state for pk, state, _ in states}[done.pk] == "done"
