"""What staff checked of a firm: written once, read until it is withdrawn, replaced or too old."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from ledger.models import Event
from profiles.firms.models import Vouch
from profiles.firms.vouching import UnfitVouchError, vouch, vouched_many, withdraw
from profiles.models import Profile
from tests import make
from tests.profiles.firms.checked import vouched

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-20 12:00:00Z", tick=False):
        yield


@pytest.fixture
def firm() -> Profile:
    return make.a_local_firm()


def checked(firm: Profile, fact: str = "staff", number: int | None = 23, on: date = TODAY) -> Vouch:
    return vouch(profile=firm, fact=fact, number=number, checked_on=on, by_id=None)


def told() -> list[tuple[str, dict[str, object]]]:
    events = Event.objects.filter(verb__in=("firm.vouched", "vouch.withdrawn")).order_by("pk")
    return list(events.values_list("verb", "codes"))


def test_each_fact_is_one_phrase_with_its_month(firm):
    checked(firm, "references", 1)
    checked(firm, "contracts", 7, date(2025, 3, 1))
    checked(firm)
    checked(firm, "registered", None)
    assert vouched(firm) == (
        "Registered, checked Nov 2026",
        "23 people employed, checked Nov 2026",
        "7 contracts delivered, checked Mar 2025",
        "1 reference spoken to, checked Nov 2026",
    )


def test_the_latest_check_of_a_fact_is_what_is_said(firm):
    checked(firm, number=30)
    checked(firm, number=12, on=TODAY - timedelta(days=40))
    assert vouched(firm) == ("30 people employed, checked Nov 2026",)
    checked(firm, number=31)
    assert vouched(firm) == ("31 people employed, checked Nov 2026",)


def test_what_was_withdrawn_says_nothing_and_what_it_replaced_does_not_come_back(firm):
    checked(firm, number=12, on=TODAY - timedelta(days=40))
    latest = checked(firm)
    for _ in range(2):
        withdraw(vouch=latest, by_id=None)
    assert vouched(firm) == ()
    assert told()[2:] == [("vouch.withdrawn", {"firm": firm.pk, "fact": "staff"})]


def test_what_was_checked_more_than_24_months_ago_is_not_shown(firm):
    checked(firm, on=date(2024, 11, 20))
    checked(firm, "contracts", 7, date(2024, 11, 18))
    assert vouched(firm) == ("23 people employed, checked Nov 2024",)


def test_said_twice_it_is_written_once_and_the_event_holds_codes_only(firm):
    staff = make.staff()
    for _ in range(2):
        vouch(profile=firm, fact="staff", number=23, checked_on=TODAY, by_id=staff.pk)
    assert Vouch.objects.get().by == staff
    assert told() == [("firm.vouched", {"fact": "staff"})]
    assert Event.objects.get(verb="firm.vouched").subject_id == firm.pk


def test_a_number_that_was_corrected_away_can_be_said_again_on_the_same_day(firm):
    checked(firm, number=10)
    withdraw(vouch=checked(firm, number=12), by_id=None)
    for _ in range(2):
        checked(firm, number=10)
    assert vouched(firm) == ("10 people employed, checked Nov 2026",)
    assert list(Vouch.objects.order_by("pk").values_list("number", flat=True)) == [10, 12, 10]


def test_said_again_after_another_number_it_is_what_is_said(firm):
    for number in (10, 12, 10):
        checked(firm, number=number)
    assert vouched(firm) == ("10 people employed, checked Nov 2026",)


def test_after_it_was_withdrawn_the_same_can_be_said_again(firm):
    withdraw(vouch=checked(firm), by_id=None)
    checked(firm)
    assert vouched(firm) == ("23 people employed, checked Nov 2026",)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"on": TODAY + timedelta(days=1)}, "That day is still to come"),
        ({"number": 0}, "Give the number that was counted"),
        ({"number": -3}, "Give the number that was counted"),
        ({"number": 100_001}, "Give the number that was counted"),
        ({"number": None}, "Give the number that was counted"),
        ({"fact": "registered", "number": 3}, "This fact has no number"),
    ],
)
def test_what_cannot_be_true_is_refused_in_a_sentence(firm, said, sentence):
    with pytest.raises(UnfitVouchError, match=sentence):
        checked(firm, **said)
    assert not Vouch.objects.exists()
    assert told() == []


def test_a_fact_that_nobody_knows_is_refused(firm):
    with pytest.raises(ValueError, match="charm"):
        checked(firm, "charm", 3)


@pytest.mark.parametrize(
    ("fact", "number"), [("registered", 3), ("staff", None), ("staff", 0), ("staff", 100_001)]
)
def test_the_database_refuses_a_number_that_does_not_belong(firm, fact, number):
    with pytest.raises(IntegrityError), transaction.atomic():
        Vouch.objects.create(firm=firm.firm, fact=fact, number=number, checked_on=TODAY)


def test_of_many_firms_they_are_read_in_one_query(django_assert_num_queries):
    firms = [make.a_local_firm() for _ in range(5)]
    for number, firm in enumerate(firms[1:], start=1):
        checked(firm, number=number)
    with django_assert_num_queries(1):
        found = vouched_many(firms)
    assert [len(found[firm.pk]) for firm in firms] == [0, 1, 1, 1, 1]


def test_in_arabic_it_is_said_in_arabic(firm):
    checked(firm)
    with translation.override("ar"):
        (phrase,) = vouched(firm)
    assert "تشرين الثاني 2026" in phrase


def page_for(reader: Profile | None, firm: Profile) -> str:
    client = Client()
    if reader:
        client.force_login(make.acts_for(reader))
    page = client.get(reverse("profile", args=[firm.public_id]))
    return page.content.decode() if page.status_code == 200 else ""


def test_whoever_reads_what_the_firm_can_do_reads_what_was_checked(firm):
    checked(firm, number=41)
    company = make.an_international_company()
    assert "41, checked Nov 2026" in page_for(company, firm)
    assert page_for(None, firm) == ""
    make.excludes(firm, company)
    assert page_for(company, firm) == ""


def test_a_match_says_it_of_the_firm(firm):
    checked(firm, number=41)
    company = make.an_international_company()
    tender, team = make.a_tender(company), make.offers_a_team(firm)
    client = Client()
    client.force_login(make.acts_for(company))
    page = client.get(reverse("match", args=[tender.public_id, team.public_id]))
    assert "41, checked Nov 2026" in page.content.decode()


def test_who_was_asked_reads_it_of_the_firm_that_asks(firm):
    checked(firm, number=41)
    graduate = make.a_graduate()
    job, search = make.a_job(firm), make.looks_for_a_job(graduate)
    row = make.an_introduction(job, search, asker=firm)
    client = Client()
    client.force_login(make.acts_for(graduate))
    for page in ("introduction", "opening"):
        public_id = row.public_id if page == "introduction" else job.public_id
        assert (
            "41, checked Nov 2026" in client.get(reverse(page, args=[public_id])).content.decode()
        )


def test_where_the_firm_is_only_an_alias_nothing_is_said(firm):
    """Whoever opens its job without being verified reads that somebody offers it, no more."""
    checked(firm, number=41)
    page = Client().get(reverse("opening", args=[make.a_job(firm).public_id]))
    assert firm.alias_code in page.content.decode()
    assert "checked Nov 2026" not in page.content.decode()
