"""Who may read more of one: seen, given, changed and revoked on real pages, by its owner alone."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ledger.models import Event
from profiles.actions import consents
from profiles.models import Consent, Profile
from profiles.privacy.actions import exclude_countries
from profiles.steps import Step
from tests import make
from tests.reading import queries

pytestmark = pytest.mark.django_db
NAME, MAIL = "Canary Haddad", "canary@example.org"
MOST_QUERIES = 10


@pytest.fixture
def graduate():
    return make.a_graduate(legal_name=NAME, email=MAIL)


@pytest.fixture
def firm():
    return make.an_international_company(legal_name="Fjord Software", is_named=True)


@pytest.fixture
def client(graduate):
    return client_of(graduate)


def client_of(profile, role="owner", **columns):
    client = Client()
    client.force_login(make.acts_for(profile, role=role, **columns))
    return client


def day(days):
    return timezone.localdate() + timedelta(days=days)


def said(step=Step.NAME, purpose="hiring", days=30):
    return {"step": int(step), "purpose": purpose, "until": day(days).isoformat()}


def page_of(name, owner, to):
    return reverse(name, args=[owner.public_id, to.public_id])


def give(owner, to, step=Step.NAME, days=30):
    return consents.give(
        owner=owner, to=to, step=step, purpose="hiring", until=day(days), by_id=None
    )


def read(client, address, **options):
    return client.get(address, **options).content.decode()


def list_of(owner):
    return reverse("consents-of", args=[owner.public_id])


def profile_page(profile):
    return reverse("profile", args=[profile.public_id])


def test_given_on_a_profile_page_it_is_read_there_and_listed(client, graduate, firm):
    reader = client_of(firm)
    assert NAME not in read(reader, profile_page(graduate))
    page = read(client, profile_page(firm))
    assert page_of("consent", graduate, firm) in page
    assert "Let them read more of you" in page

    answer = client.post(page_of("consent", graduate, firm), said(), follow=True)

    assert answer.redirect_chain == [(list_of(graduate), 302)]
    page = answer.content.decode()
    assert "One party may read more of you" in page
    assert "Fjord Software" in page
    assert "Name and website." in page
    assert "E-mail, phone" not in page
    assert NAME in read(reader, profile_page(graduate))
    assert MAIL not in read(reader, profile_page(graduate))
    assert "You let them read up to “Name”" in read(client, profile_page(firm))


def test_it_is_changed_to_less_and_to_another_day(client, graduate, firm):
    give(graduate, firm, Step.CONTACT)
    page = read(client, page_of("consent", graduate, firm))
    assert re.search(r'name="step" value="4"[^>]*checked', page)
    assert f'value="{day(30).isoformat()}"' in page

    client.post(page_of("consent", graduate, firm), said(Step.NAME, days=10))

    row = Consent.objects.in_force().get()
    assert (row.step, row.until, row.purpose) == (Step.NAME, day(10), "hiring")


def test_revoked_it_is_withheld_at_once_and_twice_is_said(client, graduate, firm):
    give(graduate, firm, Step.CONTACT)
    reader = client_of(firm)
    assert MAIL in read(reader, profile_page(graduate))
    address = page_of("revoke-consent", graduate, firm)
    assert "Revoked. They read no more" in client.post(address, follow=True).content.decode()
    assert MAIL not in read(reader, profile_page(graduate))
    assert "revoked before" in client.post(address, follow=True).content.decode()
    assert Event.objects.filter(verb="consent.revoked").count() == 1
    assert "One that is over" in read(client, list_of(graduate))


def test_sent_twice_it_is_given_once(client, graduate, firm):
    for _ in range(2):
        client.post(page_of("consent", graduate, firm), said())
    assert Consent.objects.count() == 1
    assert Event.objects.filter(verb="consent.given").count() == 1


@pytest.mark.parametrize("language", ["", "/ar"])
@pytest.mark.parametrize("wrong", [{"until": day(-1)}, {"until": day(400)}, {"step": ""}])
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(language, wrong, client, graduate, firm):
    answer = client.post(language + page_of("consent", graduate, firm), said() | wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "autofocus" in page
    assert "checked" in page
    assert not Consent.objects.exists()


def test_a_form_that_is_sent_in_empty_is_told_so(client, graduate, firm):
    answer = client.post(page_of("consent", graduate, firm))
    assert answer.status_code == 422
    assert answer.content.decode().count("Choose one of these.") == 4, "above the form and in it"


def test_only_what_they_do_not_read_anyway_is_offered(client, graduate, firm):
    page = read(client, page_of("consent", graduate, firm))
    assert [f'name="step" value="{step}"' in page for step in range(1, 5)] == [
        False, False, True, True,
    ]  # fmt: skip
    answer = client.post(page_of("consent", graduate, firm), said(Step.REGION))
    assert answer.status_code == 422
    investor = make.an_investor(is_named=True, audience="everyone")
    page = read(client, page_of("consent", graduate, investor))
    assert all(f'name="step" value="{step}"' in page for step in range(1, 5))


def gone(client, owner, to):
    """Nothing to ask, and what is sent in all the same changes nothing and says so."""
    address = page_of("consent", owner, to)
    assert client.get(address).status_code == 404
    answer = client.post(address, said(), follow=True)
    assert "not to be met here any more. Nothing was changed." in answer.content.decode()
    assert not Consent.objects.filter(owner=owner, to=to).exists()


def test_nobody_hidden_or_excluded_either_way_is_let_read_more(client, graduate):
    hidden = make.an_international_company(status="hidden")
    excluded, excludes = make.an_international_company(), make.an_international_company()
    make.excludes(graduate, excluded, "blocked")
    make.excludes(excludes, graduate, "blocked")
    in_france = make.an_international_company(country="FR")
    exclude_countries(profile=graduate, codes=["FR"], by_id=None)
    unlisted = make.a_graduate()
    for to in (hidden, excluded, excludes, in_france, unlisted):
        gone(client, graduate, to)


def test_nobody_lets_oneself_read_more_in_any_role():
    graduate, mentor = make.a_graduate(), make.a_mentor()
    user = make.acts_for(graduate)
    Profile.objects.filter(pk=mentor.pk).update(user=user)
    client = Client()
    client.force_login(user)
    gone(client, graduate, graduate)
    gone(client, graduate, mentor)


def test_staff_meet_as_owners_no_more_than_others_do(graduate):
    client = client_of(graduate, is_staff=True)
    excluded = make.an_international_company()
    make.excludes(graduate, excluded, "blocked")
    gone(client, graduate, excluded)


@pytest.mark.parametrize("role", ["recruiter", "reader"])
def test_who_does_not_decide_for_the_firm_gives_and_revokes_nothing(role, graduate, firm):
    give(firm, graduate)
    client = client_of(firm, role=role)
    assert "Let them read more" not in read(client, profile_page(graduate))
    for name in ("consent", "consent-history"):
        assert client.get(page_of(name, firm, graduate)).status_code == 404
    for name in ("consent", "revoke-consent"):
        assert client.post(page_of(name, firm, graduate), said()).status_code == 404
    assert client.get(list_of(firm)).status_code == 404
    assert Consent.objects.in_force().count() == 1


def test_a_stranger_to_both_finds_no_such_page(graduate, firm):
    give(graduate, firm)
    for client in (client_of(make.a_graduate()), client_of(firm)):
        assert client.get(list_of(graduate)).status_code == 404
        assert client.get(page_of("consent-history", graduate, firm)).status_code == 404
        assert client.post(page_of("revoke-consent", graduate, firm)).status_code == 404
    anonymous = Client()
    assert anonymous.get(reverse("consents")).status_code == 302
    assert anonymous.post(page_of("revoke-consent", graduate, firm)).status_code == 302
    assert Consent.objects.in_force().count() == 1


def test_a_link_that_is_opened_revokes_nothing(client, graduate, firm):
    give(graduate, firm)
    assert client.get(page_of("revoke-consent", graduate, firm)).status_code == 405
    assert Consent.objects.in_force().exists()


def test_a_party_that_vanished_is_an_alias_and_can_still_be_revoked(client, graduate, firm):
    give(graduate, firm)
    Profile.objects.filter(pk=firm.pk).update(status="hidden")
    page = read(client, list_of(graduate))
    assert "Fjord" not in page
    assert firm.alias_code in page
    assert f'{page_of("consent", graduate, firm)}"' not in page
    client.post(page_of("revoke-consent", graduate, firm))
    assert not Consent.objects.in_force().exists()


def test_the_history_says_when_it_was_given_read_and_revoked(client, graduate, firm):
    give(graduate, firm, Step.NAME)
    assert "They have not read it." in read(client, page_of("consent-history", graduate, firm))
    read(client_of(firm), profile_page(graduate))
    read(client_of(firm), profile_page(graduate))
    give(graduate, firm, Step.CONTACT)
    page = read(client, page_of("consent-history", graduate, firm))
    assert "They read it 2 times, last on" in page
    assert page.count("They read you, up to “Name”.") == 2
    assert page.index("up to “Contact”: A job") < page.index("They read you")
    client.post(page_of("revoke-consent", graduate, firm))
    page = read(client, page_of("consent-history", graduate, firm))
    assert page.index("Revoked: they read no more") < page.index("up to “Contact”: A job")
    assert "Over" in page


def test_the_times_are_on_the_owners_clock_and_the_clock_is_named(graduate, firm):
    give(graduate, firm)
    page = read(
        client_of(graduate, time_zone="Asia/Gaza"), page_of("consent-history", graduate, firm)
    )
    assert "Times are those of Gaza." in page
    at = timezone.localtime(Event.objects.get(verb="consent.given").at, ZoneInfo("Asia/Gaza"))
    assert f"{at:%H:%M}" in page


def test_after_its_last_day_it_is_over(graduate, firm):
    give(graduate, firm, days=1)
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        page = read(client_of(graduate), list_of(graduate))
    assert "Nobody may read more of you" in page
    assert "One that is over" in page


def test_an_empty_list_says_how_to_give(client, graduate):
    page = read(client, reverse("consents"))
    assert "Let them read more of you" in page
    assert list_of(graduate) in read(client, reverse("privacy"))


def test_somebody_without_a_profile_or_with_all_hidden_is_told():
    client = Client()
    client.force_login(make.an_account())
    assert client.get(reverse("consents")).status_code == 200
    hidden = client_of(make.a_graduate(status="hidden"))
    assert hidden.get(reverse("consents")).headers["Location"] == reverse("vanish")


def test_a_long_list_is_cut_in_pages_and_costs_the_same(client, graduate):
    give(graduate, make.an_international_company())
    few = queries(client, list_of(graduate))
    for _ in range(21):
        give(graduate, make.an_international_company())
    assert queries(client, list_of(graduate)) == few <= MOST_QUERIES
    assert "1 to 20 of 22" in read(client, list_of(graduate))
    assert "21 to 22 of 22" in read(client, list_of(graduate), data={"page": 2})


def test_no_page_asks_more_than_ten_questions(client, graduate, firm):
    give(graduate, firm)
    for name in ("consent", "consent-history"):
        assert queries(client, page_of(name, graduate, firm)) <= MOST_QUERIES
    assert queries(client, profile_page(firm)) <= MOST_QUERIES
    reader = client_of(firm)
    reader.get(profile_page(firm))
    with CaptureQueriesContext(connection) as first:
        reader.get(profile_page(graduate))
    again = queries(reader, profile_page(graduate))
    assert again <= MOST_QUERIES
    assert len(first) - again <= 6, "a lock, a look, an event and whom to tell, once a day"
