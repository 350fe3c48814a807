"""What a visit holds: so many copies of a stranger, and every copy of an account."""

import pytest
from django.test import Client

from grants.models import Check
from tests import make

pytestmark = pytest.mark.django_db
NEXUS = "/grants/ipsd-nexus/"


@pytest.fixture(autouse=True)
def _two_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grants.views.keeping.MOST_HELD", 2)


def answered(client: Client, times: int = 4) -> list[bool]:
    """Whether each copy of these readings still has its facts."""
    for months in range(times):
        client.post(NEXUS, {"asked": ["months_operating"], "months_operating": str(months)})
        client.post(f"{NEXUS}keep/")
    return [bool(check.facts) for check in Check.objects.order_by("pk")]


def test_an_account_keeps_every_copy_of_one_session():
    client = Client()
    client.force_login(make.an_account())
    assert answered(client) == [True] * 4


def test_of_a_stranger_the_oldest_copies_are_forgotten():
    assert answered(Client()) == [False, False, True, True]


def test_what_a_stranger_kept_is_held_on_once_they_log_in_and_forgotten_with_the_rest():
    client = Client()
    answered(client, times=2)
    client.force_login(make.an_account())
    assert answered(client, times=3)[:2] == [True, True]
    client.post("/grants/answers/forget/")
    assert not Check.objects.exclude(facts={}).exists()
