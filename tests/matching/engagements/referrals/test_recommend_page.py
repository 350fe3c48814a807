"""The page on which a client recommends its firm, and on which both of them stop it."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from matching.engagements.models import Engagement, Referral
from matching.engagements.referrals.forms import RecommendForm
from matching.engagements.referrals.standing import recommend_url
from profiles.recognition import viewer_of
from tests import make
from tests.reading import logged_in, queries, text
from tests.standing import standing

pytestmark = pytest.mark.django_db


def url(row):
    return reverse("recommend", args=[row.public_id])


def client_of(profile, **account):
    return logged_in(make.acts_for(profile, **account))


def said(**changed):
    sentence = "They deliver what they say."
    return {"public_id": str(uuid4()), "sentence": sentence} | changed


@pytest.fixture(scope="module")
def _there(django_db_setup, django_db_blocker):
    with standing(django_db_blocker):
        yield make.a_contract().pk


@pytest.fixture
def row(db, _there):
    return Engagement.objects.get(pk=_there)


def test_a_stranger_logs_in_first(row):
    assert Client().get(url(row)).url == f"/accounts/login/?next={url(row)}"


def test_outsiders_readers_of_the_firm_and_staff_find_nothing(row):
    outsider = client_of(make.an_international_company())
    readers = [client_of(side, role="reader") for side in (row.owner, row.candidate)]
    for client in (outsider, *readers, logged_in(make.staff())):
        assert client.get(url(row)).status_code == 404
        assert client.post(url(row), said()).status_code == 404
    assert not Referral.objects.exists()


def test_the_client_makes_a_link_in_one_step_and_hands_it_on(row):
    client = client_of(row.owner)
    page = client.post(url(row), said(), follow=True)
    made = Referral.objects.get()
    assert f"/recommended/{made.public_id}/" in text(page)
    assert "Hand the link on" in text(page)
    assert (made.sentence, made.names_client) == ("They deliver what they say.", False)


def test_sent_twice_one_link_stands_there(row):
    client, twice = client_of(row.owner), said()
    for _ in range(2):
        assert client.post(url(row), twice).status_code == 302
    assert Referral.objects.count() == 1


def test_the_firm_reads_what_is_said_and_cannot_say_it_itself(row):
    make.a_referral(row)
    client = client_of(row.candidate)
    page = client.get(url(row))
    assert "They deliver what they say, week by week." in text(page)
    assert "<textarea" not in text(page)
    assert client.post(url(row), said()).status_code == 404
    assert Referral.objects.count() == 1


@pytest.mark.parametrize("party", ["owner", "candidate"])
def test_either_stops_it_and_pressed_again_a_sentence_says_so(party):
    referral = make.a_referral()
    client = client_of(getattr(referral.engagement, party))
    stop = reverse("stop-referral", args=[referral.public_id])
    assert client.get(stop).status_code == 405
    assert "Its link opens nothing any more." in text(client.post(stop, follow=True))
    assert "is “Stopped” now. Nothing was changed." in text(client.post(stop, follow=True))
    referral.refresh_from_db()
    assert referral.state == "stopped"


def test_others_stop_nothing():
    referral = make.a_referral()
    stop = reverse("stop-referral", args=[referral.public_id])
    reader = client_of(referral.engagement.owner, role="reader")
    for client in (client_of(make.a_local_firm()), reader, logged_in(make.staff())):
        assert client.post(stop).status_code == 404
    assert Client().post(stop).status_code == 302
    referral.refresh_from_db()
    assert referral.state == "live"


@pytest.mark.parametrize(
    "sentence",
    [
        "Write to them at team@firm.example",
        "See https://firm.example/work",
        "Look at www.firm.example first",
        "Their site is firm.ps, ask there",
        "Their site is firm.agency or firm.link",
        "Ask @firm",
        "Call +970 59 123 4567 at any time",
        "Call 059-1234567",
        "Call 059 - 123 - 4567",
        "اتصلوا على ٠٥٩١٢٣٤٥٦٧",
        "x" * 201,
        "",
    ],
)
def test_no_way_past_the_introduction_is_in_it(row, sentence):
    page = client_of(row.owner).post(url(row), said(sentence=sentence))
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {"sentence"}
    assert not Referral.objects.exists()


@pytest.mark.parametrize(
    "sentence",
    [
        "Ten people, three products, 24 releases in 2026.",
        "From 2019-2024 they built our payments with Node.js, Vue.js and ASP.NET.",
        "Half the price of what we paid before: 48,000 instead of 96,000.",
        "فريق يفي بما يعد به، أسبوعًا بعد أسبوع.",
        "x" * 200,
    ],
)
def test_plain_praise_passes(sentence):
    assert RecommendForm(said(sentence=sentence), is_named=True).is_valid()


def test_a_company_that_is_unnamed_is_not_asked_for_its_name():
    unnamed = make.a_contract(make.an_international_company(is_named=False))
    client = client_of(unnamed.owner)
    assert "names_client" not in text(client.get(url(unnamed)))
    client.post(url(unnamed), said(names_client="on"))
    assert not Referral.objects.get().names_client
    named = make.a_contract(make.an_international_company(is_named=True))
    assert "names_client" in text(client_of(named.owner).get(url(named)))


def test_too_many_are_refused_in_a_sentence_and_what_was_typed_stays(row):
    for _ in range(5):
        make.a_referral(row)
    page = client_of(row.owner).post(url(row), said(sentence="A sixth time."))
    assert page.status_code == 409
    assert "5 recommendations of yours are open" in text(page)
    assert "A sixth time." in text(page)


def test_a_contract_too_young_says_when_it_may_be_recommended():
    row = make.an_engagement(make.an_introduction(make.a_tender(), state="accepted"))
    page = text(client_of(row.owner).get(url(row)))
    assert "once it has run for 30 days" in page
    assert "<textarea" not in page


def test_it_costs_the_same_for_one_link_as_for_five(row):
    client = client_of(row.owner)
    make.a_referral(row)
    few = queries(client, url(row))
    for _ in range(4):
        make.a_referral(row)
    assert few == queries(client, url(row)) <= 10


def test_the_page_of_the_contract_links_here_where_there_is_something_to_do(row):
    young = make.an_engagement(make.an_introduction(make.a_tender(), state="accepted"))
    hire = make.an_engagement()

    def link(of, profile, **account):
        return recommend_url(of, viewer_of(make.acts_for(profile, **account)))

    assert link(row, row.owner) == url(row)
    assert link(row, row.owner, role="reader") == ""
    assert link(row, row.candidate) == ""
    assert link(young, young.owner) == ""
    assert link(hire, hire.owner) == link(hire, hire.candidate) == ""
    make.a_referral(row)
    assert link(row, row.candidate) == url(row)
    assert link(row, make.a_local_firm()) == ""


@pytest.mark.parametrize("party", ["owner", "candidate"])
def test_both_read_it_in_arabic(party):
    row = make.a_referral().engagement
    page = client_of(getattr(row, party)).get(f"/ar{url(row)}")
    assert 'dir="rtl"' in text(page)


def test_a_contract_that_was_never_confirmed_has_no_such_page(row):
    Engagement.objects.update(state="dropped")
    assert client_of(row.owner).get(url(row)).status_code == 404
