"""Who may answer a tender, once, and with which words."""

from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ledger.models import Event
from matching import actions as matching
from matching.models import Candidacy, Opening
from matching.moves import RefusedError
from matching.tenders.models import Answer
from profiles.models import Consent, Profile
from profiles.privacy import actions as privacy
from profiles.reaching import names, reaches
from profiles.steps import Step
from tests import make
from tests.matching.racing import at_once
from tests.matching.tenders.on_answers import MOST
from tests.reading import logged_in, queries, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def tender() -> Opening:
    return make.a_tender()


@pytest.fixture
def team() -> Candidacy:
    return make.offers_a_team(make.a_local_firm())


def url(tender: Opening) -> str:
    return reverse("answer-tender", args=[tender.public_id])


def said(page: Any, **changed: Any) -> dict[str, Any]:
    """What a firm fills in, with the key that came with the page."""
    return {
        "public_id": str(page.context["form"]["public_id"].initial),
        "headcount": "4",
        "usd": "2400",
        "starts_on": "2030-01-15",
        "text": "We have built two payment platforms in Python.",
        "shares": "0",
        **changed,
    }


def test_a_firm_answers_and_reads_its_own_answer(tender: Opening, team: Candidacy) -> None:
    user = make.acts_for(team.profile)
    client = logged_in(user)
    sent = client.post(url(tender), said(client.get(url(tender))), follow=True)
    row = Answer.objects.get()
    assert (row.opening, row.candidacy, row.state) == (tender, team, "sent")
    assert (row.headcount, row.usd, row.consent) == (4, 2400, None)
    assert sent.redirect_chain == [(reverse("answer", args=[row.public_id]), 302)]
    assert "You answered, and they have not decided" in text(sent)
    event = Event.objects.get(verb="answer.sent")
    assert (event.actor_id, event.codes["firm"]) == (user.pk, team.profile_id)


def test_sent_twice_it_is_one_and_a_second_tab_gets_a_sentence(
    tender: Opening, team: Candidacy
) -> None:
    client = logged_in(make.acts_for(team.profile))
    first, second = client.get(url(tender)), client.get(url(tender))
    for _ in range(2):
        assert client.post(url(tender), said(first)).status_code == 302
    late = client.post(url(tender), said(second))
    assert late.status_code == 409
    assert "You have answered this tender already. Nothing was sent." in text(late)
    assert Answer.objects.count() == 1
    assert client.get(url(tender)).url == reverse("answer", args=[Answer.objects.get().public_id])


def test_with_the_key_of_somebody_elses_answer_nothing_is_sent_or_read(
    tender: Opening, team: Candidacy
) -> None:
    other = make.an_answer(tender)
    client = logged_in(make.acts_for(team.profile))
    answers = said(client.get(url(tender)), public_id=str(other.public_id))
    assert client.post(url(tender), answers).status_code == 404
    assert Answer.objects.get() == other


@pytest.mark.parametrize("state", ["declined", "withdrawn", "closed"])
def test_after_an_end_one_may_answer_again(tender: Opening, team: Candidacy, state: str) -> None:
    first = make.an_answer(tender, team, state=state)
    client = logged_in(make.acts_for(team.profile))
    assert url(tender) in text(client.get(reverse("answer", args=[first.public_id])))
    assert make.an_answer(tender, team).state == "sent"


@pytest.mark.parametrize("who", ["anonymous", "graduate", "company", "owner", "reader"])
def test_nobody_else_finds_the_page(tender: Opening, team: Candidacy, who: str) -> None:
    if who == "anonymous":
        assert Client().get(url(tender)).url == f"/accounts/login/?next={url(tender)}"
        return
    profile = {
        "graduate": make.a_graduate,
        "company": make.an_international_company,
        "owner": lambda: tender.owner,
        "reader": lambda: team.profile,
    }[who]()
    role = {"role": "reader"} if who == "reader" else {}
    client = logged_in(make.acts_for(profile, **role))
    assert client.get(url(tender)).status_code == client.post(url(tender)).status_code == 404


@pytest.mark.parametrize("pairing", ["hiring", "draft"])
def test_what_is_no_posted_tender_is_not_answered(team: Candidacy, pairing: str) -> None:
    opening = make.a_job() if pairing == "hiring" else make.a_tender(status="draft")
    client = logged_in(make.acts_for(team.profile))
    assert client.get(url(opening)).status_code == 404


def by_country(one: Profile, other: Profile) -> None:
    privacy.exclude_countries(profile=one, codes=[str(other.country)], by_id=None)


def by_sector(one: Profile, other: Profile) -> None:
    privacy.exclude_sectors(profile=one, slugs=other.sectors, by_id=None)


def by_name(one: Profile, other: Profile) -> None:
    privacy.exclude_names(profile=one, names=[other.identity.legal_name], by_id=None)


def by_button(one: Profile, other: Profile) -> None:
    matching.never_meet(profile=one, other=other, by_id=None)


@pytest.mark.parametrize("whose", ["firm", "company"])
@pytest.mark.parametrize("apart", [by_country, by_sector, by_name, by_button])
def test_who_excludes_the_other_never_meets_the_tender(
    tender: Opening, team: Candidacy, whose: str, apart: Any
) -> None:
    two = [team.profile, tender.owner]
    apart(*(two if whose == "firm" else two[::-1]))
    client = logged_in(make.acts_for(team.profile))
    assert client.get(url(tender)).status_code == 404
    assert client.post(url(tender), {}).status_code == 404
    with pytest.raises(RefusedError):
        make.an_answer(tender, team)


def test_a_country_of_the_tender_alone_keeps_apart_too(team: Candidacy) -> None:
    tender = make.a_tender(country="SE")
    privacy.exclude_countries(profile=team.profile, codes=["SE"], by_id=None)
    assert logged_in(make.acts_for(team.profile)).get(url(tender)).status_code == 404


@pytest.mark.parametrize(
    ("table", "columns", "says"),
    [
        (Opening, {"status": "paused"}, "not open any more"),
        (Opening, {"closes_on": "2026-01-01"}, "not open any more"),
        (Candidacy, {"status": "paused"}, "Only verified firms"),
        (Profile, {"verified_at": None}, "Only verified firms"),
    ],
)
def test_what_is_not_open_or_verified_is_refused(
    tender: Opening, team: Candidacy, table: Any, columns: dict[str, Any], says: str
) -> None:
    key = {Opening: tender.pk, Candidacy: team.pk, Profile: team.profile_id}[table]
    table.objects.filter(pk=key).update(**columns)
    with pytest.raises(RefusedError, match=says):
        make.an_answer(tender, team)
    assert not Answer.objects.exists()


def test_whoever_paused_offering_a_team_is_told_and_led_back(
    tender: Opening, team: Candidacy
) -> None:
    client = logged_in(make.acts_for(team.profile))
    page = client.get(url(tender))
    Candidacy.objects.filter(pk=team.pk).update(status="paused")
    assert "Agree, then answer" in text(client.get(url(tender), follow=True))
    late = client.post(url(tender), said(page))
    assert (late.status_code, Answer.objects.count()) == (409, 0)


@pytest.mark.parametrize("state", ["paused", "closed"])
def test_a_tender_that_closed_meanwhile_is_said_to_and_nothing_is_lost(
    tender: Opening, team: Candidacy, state: str
) -> None:
    client = logged_in(make.acts_for(team.profile))
    page = client.get(url(tender))
    Opening.objects.filter(pk=tender.pk).update(status=state)
    late = client.post(url(tender), said(page))
    assert late.status_code == 409
    assert "This tender is not open any more. Nothing was sent." in text(late)
    assert "We have built two payment platforms in Python." in text(late)
    assert "This tender is not open any more." in text(client.get(url(tender), follow=True))
    assert not Answer.objects.exists()


def test_of_ten_sent_at_once_by_one_firm_one_is_an_answer(transactional_db: None) -> None:
    tender, team = make.a_tender(), make.offers_a_team(make.a_local_firm())
    attempts = [partial(make.an_answer, tender, team, shares=Step.NAME)] * 10
    assert at_once(attempts) == {"done": 1, "refused": 9}
    assert Answer.objects.count() == Consent.objects.count() == 1


def test_the_page_costs_at_most_ten_queries(tender: Opening, team: Candidacy) -> None:
    assert queries(logged_in(make.acts_for(team.profile)), url(tender)) <= MOST


def test_an_awarded_tender_is_answered_no_more(tender: Opening, team: Candidacy) -> None:
    make.an_answer(tender, state="awarded")
    with pytest.raises(RefusedError, match="awarded already"):
        make.an_answer(tender, team)


@pytest.mark.parametrize(
    "told",
    [
        "Write to team@sindyan.ps.",
        "See https://sindyan.ps/work",
        "See www.sindyan.ps",
        "Our work: sindyan-softworks.com",
        "We are on linkedin.com/company/sindyan",
        "Our page is sindyan.io, and sindyan.net in Arabic",
        "Ask @sindyan",
        "Call +970 59 912 3456",
        "Call 0599123456",
        "اتصلوا على ٠٥٩٩١٢٣٤٥٦",
        "WhatsApp: wa.me/970599123456",
        "Call 02-295 12 34 5",
        "We are Sindyan Softworks.",
        "نحن SINDYAN softworks، فريق صغير",
    ],
)
def test_names_and_ways_to_reach_the_firm_are_refused_in_a_sentence(
    tender: Opening, team: Candidacy, told: str
) -> None:
    client = logged_in(make.acts_for(team.profile))
    page = client.post(url(tender), said(client.get(url(tender)), text=told))
    assert page.status_code == 422
    assert "they are shown when you choose. Nothing was sent." in text(page)
    assert page.context["form"]["text"].value() == told
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    "told",
    [
        "Node.js, Vue.js and ASP.NET since 2012; C++ and C# too.",
        "Ten people free from 2027-01-15 to 2027-06-30, later 25.",
        "Two platforms: 2019-2024, for USD 1,200,000 each.",
        "We work 9:00 to 17:00, e.g. with Socket.IO.",
        "VB.NET and ML.NET, from 15/01/2027-30/06/2027, drawn with draw.io.",
    ],
)
def test_names_of_technology_dates_and_amounts_are_not(told: str) -> None:
    assert not reaches(told)


def test_a_name_is_found_as_words_and_not_within_one() -> None:
    assert names("At SINDYAN, softworks for all", "Sindyan Softworks")
    assert not names("Sindyana Softworks", "Sindyan Softworks")
    assert not names("Anything", "")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"text": "x" * 1001}, "1 too many"),
        ({"text": " "}, "Say in a few sentences"),
        ({"starts_on": "2026-01-01"}, "This day is over"),
        ({"headcount": "0"}, "greater than or equal to 1"),
        ({"usd": "2500.5"}, "whole number"),
        ({"shares": "2"}, "not one of the available choices"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    tender: Opening, team: Candidacy, changed: dict[str, str], says: str
) -> None:
    client = logged_in(make.acts_for(team.profile))
    page = client.post(url(tender), said(client.get(url(tender)), **changed))
    assert page.status_code == 422
    assert says in text(page)
    assert not Answer.objects.exists()


def test_an_answer_keeps_the_language_it_was_written_in(tender: Opening, team: Candidacy) -> None:
    row = make.an_answer(tender, team, text="بنينا منصتين للدفع خلال ثلاث سنوات.")
    assert row.language == "ar"
