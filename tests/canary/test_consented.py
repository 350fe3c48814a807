"""A counterparty reads what the step given to it opens, to the field, and nobody else does."""

from copy import deepcopy
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from ledger.models import Event
from matching import runs
from matching.models import Opening
from profiles import disclosure, recognition
from profiles.models import Consent
from profiles.steps import Step
from tests import make
from tests.canary.addresses import addresses
from tests.canary.consenting import DAYS, OPENED, let_read, opened_to, take_back
from tests.canary.letters import letters
from tests.canary.planting import COUNTRY, NAME, keep_apart
from tests.canary.walking import fields, look
from tests.full import FULL
from tests.reading import logged_in

pytestmark = pytest.mark.django_db
ALWAYS = {"profile", "match", "opening", "api-opening", "api-openings", "api-matches", "people"}
LISTS = ("/people/", "/firms/", "/startups/", "/openings/", "/api/v1/openings/")


@pytest.fixture(scope="module")
def _reader(_planted, django_db_blocker):
    with django_db_blocker.unblock():
        company = make.an_international_company()
        make.a_job(company)
        make.a_tender(company)
        runs.run("hiring")
        return company


@pytest.fixture
def reader(_reader, planted):
    """A company with a job, so that the planted graduate is a match of it."""
    return deepcopy(_reader)


def client_of(profile):
    return logged_in(make.acts_for(profile))


def visit(who, client, planted, caplog, *, of=0):
    """Everything that is no administration; in short a part of it, and all where people stand."""
    return [
        leak
        for turn, (name, address) in enumerate(addresses(planted))
        if not name.startswith("admin:") and (FULL or name in ALWAYS or turn % 12 == of)
        for leak in look(who, client, address, planted, caplog)
    ]


def pages_of(client, planted):
    """What a reader finds on the page of each who is planted, the vanished one's left out."""
    there = [each for each in planted.profiles if each != planted.hidden]
    answers = [client.get(f"/profiles/{each.public_id}/") for each in there]
    assert {answer.status_code for answer in answers} == {200}
    return "".join(answer.content.decode() for answer in answers)


@pytest.mark.parametrize("step", OPENED)
def test_at_each_step_exactly_its_fields_are_read(step, planted, reader, caplog):
    let_read(planted, reader, step)
    role = f"company at {step.name}"
    opened = opened_to(planted, role, step)
    client = client_of(reader)
    page = pages_of(client, planted)
    assert {value for value in opened if value not in page} == set()
    assert visit(role, client, planted, caplog, of=int(step)) == []
    said = letters()
    assert [value for value in planted.withheld if value in said] == []


@pytest.mark.parametrize("who", ["stranger", "company"])
def test_nobody_else_reads_more_for_it(who, planted, reader, caplog):
    let_read(planted, reader, Step.CONTACT)
    other = Client() if who == "stranger" else client_of(make.an_international_company())
    assert visit(who, other, planted, caplog) == []


def test_revoked_or_past_its_last_day_nothing_is_left(planted, reader, caplog):
    let_read(planted, reader, Step.CONTACT)
    with time_machine.travel(timezone.now() + timedelta(days=DAYS + 2)):
        assert visit("company", client_of(reader), planted, caplog, of=1) == []
    take_back(planted, reader)
    assert visit("company", client_of(reader), planted, caplog, of=2) == []


def test_the_events_of_giving_reading_and_revoking_hold_no_word(planted, reader):
    let_read(planted, reader, Step.CONTACT)
    pages_of(client_of(reader), planted)
    take_back(planted, reader)
    told = Event.objects.filter(verb__startswith="consent.")
    assert set(told.values_list("verb", flat=True)) == {
        "consent.given", "consent.read", "consent.revoked",
    }  # fmt: skip
    written = str(list(told.values()))
    assert [value for value in planted.withheld if value in written] == []


def test_what_was_given_finds_nobody_in_lists_and_counts_nobody(planted, reader):
    let_read(planted, reader, Step.CONTACT)
    client = client_of(reader)
    for value in opened_to(planted, "company at CONTACT", Step.CONTACT):
        for address in LISTS if FULL else LISTS[::2]:
            page = client.get(address, {"q": value}).content.decode()
            assert not [row for row in _planted_rows(planted) if row in page], (address, value)


def _planted_rows(planted) -> list[str]:
    rows = [*planted.profiles, *Opening.objects.filter(owner__in=planted.profiles)]
    return [str(row.public_id) for row in rows]


def test_whoever_is_excluded_reads_nothing_with_a_consent_that_was_overlooked(planted, caplog):
    """The row stands, as if revoking had been forgotten: the pages keep them apart all the same."""
    readers = {
        "excluded party": make.an_international_company(country="SE"),
        "excluded country": make.an_international_company(country=COUNTRY),
        "excluded name": make.an_international_company(legal_name=NAME),
    }
    keep_apart(planted, readers["excluded party"])
    until = timezone.localdate() + timedelta(days=DAYS)
    for who, reader in readers.items():
        for owner in (planted.graduate, planted.mentor, planted.investor):
            Consent.objects.create(owner=owner, to=reader, step=4, purpose="hiring", until=until)
        assert visit(who, client_of(reader), planted, caplog, of=3) == []


def test_the_owner_reads_all_of_their_own(planted):
    for owner in planted.profiles:
        client = logged_in(owner.user or owner.firm.members.get(role="owner").user)
        page = client.get(f"/profiles/{owner.public_id}/").content.decode()
        identity = owner.identity
        for value in (identity.legal_name, identity.email, identity.phone, identity.address):
            assert value in page


# What follows opens one gate at a time: a walk that would not notice proves nothing.


def test_with_every_consent_a_contact_the_walk_finds_it(planted, reader, caplog, monkeypatch):
    let_read(planted, reader, Step.NAME)
    opened_to(planted, "company at NAME", Step.NAME)
    kept = disclosure.step_for
    monkeypatch.setattr(
        disclosure,
        "step_for",
        lambda profile, viewer: Step.CONTACT if viewer.consents else kept(profile, viewer),
    )
    leaks = visit("company at NAME", client_of(reader), planted, caplog)
    assert {"graduate.identity.phone", "firm.identity.email"} <= fields(leaks)


@pytest.mark.parametrize("ended", ["revoked", "past its last day"])
def test_with_the_end_of_a_consent_ignored_the_walk_finds_it(
    ended, planted, reader, caplog, monkeypatch
):
    let_read(planted, reader, Step.CONTACT)
    asked = " AND revoked_at IS NULL AND until >= %(today)s"
    assert asked in recognition.ACTED_FOR
    monkeypatch.setattr(recognition, "ACTED_FOR", recognition.ACTED_FOR.replace(asked, ""))
    if ended == "revoked":
        take_back(planted, reader)
    days = 0 if ended == "revoked" else DAYS + 2
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        leaks = visit("company", client_of(reader), planted, caplog)
    assert {"graduate.identity.legal_name", "firm.identity.phone"} <= fields(leaks)
