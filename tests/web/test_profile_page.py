"""The page of a profile: capability first, no contact, one answer to all who may not see it."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from ledger.models import Event
from matching import runs
from matching.models import Exclusion
from tests import make
from tests.reading import queries

pytestmark = pytest.mark.django_db
SECRETS = {
    "legal_name": "Canary Name",
    "email": "canary@example.org",
    "phone": "+970 59 000 0000",
    "address": "Canary Street 7",
}


def client_of(profile, **columns):
    client = Client()
    client.force_login(make.acts_for(profile, **columns))
    return client


def page_of(profile):
    return reverse("profile", args=[profile.public_id])


@pytest.fixture
def graduate():
    return make.a_graduate(**SECRETS)


@pytest.fixture
def firm():
    return make.an_international_company()


def test_a_firm_reads_what_a_graduate_can_do_and_neither_name_nor_contact(graduate, firm):
    page = client_of(firm).get(page_of(graduate)).content.decode()
    assert "Backend developer, Python" in page
    assert f"Graduate {graduate.alias_code}" in page
    assert "Brought in by programme staff on" in page
    assert not [secret for secret in SECRETS.values() if secret in page]


def test_who_is_named_stands_first_with_that_name_who_is_not_with_the_headline(graduate, firm):
    named = client_of(graduate).get(page_of(firm)).content.decode()
    assert heading_of(named) == "Lumenhaus Systems GmbH"
    assert "<title>Lumenhaus Systems GmbH" in named
    unnamed = client_of(firm).get(page_of(graduate)).content.decode()
    assert heading_of(unnamed) == "Backend developer, Python"


def heading_of(page):
    return re.search(r"<h1>\s*<bdi[^>]*>(.*?)</bdi>", page)[1]


def test_hours_are_on_the_clock_of_the_reader(graduate, firm):
    page = client_of(firm, time_zone="UTC").get(page_of(graduate)).content.decode()
    assert "on your clock, UTC" in page
    assert "Sun-Thu 07:00-15:00" in page or "Sun-Thu 06:00-14:00" in page


def gone(client, address):
    answer = client.get(address)
    return answer.status_code, answer.content


def test_hidden_unverified_excluded_and_unknown_answer_alike(firm):
    client = client_of(firm)
    rows = [
        make.a_graduate(status="hidden"),
        make.a_graduate(status="paused"),
        make.a_graduate(verified=False),
        make.a_graduate(excluded_countries=[str(firm.country)]),
    ]
    rows.append(make.a_graduate())
    make.excludes(rows[-1], firm)
    unknown = gone(client, reverse("profile", args=[uuid.uuid4()]))
    assert unknown[0] == 404
    for row in rows:
        status, content = gone(client, page_of(row))
        assert status == 404
        assert without_address(content, row) == without_address(unknown[1], row)


def without_address(content, row):
    """The page names its own address in the other language; nothing else differs."""
    import re

    return re.sub(rb"[0-9a-f-]{36}", b"", content)


def test_whom_the_page_may_not_be_shown_to_gets_no_such_page(graduate):
    stranger, other = Client(), client_of(make.a_graduate())
    assert stranger.get(page_of(graduate)).status_code == 404
    assert other.get(page_of(graduate)).status_code == 404


def test_people_are_kept_out_of_search_engines(firm):
    mentor = make.a_mentor()
    noindex = '<meta name="robots" content="noindex">'
    assert noindex in Client().get(page_of(mentor)).content.decode()
    assert noindex not in Client().get(page_of(firm)).content.decode()


def test_staff_read_a_name_and_leave_a_trace(graduate):
    client, staff = Client(), make.staff()
    client.force_login(staff)
    assert "Canary Name" in client.get(page_of(graduate)).content.decode()
    event = Event.objects.get(verb="identity.read")
    assert (event.subject_id, event.actor) == (graduate.pk, staff)


def test_a_pair_is_linked_from_both_sides(graduate, firm):
    job, search = make.a_job(firm), make.looks_for_a_job(graduate)
    runs.run("hiring")
    link = reverse("match", args=[job.public_id, search.public_id])
    assert link in client_of(firm).get(page_of(graduate)).content.decode()
    assert link in client_of(graduate).get(page_of(firm)).content.decode()


def test_openings_are_shown_and_drafts_are_not(firm):
    make.a_job(firm, title="Open job")
    make.a_job(firm, title="Draft job", status="draft")
    page = Client().get(page_of(firm)).content.decode()
    assert "Open job" in page
    assert "Draft job" not in page


def test_one_press_and_the_two_never_meet_again(graduate, firm):
    client = client_of(graduate)
    client.post(reverse("never-meet", args=[firm.public_id]))
    again = client.post(reverse("never-meet", args=[firm.public_id]), follow=True)
    assert "Lumenhaus" in again.content.decode()
    assert Exclusion.objects.get().reason == "blocked"
    assert client.get(page_of(firm)).status_code == 404
    assert client_of(firm).get(page_of(graduate)).status_code == 404

    client.post(reverse("meet-again", args=[firm.public_id]))
    assert client.get(page_of(firm)).status_code == 200


def test_a_person_means_all_their_own_roles(graduate, firm):
    client = client_of(graduate)
    mentor = make.a_mentor()
    mentor.user = graduate.user
    mentor.save()
    client.post(reverse("never-meet", args=[firm.public_id]))
    assert {row.a for row in Exclusion.objects.all()} == {graduate, mentor}


def test_who_only_reads_for_a_firm_excludes_nobody(graduate, firm):
    client = client_of(firm, role="reader")
    assert client.post(reverse("never-meet", args=[graduate.public_id])).status_code == 404
    assert not Exclusion.objects.exists()


def test_what_staff_set_apart_is_not_undone_by_the_person(graduate, firm):
    make.excludes(graduate, firm, reason="staff")
    client = client_of(graduate)
    client.post(reverse("meet-again", args=[firm.public_id]))
    assert Exclusion.objects.exists()
    page = client.get(reverse("privacy")).content.decode()
    assert "Lumenhaus" not in page


@pytest.mark.parametrize("who", ["mentor", "graduate"])
def test_a_page_takes_at_most_ten_queries(who, graduate, firm):
    for _ in range(3):
        make.a_job(firm)
        offer = make.a_mentoring_offer()
    make.looks_for_a_job(graduate)
    make.looks_for_a_mentor(graduate)
    client, address = (
        (client_of(graduate), page_of(offer.owner))
        if who == "mentor"
        else (client_of(firm), page_of(graduate))
    )
    assert queries(client, address) <= 10


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_two_firms_that_both_offer_and_seek_read_each_other_in_ten_queries(prefix):
    firms = [make.a_local_firm(is_named=True), make.a_startup(is_named=True)]
    for firm in firms:
        make.a_job(firm)
        make.a_tender(firm)
        make.offers_a_team(firm)
    reader, read = firms
    client = client_of(reader)
    address = prefix + page_of(read)
    page = client.get(address)
    assert len(page.context["offers"]) == 2
    assert len(page.context["ties"]) == 2
    assert queries(client, address) <= 10
