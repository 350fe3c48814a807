"""What `disclose` withholds appears in no page, answer, mail or log of whoever may not read it."""

import re

import pytest

from tests import make
from tests.canary.addresses import addresses
from tests.canary.letters import letters
from tests.canary.planting import IDENTITY_FIELDS, STAFF, keep_apart
from tests.canary.routes import every_route
from tests.canary.walking import look, some, walk
from tests.full import FULL
from tests.reading import logged_in

pytestmark = pytest.mark.django_db
NOT_POSTED_TO = {"vanish", "account_logout"}
ONE_ROW = re.compile(r"/change/$|/user/\d+/password/$")
"""Pages of the admin about one row; that of a password names its account too."""


def is_forbidden_in_a_list(where):
    """Staff's lists show headlines; a name or an address stands on the page of its row alone."""
    parts = (".identity.", ".user.email", ".draft", ".excluded name", ".review.")
    return any(part in where for part in parts)


def test_every_route_is_visited_and_nothing_withheld_appears(clients, planted, caplog):
    assert len(addresses(planted)) > 100
    assert walk(clients, planted, caplog) == []
    said = letters()
    assert [value for value in planted.withheld if value in said] == []


def test_a_form_that_is_sent_in_empty_says_nothing_either(clients, planted, caplog):
    chosen = clients if FULL else some(clients, "stranger", "company")
    leaks = [
        leak
        for name, address in addresses(planted)
        if name not in NOT_POSTED_TO and not name.startswith("admin:")
        for who, client in chosen.items()
        for leak in look(who, client, address, planted, caplog, "post")
    ]
    assert leaks == []


def test_who_may_read_it_does_so_the_walk_reaches_the_rows(clients, planted):
    for who, profile in (
        ("company", planted.graduate),
        ("reader of a firm", planted.graduate),
        ("mentor", planted.graduate),
        ("graduate", planted.mentor),
        ("local firm", planted.investor),
        ("investor", planted.firm),
    ):
        page = clients[who].get(f"/profiles/{profile.public_id}/")
        assert profile.headline in page.content.decode(), who


def test_staff_read_an_identity_on_pages_of_one_row_and_drafts_and_fears_nowhere(planted, caplog):
    staff = logged_in(make.staff(is_superuser=True))
    keep_apart(planted, make.an_international_company())
    leaks = []
    for turn, (name, address) in enumerate(addresses(planted)):
        if FULL or turn % 3 == 0:
            is_list = name.startswith("admin:") and not ONE_ROW.search(address)
            found = look("nobody" if is_list else STAFF, staff, address, planted, caplog)
            leaks += [each for each in found if not is_list or is_forbidden_in_a_list(each[2])]
    assert leaks == []


def test_withheld_text_finds_nothing(clients, planted):
    for who in ("stranger", "graduate"):
        for value, secret in list(planted.withheld.items())[:: 1 if FULL else 3]:
            for address in ("/openings/", "/api/v1/openings/"):
                page = clients[who].get(address, {"q": value}).content.decode()
                rows = (planted.job, planted.draft)
                assert not [row for row in rows if str(row.public_id) in page], (who, secret.where)


def test_the_goals_are_read_by_the_two_who_agreed_on_them(planted):
    row = planted.agreement.engagement
    for side in (row.owner, row.candidate):
        page = logged_in(make.acts_for(side)).get(f"/engagements/{row.public_id}/")
        assert planted.agreement.text in page.content.decode()


def test_the_two_of_a_thread_read_it_and_nobody_finds_it_by_its_words(clients, planted):
    row = planted.message.introduction
    address = f"/introductions/{row.public_id}/messages/"
    for side in (row.asker, row.asked):
        page = logged_in(make.acts_for(side)).get(address)
        assert planted.message.text in page.content.decode()
    for page in ("/openings/", "/people/", "/api/v1/openings/", "/introductions/"):
        for client in (clients["stranger"], clients["graduate"]):
            found = client.get(page, {"q": planted.message.text}, follow=True).content.decode()
            assert str(row.public_id) not in found


def test_a_kept_check_is_read_by_whoever_made_it_and_is_not_there_for_others(clients, planted):
    address = f"/grants/checks/{planted.check.public_id}/"
    own = logged_in(planted.check.user).get(address)
    assert "314,159.26" in own.content.decode()
    assert {client.get(address).status_code for client in clients.values()} == {404}


def test_the_planted_fields_are_those_of_the_model(planted):
    assert {"legal_name", "email", "phone", "address", "website"} <= IDENTITY_FIELDS
    assert len(planted.withheld) > 60
    planted_fields = {secret.where.rpartition(".")[2] for secret in planted.withheld.values()}
    assert planted_fields >= IDENTITY_FIELDS


def test_a_route_that_nobody_visits_would_be_told():
    missing = [route for route in every_route() if route.name == "match"]
    with pytest.raises(KeyError, match="opening_id"):
        missing[0].address({})
