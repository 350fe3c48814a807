"""What `disclose` withholds appears in no page, answer or log of a stranger or an outsider."""

import logging

import pytest
from django.test import Client

from matching import runs
from profiles import disclosure
from profiles.disclosure import Step
from tests import make
from tests.canary.planting import IDENTITY_FIELDS, plant
from tests.canary.routes import every_route

pytestmark = pytest.mark.django_db


@pytest.fixture
def planted():
    found = plant()
    runs.run("hiring")
    return found


@pytest.fixture
def clients():
    """A stranger, an account without a role, and people with roles who are no party to it."""
    accounts = {
        "outsider": make.an_account(),
        "unverified firm": make.acts_for(make.an_international_company(verified=False)),
        "other graduate": make.acts_for(make.a_graduate()),
    }
    found = {"stranger": Client()}
    for name, account in accounts.items():
        found[name] = Client()
        found[name].force_login(account)
    return found


def addresses(planted):
    """Every route with arguments. A new route that needs others fails here: say what it shows."""
    of_route = {
        "api-opening": {"public_id": planted.job.public_id},
        "opening": {"public_id": planted.job.public_id},
        "match": {
            "opening_id": planted.job.public_id,
            "candidacy_id": planted.search.public_id,
        },
        "new-opening": {"slug": "hiring"},
        "check-opening": {"public_id": planted.job.public_id},
        "edit-opening": {"public_id": planted.job.public_id, "slug": "about"},
        "move-opening": {"public_id": planted.job.public_id, "name": "close"},
        "new-candidacy": {"slug": "hiring"},
        "check-candidacy": {"public_id": planted.search.public_id},
        "edit-candidacy": {"public_id": planted.search.public_id, "slug": "pay"},
        "move-candidacy": {"public_id": planted.search.public_id, "name": "withdraw"},
        "saved-search": {"public_id": planted.job.public_id},
        "change-search": {"public_id": planted.job.public_id},
        "stop-alerts": {"token": "x"},
        "private-file": {"public_id": planted.cv.file.public_id},
        "account_confirm_email": {"key": "x"},
        "account_reset_password_from_key": {"uidb36": "1", "key": "x"},
        "end-session": {"pk": 1},
        "demo-letter": {"mail_id": 1},
        "mfa_edit_webauthn": {"pk": 1},
        "mfa_remove_webauthn": {"pk": 1},
        "openid_connect_login": {"provider_id": "google"},
        "openid_connect_callback": {"provider_id": "google"},
        "admin:auth_user_password_change": {"id": planted.graduate.user_id or 1},
        "admin:view_on_site": {"content_type_id": 1, "object_id": 1},
        "admin:app_list": {"app_label": "profiles"},
        "": {"url": "nothing/here"},
    }
    of_admin_model = {
        "profiles/profile": planted.graduate.pk,
        "profiles/identity": planted.graduate.identity.pk,
        "matching/opening": planted.job.pk,
        "matching/candidacy": planted.search.pk,
    }
    found = []
    for route in every_route():
        arguments = dict(of_route.get(route.name, {}))
        if route.admin_model:
            arguments.setdefault("object_id", of_admin_model.get(route.admin_model, 1))
        found.append(route.address(arguments))
    return found


def walk(clients, planted, caplog, *, only=""):
    """Visit every address as everyone; return (who, address, field) of each leak."""
    return [
        leak
        for address in addresses(planted)
        if only in address
        for who, client in clients.items()
        for leak in look(who, client, address, planted, caplog)
    ]


def look(who, client, address, planted, caplog):
    with caplog.at_level(logging.DEBUG):
        caplog.clear()
        answer = client.get(address)
        read = answer.content.decode(errors="replace") + str(answer.headers) + caplog.text
    assert answer.status_code < 500, address
    return [(who, address, where) for value, where in planted.withheld.items() if value in read]


def test_every_route_is_visited_and_nothing_withheld_appears(clients, planted, caplog):
    assert len(addresses(planted)) > 100
    assert walk(clients, planted, caplog) == []


def test_with_the_gate_open_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(disclosure, "step_for", lambda profile, viewer: Step.CONTACT)
    leaks = walk(clients, planted, caplog, only="openings")
    assert "firm.identity.legal_name" in {where for _, _, where in leaks}


def test_withheld_text_finds_nothing(clients, planted):
    for who in ("stranger", "other graduate"):
        client = clients[who]
        for value, where in planted.withheld.items():
            for address in ("/openings/", "/api/v1/openings/"):
                page = client.get(address, {"q": value}).content.decode()
                assert str(planted.job.public_id) not in page, (who, where, address)


def test_the_planted_fields_are_those_of_the_model(planted):
    assert {"legal_name", "email", "phone", "address", "website"} <= IDENTITY_FIELDS
    planted_fields = {where.rpartition(".")[2] for where in planted.withheld.values()}
    assert planted_fields >= IDENTITY_FIELDS


def test_a_route_that_nobody_visits_would_be_told():
    missing = [route for route in every_route() if route.name == "match"]
    with pytest.raises(KeyError, match="opening_id"):
        missing[0].address({})
