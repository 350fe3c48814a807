"""Staff read that two met and who did not come, never what was said; of a review, and recorded."""

import pytest
from django.test import Client

from ledger.models import Event
from matching.engagements.models import Absence
from tests import make

pytestmark = pytest.mark.django_db
CANARY = "Canary words"


def test_staff_read_that_a_session_was_held_and_never_what_was_talked_about(desk: Client) -> None:
    row = make.a_session(state="held", text=CANARY)
    for page in ("", f"{row.pk}/change/"):
        found = desk.get(f"/admin/engagements/session/{page}")
        assert found.status_code == 200
        assert CANARY not in found.content.decode()
    assert desk.post(f"/admin/engagements/session/{row.pk}/change/").status_code == 403


def test_whoever_missed_three_lately_stands_in_a_filter_of_absences(desk: Client) -> None:
    often, once = make.mentoring(), make.a_session(state="missed")
    for _ in range(3):
        make.a_session(often, state="missed")
    page = desk.get("/admin/engagements/absence/", {"often": "lately"})
    rows = page.context["cl"].result_list
    assert {row.profile_id for row in rows} == {often.candidate_id}
    assert len(rows) == 3
    assert Absence.objects.filter(session=once).exists()


def test_a_review_is_read_on_its_own_page_and_who_read_it_is_recorded(desk: Client) -> None:
    row = make.a_review(rating=1, text=CANARY)
    assert CANARY not in desk.get("/admin/engagements/review/").content.decode()
    assert not Event.objects.filter(verb="review.read").exists()
    page = desk.get(f"/admin/engagements/review/{row.pk}/change/").content.decode()
    assert CANARY in page
    event = Event.objects.get(verb="review.read")
    assert event.actor is not None
    assert event.actor.email == "chief@example.org"
    assert CANARY not in str(event.codes)


def test_one_that_was_not_given_says_nothing_and_is_not_recorded(desk: Client) -> None:
    row = make.a_review()
    assert desk.get(f"/admin/engagements/review/{row.pk}/change/").status_code == 200
    assert not Event.objects.filter(verb="review.read").exists()
