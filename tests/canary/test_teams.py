"""The directory of teams names no unnamed firm, and lists none that did not say yes."""

import pytest

from matching.models import Candidacy
from matching.queries import teams
from profiles import disclosure
from profiles.steps import Step
from tests.canary.planting import KEPT_APART

pytestmark = pytest.mark.django_db
PAGES = ("/teams/", "/ar/teams/", "/teams/?q=python", "/teams/?people=1&sort=newest")
READERS = {"graduate", "mentor", "investor", "company", "local firm", "startup", "diaspora firm",
           "reader of a firm"}  # fmt: skip


def read_by(client) -> str:
    return "".join(client.get(page).content.decode() for page in PAGES)


def named_in(text, planted) -> list[str]:
    """Values of the listed firm's identity and account in a text."""
    return [
        value
        for value, secret in planted.withheld.items()
        if value in text and secret.where.startswith(("firm.identity.", "firm.user."))
    ]


def test_a_firm_that_is_not_named_is_listed_and_named_nowhere(planted, clients):
    address = str(planted.firm.public_id)
    for who, client in clients.items():
        page = read_by(client)
        assert named_in(page, planted) == [], who
        assert (address in page) == (who in READERS | KEPT_APART), who


def test_a_name_typed_into_the_search_finds_nobody(planted, clients):
    names = [value for value, secret in planted.withheld.items() if "firm.identity" in secret.where]
    for value in names:
        page = clients["company"].get("/teams/", {"q": value}).content.decode()
        assert str(planted.firm.public_id) not in page


@pytest.mark.parametrize("terms", [{}, {"listed": "no"}, {"listed": "perhaps"}])
def test_a_firm_that_did_not_say_yes_is_in_no_list(planted, clients, terms):
    Candidacy.objects.filter(profile=planted.firm).update(terms=terms)
    for who, client in clients.items():
        assert str(planted.firm.public_id) not in read_by(client), who


def test_with_the_gate_open_the_same_pages_name_it(planted, clients, monkeypatch):
    monkeypatch.setattr(disclosure, "step_for", lambda profile, viewer: Step.CONTACT)
    assert named_in(read_by(clients["company"]), planted)


def test_with_consent_ignored_the_same_pages_list_who_said_no(planted, clients, monkeypatch):
    Candidacy.objects.filter(profile=planted.firm).update(terms={"listed": "no"})
    assert str(planted.firm.public_id) not in read_by(clients["company"])
    monkeypatch.setattr(teams, "YES", "no")
    planted.firm.save()
    assert str(planted.firm.public_id) in read_by(clients["company"])
