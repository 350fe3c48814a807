"""Staff read what came of introductions, without what two people set out to reach."""

import pytest
from django.test import Client

from tests import make

pytestmark = pytest.mark.django_db


def test_staff_read_engagements_by_pairing_and_state(desk: Client) -> None:
    make.an_engagement(state="stated")
    page = desk.get("/admin/engagements/engagement/", {"pairing": "hiring", "state": "stated"})
    assert "1 engagement" in page.content.decode()
    page = desk.get("/admin/engagements/engagement/", {"state__exact": "ended"})
    assert "0 engagements" in page.content.decode()


def test_goals_are_on_no_page_of_staff(desk: Client) -> None:
    offer = make.a_mentoring_offer()
    row = make.an_engagement(make.an_introduction(offer, state="accepted"), text="Canary goals")
    for address in (
        "/admin/engagements/agreement/",
        f"/admin/engagements/agreement/{row.agreements.get().pk}/change/",
        f"/admin/engagements/engagement/{row.pk}/change/",
    ):
        page = desk.get(address)
        assert page.status_code == 200
        assert "Canary goals" not in page.content.decode()


def test_staff_change_nothing(desk: Client) -> None:
    row = make.an_engagement()
    for name, key in (("engagement", row.pk), ("agreement", row.agreements.get().pk)):
        address = f"/admin/engagements/{name}/{key}/"
        assert desk.post(f"{address}change/").status_code == 403
        assert desk.post(f"{address}delete/").status_code == 403
    assert desk.get("/admin/engagements/engagement/add/").status_code == 403
