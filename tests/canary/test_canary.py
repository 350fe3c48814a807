"""What `disclose` withholds appears in no page, answer or log of a stranger or an outsider."""

import logging

import pytest
from django.test import Client

from matching import runs
from profiles import disclosure
from profiles.disclosure import Step
from tests import make
from tests.canary import routes
from tests.canary.planting import IDENTITY_FIELDS, plant

pytestmark = pytest.mark.django_db


@pytest.fixture
def planted():
    found = plant()
    runs.run("hiring")
    return found


@pytest.fixture
def clients():
    """A stranger, an account without a role, and people with roles who are no party to it."""
    found = {"stranger": Client()}
    roles = {
        "outsider": make.an_account(),
        "unverified firm": make.acts_for(make.an_international_company(verified=False)),
        "other graduate": make.acts_for(make.a_graduate()),
    }
    for name, account in roles.items():
        found[name] = Client()
        found[name].force_login(account)
    return found


def visits(planted):
    """Arguments for every route that takes some; the others are visited as they are."""
    job, search = planted.job.public_id, planted.search.public_id
    return {
        "opening": [{"public_id": job}],
        "match": [{"opening_id": job, "candidacy_id": search}],
        "openings-detail": [{"public_id": job}],
        "api:opening": [{"public_id": job}],
        "account_confirm_email": [{"key": "x"}],
        "account_reset_password_from_key": [{"uidb36": "1", "key": "x-y"}],
    }


def walk(clients, planted, caplog):
    """Visit every route as everyone; return (who, address, field) of each leak."""
    leaks = []
    given = visits(planted)
    rows = {
        "profiles_profile": planted.graduate.pk,
        "profiles_identity": planted.graduate.identity.pk,
        "matching_candidacy": planted.search.pk,
        "matching_opening": planted.job.pk,
    }
    for name in routes.names():
        admin = routes.admin_arguments(name, rows)
        for arguments in [admin] if admin is not None else given.get(name, [{}]):
            for address in routes.addresses(name, arguments):
                leaks += look(clients, planted, address, caplog)
    return leaks


QUERIES = ["", "?q={}", "?search={}", "?owner={}"]


def look(clients, planted, address, caplog):
    found = []
    for who, client in clients.items():
        with caplog.at_level(logging.DEBUG):
            caplog.clear()
            answer = client.get(address)
            text = answer.content.decode(errors="replace") if not answer.streaming else ""
            text += str(answer.headers) + caplog.text
        assert answer.status_code < 500, address
        found += [
            (who, address, where) for value, where in planted.withheld.items() if value in text
        ]
    return found


def test_every_route_is_visited_and_nothing_withheld_appears(clients, planted, caplog):
    assert walk(clients, planted, caplog) == []


def test_the_walk_finds_what_an_open_gate_lets_out(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(disclosure, "step_for", lambda profile, viewer: Step.CONTACT)
    leaks = walk(clients, planted, caplog)
    assert {"firm.identity.legal_name"} <= {where for _, _, where in leaks}


def test_withheld_text_can_be_searched_by_nobody(clients, planted):
    for who, client in clients.items():
        for value, where in planted.withheld.items():
            for address in ("/openings/", "/api/v1/openings/"):
                page = client.get(address, {"q": value}).content.decode()
                assert str(planted.job.public_id) not in page, (who, where, address)


def test_the_planted_fields_are_those_of_the_model(planted):
    assert {"legal_name", "email", "phone", "address", "website"} <= IDENTITY_FIELDS
    planted_fields = {where.rpartition(".")[2] for where in planted.withheld.values()}
    assert planted_fields >= IDENTITY_FIELDS


def test_an_address_nobody_lists_would_be_told():
    assert "unnamed" not in " ".join(routes.names())
