"""A company reads an answer blind: nothing on its pages tells which firm sent it, until it may."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from matching.tenders import actions
from matching.tenders.models import Answer
from profiles.actions import consents
from profiles.firms.vouching import vouch
from profiles.models import Consent, Identity, Profile
from profiles.steps import Step
from tests import make
from tests.canary.planting import names, text_fields
from tests.reading import logged_in, text

pytestmark = pytest.mark.django_db


def a_firm(**facts: Any) -> Profile:
    """Publicly named, every text about it a canary."""
    firm = make.a_local_firm(
        is_named=True, headline="canaryheadline", about="canaryabout", team_size=23, **facts
    )
    said = {name: f"canary{name}" for name in names(text_fields(Identity))}
    Identity.objects.filter(profile=firm).update(**said)
    return Profile.objects.get(pk=firm.pk)


def pages(row: Answer, reader: Profile, role: str = "owner") -> str:
    """All that is there to read about an answer, in both languages; a reader is asked no act."""
    client = logged_in(make.acts_for(reader, role=role))
    board = reverse("tender-answers", args=[row.opening.public_id])
    one = reverse("answer", args=[row.public_id])
    acts = [f"{one}{name}/" for name in ("shortlist", "award", "decline") if role != "reader"]
    paths = [reverse("my-tenders"), f"{reverse('my-tenders')}?show=tenders", board, one, *acts]
    read = [client.get(f"{at}{path}", follow=True) for path in paths for at in ("", "/ar")]
    assert {page.status_code for page in read} == {200}
    return "".join(text(page) for page in read)


def tells(page: str, firm: Profile) -> list[str]:
    """What of these pages would lead to the firm."""
    year = str(firm.firm.founded_year)
    traces = ["canary", str(firm.public_id), firm.alias_code, "Nablus", "نابلس", year]
    return [trace for trace in traces if trace in page]


@pytest.fixture
def row() -> Answer:
    firm = a_firm(governorate="PS-NBS")
    return make.an_answer(make.a_tender(), make.offers_a_team(firm))


@pytest.mark.parametrize("role", ["owner", "recruiter", "reader"])
def test_nothing_tells_who_sent_it_also_where_the_firm_is_named_to_everyone(
    row: Answer, role: str
) -> None:
    client = logged_in(make.acts_for(row.owner, role=role))
    assert "canarylegal_name" in text(client.get(f"/profiles/{row.firm.public_id}/"))
    page = pages(row, row.owner, role)
    assert row.alias in page
    assert tells(page, row.firm) == []


@pytest.mark.parametrize("state", ["shortlisted", "declined", "withdrawn", "closed"])
def test_blind_it_stays_whatever_becomes_of_it_short_of_an_award(state: str) -> None:
    row = make.an_answer(make.a_tender(), make.offers_a_team(a_firm()), state=state)
    page = pages(row, row.owner)
    assert row.alias in page
    assert tells(page, row.firm) == []


def test_the_alias_is_made_of_the_answer_and_is_another_for_another_tender() -> None:
    company, team = make.an_international_company(), make.offers_a_team(a_firm())
    first, second = (make.an_answer(make.a_tender(company), team) for _ in range(2))
    assert first.alias != second.alias
    assert first.alias == f"Team {first.public_id.hex[:4].upper()}"


def test_capability_is_read_from_the_list_that_is_allowed(row: Answer) -> None:
    client = logged_in(make.acts_for(row.owner))
    page = text(client.get(reverse("answer", args=[row.public_id])))
    said = (row.alias, "10 to 49", "Python", "English", "Free at your working hours")
    assert [word for word in said if word not in page] == []
    assert "USD 2,500 a month per person" in page
    assert row.text in page


def test_what_staff_vouch_for_is_read_without_the_numbers_and_days_that_a_firms_own_page_has(
    row: Answer,
) -> None:
    today = timezone.localdate()
    for fact, number in (("registered", None), ("staff", 23), ("contracts", 17), ("references", 4)):
        vouch(profile=row.firm, fact=fact, number=number, checked_on=today, by_id=None)
    own = text(Client().get(reverse("profile", args=[row.firm.public_id])))
    assert "23, checked" in own
    page = pages(row, row.owner)
    for said in (
        "Registered",
        "10 to 49 employed",
        "at least 10 contracts delivered",
        "at least 3 references spoken to",
    ):
        assert said in page
    for tell in (
        "23 people",
        "23, checked",
        "17 contracts",
        "checked " + date_format(today, "YEAR_MONTH_FORMAT"),
    ):
        assert tell not in page
    assert tells(page, row.firm) == []


def test_whom_the_firm_gave_its_name_reads_it_and_no_contact() -> None:
    row = make.an_answer(make.a_tender(), make.offers_a_team(a_firm()), shares=Step.NAME)
    page = pages(row, row.owner)
    assert "canarylegal_name" in page
    assert "canaryemail" not in page


def test_with_contact_given_it_is_read_on_the_profile() -> None:
    row = make.an_answer(make.a_tender(), make.offers_a_team(a_firm()), shares=Step.CONTACT)
    assert Consent.objects.in_force().get().step == Step.CONTACT
    client = logged_in(make.acts_for(row.owner))
    assert "canaryemail" in text(client.get(f"/profiles/{row.firm.public_id}/"))


def test_a_name_given_to_another_company_of_the_same_reader_does_not_name_it(row: Answer) -> None:
    other = make.an_international_company()
    until = row.starts_on
    consents.give(
        owner=row.firm, to=other, step=Step.NAME, purpose="contract", until=until, by_id=None
    )
    user = make.acts_for(row.owner)
    other.firm.members.create(user=user, role="owner")
    page = logged_in(user).get(reverse("answer", args=[row.public_id]))
    assert tells(text(page), row.firm) == []


@pytest.mark.parametrize("end", ["withdraw", "decline", "close"])
def test_what_was_given_for_the_answer_alone_is_withheld_again(end: str) -> None:
    row = make.an_answer(make.a_tender(), make.offers_a_team(a_firm()), shares=Step.NAME)
    if end == "withdraw":
        actions.withdraw(answer=row, by=row.firm, by_id=None)
    elif end == "decline":
        actions.decline(answer=row, by=row.owner, because="rate", by_id=None)
    else:
        actions.close(answer=row, because="shut")
    assert not Consent.objects.in_force().exists()
    assert tells(pages(row, row.owner), row.firm) == []


def test_what_was_given_before_or_by_hand_since_is_not_taken_back() -> None:
    tender, team = make.a_tender(), make.offers_a_team(a_firm())
    give = {"owner": team.profile, "to": tender.owner, "purpose": "contract", "by_id": None}
    for step_before, step_since in ((Step.NAME, None), (None, Step.CONTACT)):
        row_of = {"step": step_before or step_since, "until": make.an_answer().starts_on}
        if step_before:
            consents.give(**give, **row_of)
        row = make.an_answer(tender, team, shares=Step.NAME)
        if step_since:
            consents.give(**give, **row_of)
        actions.withdraw(answer=row, by=row.firm, by_id=None)
        assert Consent.objects.in_force().get().step == row_of["step"]
        consents.revoke(owner=row.firm, to=row.owner, by_id=None)


def test_a_name_stays_as_long_as_another_answer_needs_it() -> None:
    company, team = make.an_international_company(), make.offers_a_team(a_firm())
    first, second = (
        make.an_answer(make.a_tender(company), team, shares=Step.NAME) for _ in range(2)
    )
    actions.withdraw(answer=first, by=first.firm, by_id=None)
    assert Consent.objects.in_force().get().step == Step.NAME
    actions.withdraw(answer=second, by=second.firm, by_id=None)
    assert not Consent.objects.in_force().exists()


def test_what_was_widened_for_a_later_answer_stays_as_long_as_the_first_needs_it() -> None:
    company, team = make.an_international_company(), make.offers_a_team(a_firm())
    first, wider = (
        make.an_answer(make.a_tender(company), team, shares=step)
        for step in (Step.NAME, Step.CONTACT)
    )
    actions.withdraw(answer=wider, by=wider.firm, by_id=None)
    assert "canarylegal_name" in pages(first, company)
    actions.withdraw(answer=first, by=first.firm, by_id=None)
    assert not Consent.objects.in_force().exists()


def test_by_default_nothing_is_given_and_what_is_known_is_not_offered_as_an_alias() -> None:
    tender, team = make.a_tender(), make.offers_a_team(a_firm())
    client = logged_in(make.acts_for(team.profile))
    url = reverse("answer-tender", args=[tender.public_id])
    shares = client.get(url).context["form"]["shares"]
    assert (shares.initial, [value for value, _ in shares.field.choices]) == (0, [0, 3, 4])
    consents.give(
        owner=team.profile, to=tender.owner, step=Step.NAME, purpose="contract",
        until=make.an_answer().starts_on, by_id=None,
    )  # fmt: skip
    shares = client.get(url).context["form"]["shares"]
    assert [value for value, _ in shares.field.choices] == [3, 4]


def test_staff_who_are_of_the_company_read_it_as_blind_as_it_does(row: Answer) -> None:
    staff = make.staff()
    row.owner.firm.members.create(user=staff, role="owner")
    client = logged_in(staff)
    for url in (
        reverse("tender-answers", args=[row.opening.public_id]),
        reverse("answer", args=[row.public_id]),
        reverse("act-on-answer", args=[row.public_id, "award"]),
    ):
        page = client.get(url)
        assert page.status_code == 200
        assert row.alias in text(page)
        assert tells(text(page), row.firm) == []
