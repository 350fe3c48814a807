"""Staff read which answers there are and how they stand, and nothing of what was written."""

import pytest
from django.test import Client
from django.urls import reverse

from matching.tenders.models import Answer
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def row() -> Answer:
    firm = make.a_local_firm(legal_name="Canary Softworks", is_named=True)
    return make.an_answer(candidacy=make.offers_a_team(firm), text="Canary text", state="declined")


def test_staff_read_state_and_amounts_and_never_the_words(desk: Client, row: Answer) -> None:
    one = reverse("admin:tenders_answer_change", args=[row.pk])
    for url in (reverse("admin:tenders_answer_changelist"), one):
        page = desk.get(url).content.decode()
        assert "Not chosen" in page
        assert "2500" in page.replace(",", "")
        assert "Canary" not in page


def test_staff_change_and_delete_nothing(desk: Client, row: Answer) -> None:
    for name in ("change", "delete"):
        url = reverse(f"admin:tenders_answer_{name}", args=[row.pk])
        assert desk.post(url, {"state": "awarded", "post": "yes"}).status_code == 403
    assert desk.get(reverse("admin:tenders_answer_add")).status_code == 403
    assert Answer.objects.get().state == "declined"
