"""One engagement as either side reads it, and what nobody else does."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ledger.models import Event
from matching.engagements import actions
from matching.engagements.models import Engagement
from matching.engagements.outcomes.registry import all_outcomes
from profiles.models import Profile
from profiles.privacy.vanishing import vanish
from profiles.steps import Step
from tests import make
from tests.reading import logged_in, queries, text
from tests.standing import standing

pytestmark = pytest.mark.django_db
ACTS = ("confirm", "refuse", "withdraw", "change", "complete", "end")


def url(row: Engagement, act: str = "") -> str:
    if act:
        return reverse("act-on-engagement", args=[row.public_id, act])
    return reverse("engagement", args=[row.public_id])


def read(profile: Profile, row: Engagement, **account: Any) -> Any:
    return logged_in(make.acts_for(profile, **account)).get(url(row))


def labels(page: Any) -> list[str]:
    found = [*page.context.get("answers", []), *page.context.get("actions", [])]
    return [action.label for action in found]


@pytest.fixture(scope="module")
def _there(django_db_setup, django_db_blocker):
    with standing(django_db_blocker):
        yield make.an_engagement().pk, make.an_engagement(state="stated").pk


@pytest.fixture
def row(db, _there):
    return Engagement.objects.get(pk=_there[0])


@pytest.fixture
def stated(db, _there):
    return Engagement.objects.get(pk=_there[1])


def test_each_side_reads_where_it_stands_and_may_do_what_the_table_says(stated):
    stater, other = read(stated.candidate, stated), read(stated.owner, stated)
    assert stater.context["heading"] == "You recorded this, and wait for their word"
    assert other.context["heading"] == "They recorded this. Is that so?"
    assert labels(stater) == ["Take it back"]
    assert labels(other) == ["Confirm", "It is not so"]
    assert "13 days left" in text(other)


def test_until_when_a_word_is_due_is_said_on_the_readers_clock(stated):
    due = stated.agreements.get().due_at.astimezone(timezone.get_fixed_timezone(120))
    page = text(read(stated.owner, stated, time_zone="Africa/Johannesburg"))
    assert f"{due:%H:%M} in Johannesburg" in page


def test_what_runs_may_be_changed_completed_and_ended_by_both(row):
    for side in (row.owner, row.candidate):
        page = read(side, row)
        assert page.context["heading"].startswith("Running since")
        assert labels(page) == ["Record a change", "It is completed", "End it early"]


def test_before_its_first_day_nobody_is_offered_to_complete_it():
    row = make.an_engagement(from_on=timezone.localdate() + timedelta(days=20))
    page = read(row.owner, row)
    assert page.context["heading"].startswith("Agreed on: it begins on")
    assert labels(page) == ["Record a change", "End it early"]


def test_terms_of_a_later_day_are_read_as_holding_from_that_day_on():
    row = make.an_engagement(usd_from=900, usd=1200)
    make.states(row, row.owner, usd=1900, from_on=timezone.localdate() + timedelta(days=30))
    actions.confirm(engagement=row, by=row.candidate, by_id=None)
    assert pay_now(row) == "USD 900 to 1,200"
    row.agreements.filter(kind="change").update(from_on=timezone.localdate())
    assert pay_now(row) == "USD 900 to 1,900"


def pay_now(row: Engagement) -> str:
    return dict(read(row.owner, row).context["holds"].facts)["Pay a month"]


def test_a_stage_of_a_later_day_is_not_said_before_it():
    talk = make.an_introduction(make.a_mandate(), state="accepted")
    row = make.an_engagement(talk)
    later = timezone.localdate() + timedelta(days=30)
    make.states(row, row.owner, stage="invested", from_on=later)
    actions.confirm(engagement=row, by=row.candidate, by_id=None)
    assert read(row.owner, row).context["heading"].startswith("Committed since")


def test_a_change_is_read_beside_what_holds_and_only_where_it_differs():
    row = make.an_engagement(usd_from=900, usd=1200, hours=40)
    make.states(row, row.candidate, usd_from=1000, usd=1400)
    page = read(row.owner, row)
    assert page.context["heading"] == "They recorded a change. Is that so?"
    (changed,) = page.context["stated"].rows
    assert [cell["text"] for cell in changed] == [
        "Pay a month", "USD 900 to 1,200", "USD 1,000 to 1,400",
    ]  # fmt: skip
    assert ("Hours a week", "40") in page.context["holds"].facts
    assert ("Pay a month", "USD 900 to 1,200") in page.context["holds"].facts


@pytest.mark.parametrize(
    ("state", "heading", "says"),
    [
        ("completed", "Completed on", "They confirmed that it is completed"),
        ("ended", "Ended early on", "The reason: No time any more."),
        ("dropped", "It was not confirmed", "They say that it is not so."),
    ],
)
def test_what_is_over_says_how_and_offers_nothing(state, heading, says):
    row = make.an_engagement(state=state)
    page = read(row.candidate, row)
    assert page.context["heading"].startswith(heading)
    assert says in text(page)
    assert labels(page) == []


def test_the_completion_waits_with_its_day(row):
    said = actions.Said(row.public_id, timezone.localdate())
    actions.complete(engagement=row, by=row.owner, said=said, by_id=None)
    page = read(row.candidate, row)
    assert page.context["heading"] == "They say that it is completed. Is that so?"
    assert [label for label, _ in page.context["stated"].facts] == ["Last day"]


def test_growth_is_drawn_and_all_that_was_recorded_stands_in_a_table():
    row = make.an_engagement(
        make.an_introduction(make.a_tender(), state="accepted"), usd=10_000, headcount=4
    )
    assert read(row.owner, row).context["growth"] == []
    make.states(row, row.owner, usd=40_000, headcount=16)
    actions.confirm(engagement=row, by=row.candidate, by_id=None)
    make.states(row, row.owner, usd=90_000)
    page = read(row.candidate, row)
    assert [(step.amount, step.people, step.parts) for step in page.context["growth"]] == [
        ("USD 10,000", "4 people", ((1000, 250),)),
        ("USD 40,000", "16 people", ((1000, 1000),)),
    ]
    assert [label for label, _ in page.context["series"].columns] == [
        "From", "About", "Value a month", "People", "State",
    ]  # fmt: skip
    states = [line[-1]["text"] for line in page.context["series"].rows]
    assert states == ["Confirmed", "Confirmed", "Waits to be confirmed"]
    assert {line[-1]["hint"] for line in page.context["series"].rows[1:]} == {"recorded by them"}


def test_both_sides_read_one_timeline_in_their_own_words(row):
    for side, said in (
        (row.candidate, ["You recorded it", "They confirmed it"]),
        (row.owner, ["They recorded it", "You confirmed it"]),
    ):
        assert [each.text for each in read(side, row).context["timeline"]] == said


def test_every_verb_that_is_recorded_has_words_in_the_timeline(row):
    actions.end(engagement=row, by=row.owner, because="money", on=timezone.localdate(), by_id=None)
    verbs = Event.objects.filter(subject_id=row.pk, subject_kind="engagements.engagement")
    page = read(row.candidate, row)
    assert len(page.context["timeline"]) == verbs.count()
    assert page.context["timeline"][-1].text == (
        "They ended it early: The money ended or was not paid"
    )


@pytest.mark.parametrize("act", ["", *ACTS])
def test_strangers_outsiders_and_staff_find_nothing(stated, act):
    assert Client().get(url(stated, act)).status_code == 302
    for account in (make.acts_for(make.a_graduate()), make.staff()):
        client = logged_in(account)
        assert client.get(url(stated, act)).status_code == 404
        if act:
            assert client.post(url(stated, act), {"because": "money"}).status_code == 404
    stated.refresh_from_db()
    assert stated.state == "stated"


def test_whoever_only_reads_for_a_firm_reads_it_and_does_nothing(stated):
    client = logged_in(make.acts_for(stated.owner, role="reader"))
    assert labels(client.get(url(stated))) == []
    said = {"statement": stated.agreements.get().public_id}
    assert client.post(url(stated, "confirm"), said).status_code == 404
    assert client.get(url(stated, "confirm")).status_code == 404


def test_an_act_that_there_is_not_is_not_found(row):
    client = logged_in(make.acts_for(row.owner))
    for name in ("expire", "lapse", "nonsense"):
        assert client.get(url(row, name)).status_code == 404


def test_the_goals_of_mentoring_are_read_by_the_two():
    offer = make.a_mentoring_offer()
    row = make.an_engagement(
        make.an_introduction(offer, state="accepted"), text="Canary <b>goals</b>"
    )
    for side in (row.owner, row.candidate):
        assert "Canary &lt;b&gt;goals&lt;/b&gt;" in text(read(side, row))


@pytest.mark.parametrize("happens", ["vanishes", "is excluded"])
def test_whoever_is_gone_or_apart_is_an_alias(happens):
    row = make.an_engagement(make.an_introduction(state="accepted", shares=Step.CONTACT))
    name = row.candidate.identity.legal_name
    assert name in text(read(row.owner, row))
    if happens == "vanishes":
        vanish(user=make.acts_for(row.candidate))
    else:
        make.excludes(row.candidate, row.owner)
    page = text(read(row.owner, row))
    assert name not in page
    assert row.candidate.alias_code in page
    assert "What they may read of you" not in page


def test_it_leads_to_the_introduction_its_messages_and_what_they_may_read(row):
    introduction = row.introduction
    urls = [link.url for link in read(row.candidate, row).context["links"]]
    assert urls == [
        reverse("introduction", args=[introduction.public_id]),
        reverse("messages", args=[introduction.public_id]),
        reverse("consent", args=[row.candidate.public_id, row.owner.public_id]),
    ]
    client = logged_in(make.acts_for(row.candidate))
    assert [client.get(each).status_code for each in urls] == [200, 200, 200]


def test_whoever_does_not_decide_for_the_firm_has_no_way_to_its_consents(row):
    recruiter = read(row.owner, row, role="recruiter").context["links"]
    assert len(recruiter) == 2
    assert len(read(row.owner, row).context["links"]) == 3


def test_whoever_reads_more_by_consent_leaves_a_note_for_the_owner():
    row = make.an_engagement(make.an_introduction(state="accepted", shares=Step.CONTACT))
    for _twice in range(2):
        read(row.owner, row)
    assert Event.objects.filter(verb="consent.read", codes__owner=row.candidate_id).exists()


@pytest.mark.parametrize("pairing", list(all_outcomes()))
def test_the_page_takes_at_most_ten_queries_for_two_agreements_and_for_twenty(pairing):
    row = make.an_engagement(make.an_introduction(make.an_opening(pairing), state="accepted"))
    clients = [logged_in(make.acts_for(side)) for side in (row.owner, row.candidate)]

    def counted() -> list[int]:
        return [queries(client, url(row)) for client in clients]

    confirm_changes(row, 1)
    of_two = counted()
    confirm_changes(row, 18)
    of_twenty = counted()
    make.states(row, row.owner, usd=77_000)
    with_one_that_waits = counted()
    assert of_two == of_twenty == with_one_that_waits
    assert max(of_two) <= 10


def confirm_changes(row: Engagement, times: int) -> None:
    for _ in range(times):
        make.states(row, row.owner, usd=50_000 + row.agreements.count())
        actions.confirm(engagement=row, by=row.candidate, by_id=None)


def test_the_arabic_page_is_read_from_the_right(stated):
    page = logged_in(make.acts_for(stated.owner)).get(f"/ar{url(stated)}").content.decode()
    assert 'dir="rtl"' in page
