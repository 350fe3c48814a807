"""Staff say on a firm's page what they checked of it, and withdraw it in the list of checks."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from ledger.models import Event
from profiles.firms.models import Vouch
from profiles.models import Profile, User
from tests import make
from tests.admin.forms import as_shown
from tests.profiles.firms.checked import vouched

pytestmark = pytest.mark.django_db
DAY = f"{timezone.localdate():%Y-%m-%d}"
CHECKS = "/admin/firms/vouch/"


@pytest.fixture
def firm() -> Profile:
    return make.a_local_firm()


def page_of(firm: Profile) -> str:
    return f"/admin/firms/firm/{firm.pk}/change/"


def said(desk: Client, firm: Profile, **typed: Any) -> HttpResponse:
    """What comes back once the last, empty row of the firm's page was filled in."""
    shown = desk.get(page_of(firm))
    last = Vouch.objects.filter(firm=firm.pk).count()
    filled = {f"vouches-{last}-{name}": value for name, value in typed.items()}
    return desk.post(page_of(firm), as_shown(shown, **filled))


def verbs() -> list[str]:
    told = Event.objects.filter(verb__in=("firm.vouched", "vouch.withdrawn"))
    return list(told.order_by("pk").values_list("verb", flat=True))


def test_what_staff_say_on_a_firms_page_stands_on_its_card(
    desk: Client, firm: Profile, chief: User
) -> None:
    assert said(desk, firm, fact="staff", number="23", checked_on=DAY).status_code == 302
    assert said(desk, firm, fact="registered", checked_on=DAY).status_code == 302
    assert len(vouched(firm)) == 2
    assert set(Vouch.objects.values_list("by", flat=True)) == {chief.pk}
    assert verbs() == ["firm.vouched", "firm.vouched"]


def test_a_page_saved_as_it_stands_vouches_for_nothing(desk: Client, firm: Profile) -> None:
    said(desk, firm, fact="staff", number="23", checked_on=DAY)
    said(desk, firm)
    assert verbs() == ["firm.vouched"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"fact": "staff", "number": "", "checked_on": DAY}, "Give the number that was"),
        ({"fact": "staff", "number": "0", "checked_on": DAY}, "Give the number that was"),
        ({"fact": "staff", "number": "3", "checked_on": "2999-01-01"}, "That day is still to come"),
        ({"fact": "registered", "number": "3", "checked_on": DAY}, "has no number"),
    ],
)
def test_what_cannot_be_true_is_refused_beside_the_row(
    desk: Client, firm: Profile, typed: dict[str, str], sentence: str
) -> None:
    page = said(desk, firm, **typed)
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert not Vouch.objects.exists()


def test_what_was_said_is_not_edited_on_the_firms_page(desk: Client, firm: Profile) -> None:
    said(desk, firm, fact="staff", number="23", checked_on=DAY)
    row = Vouch.objects.get()
    shown = as_shown(desk.get(page_of(firm)))
    desk.post(page_of(firm), shown | {"vouches-0-id": row.pk, "vouches-0-number": "900"})
    row.refresh_from_db()
    assert row.number == 23


def test_a_check_is_withdrawn_once_from_the_list(desk: Client, firm: Profile) -> None:
    said(desk, firm, fact="staff", number="23", checked_on=DAY)
    chosen = {"action": "withdraw", "_selected_action": [Vouch.objects.get().pk]}
    for _ in range(2):
        page = desk.post(CHECKS, chosen, follow=True)
        assert "1 check is withdrawn." in page.content.decode()
    assert vouched(firm) == ()
    assert verbs() == ["firm.vouched", "vouch.withdrawn"]


def test_who_may_only_read_withdraws_nothing(firm: Profile, desk: Client) -> None:
    said(desk, firm, fact="staff", number="23", checked_on=DAY)
    reader = Client()
    reader.force_login(make.staff())
    chosen = {"action": "withdraw", "_selected_action": [Vouch.objects.get().pk]}
    assert reader.post(CHECKS, chosen).status_code == 403
    assert Vouch.objects.get().withdrawn_at is None
