"""A request is told to the side that did not act, by names it may read, and to nobody else."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ledger.models import Event, Mail, Notification
from ledger.telling import tell
from matching.introductions import actions
from matching.introductions.models import Introduction
from matching.introductions.moves import MOVES
from matching.introductions.notices import TOLD, requests
from profiles.models import Identity, Profile
from profiles.privacy.vanishing import come_back, vanish
from profiles.steps import Step
from tests import make
from tests.matching.introductions.telling import a_pair, deliver, mails_to, told

pytestmark = pytest.mark.django_db
NAME = "Lina Khalil"
STATES = {
    "waiting": ({"introduction.asked"}, set()),
    "accepted": ({"introduction.asked"}, {"introduction.accepted"}),
    "declined": ({"introduction.asked"}, {"introduction.declined"}),
    "withdrawn": ({"introduction.asked", "introduction.withdrawn"}, set()),
    "expired": ({"introduction.asked"}, {"introduction.expired"}),
    "lapsed": ({"introduction.asked", "introduction.lapsed"}, {"introduction.lapsed"}),
}
"""What whoever was asked is told, and what whoever asked is, by the state that was reached."""


@pytest.mark.parametrize("state", STATES)
def test_each_side_is_told_what_the_other_did(state):
    job, search, owner, graduate = a_pair()
    make.an_introduction(job, search, state=state)
    of_asked, of_asker = STATES[state]
    assert set(told(owner)) == of_asked
    assert set(told(graduate)) == of_asker


def test_every_verb_of_the_table_is_told_in_words():
    verbs = {move.verb for move in MOVES.values()} | {actions.ASKED, actions.REMINDED}
    assert set(TOLD["requests"]) == set(requests.TO) == set(requests.WORDS) == verbs


def test_of_a_firm_those_who_may_write_for_it_are_told(db):
    job, search, owner, _ = a_pair()
    recruiter, reader = (make.acts_for(job.owner, role=role) for role in ("recruiter", "reader"))
    make.an_introduction(job, search)
    assert set(told(owner)) == set(told(recruiter)) == {"introduction.asked"}
    assert told(reader) == {}
    assert not mails_to(reader)


def test_colleagues_of_whoever_acted_are_not_told_what_their_own_side_did():
    job, search, owner, graduate = a_pair()
    colleague = make.acts_for(job.owner)
    row = make.an_introduction(job, search, state="accepted")
    actions.end(introduction=row, by=job.owner, because="done", by_id=owner.pk)
    assert "introduction.ended" in told(graduate)
    assert "introduction.ended" not in told(owner)
    assert "introduction.ended" not in told(colleague)


def test_what_is_asked_says_who_for_what_and_until_when_on_the_readers_clock():
    job, search, owner, _ = a_pair()
    owner.time_zone = "Europe/Berlin"
    owner.save()
    due = datetime(2030, 11, 28, 13, 10, tzinfo=ZoneInfo("UTC"))
    row = make.an_introduction(job, search, shares=Step.NAME, due_at=due)
    Identity.objects.filter(profile=search.profile).update(legal_name=NAME)
    line = told(owner)["introduction.asked"]
    assert line.text == f"{NAME} asks to meet you: Backend developer"
    assert line.more == "An answer is due by 28 Nov 2030, 14:10 in Berlin."
    assert line.url == f"/introductions/{row.public_id}/"


def test_whose_name_is_withheld_is_called_by_an_alias():
    job, search, owner, _ = a_pair()
    make.an_introduction(job, search, shares=Step.REGION)
    assert told(owner)["introduction.asked"].text.startswith("Graduate ")


def test_declined_it_is_the_alias_again_with_the_reason():
    job, search, _, graduate = a_pair()
    Profile.objects.filter(pk=job.owner_id).update(is_named=False)
    row = make.an_introduction(job, search, state="declined")
    line = told(graduate)["introduction.declined"]
    assert line.more == "The reason: No time at present."
    assert job.owner.identity.legal_name not in line.text
    assert line.url == f"/introductions/{row.public_id}/"


def test_without_an_answer_it_leads_to_where_the_next_choice_is_proposed():
    job, search, owner, _ = a_pair()
    row = make.an_introduction(job, search, asker=job.owner, state="expired")
    assert told(owner)["introduction.expired"].url == f"/introductions/{row.public_id}/"


def test_answered_nobody_is_reminded_any_more():
    job, search, owner, _ = a_pair()
    row = make.an_introduction(job, search)
    now = timezone.now() + timedelta(hours=25)
    assert actions.remind(introduction=row, now=now)
    assert "still waits" in told(owner)["introduction.reminded"].text
    actions.decline(introduction=row, by=row.asked, because="no_fit", by_id=None)
    lines = told(owner)
    assert "introduction.reminded" not in lines
    assert lines["introduction.asked"].more == "Declined"


def test_during_an_outage_the_line_says_that_the_clock_stands():
    job, search, owner, _ = a_pair()
    make.an_introduction(job, search, due_at=None)
    assert "stands still" in told(owner)["introduction.asked"].more


@pytest.mark.parametrize("why", ["vanished", "excludes", "is excluded", "country", "hidden"])
def test_whom_the_reader_may_not_know_any_more_has_no_line_and_no_mail(why):
    job, search, owner, graduate = a_pair()
    row = make.an_introduction(job, search)
    if why == "vanished":
        vanish(user=graduate)
    if why == "hidden":
        Profile.objects.filter(pk=search.profile_id).update(status="hidden")
    if why == "excludes":
        make.excludes(search.profile, job.owner)
    if why == "is excluded":
        make.excludes(job.owner, search.profile)
    if why == "country":
        Profile.objects.filter(pk=search.profile_id).update(
            excluded_countries=[str(job.owner.country)]
        )
    assert told(owner) == {}
    assert not mails_to(owner)
    assert row.pk


def test_whoever_comes_back_is_named_again():
    job, search, owner, graduate = a_pair()
    make.an_introduction(job, search)
    vanish(user=graduate)
    assert told(owner) == {}
    come_back(user=graduate)
    assert "introduction.asked" in told(owner)


def test_nobody_acts_for_whom_vanished_so_nobody_is_told():
    job, search, _, graduate = a_pair()
    make.an_introduction(job, search, asker=job.owner)
    vanish(user=graduate)
    deliver()
    assert not Notification.objects.of(graduate.pk).exists()


def test_mail_goes_out_at_once_for_requests_and_answers_and_says_nothing_in_its_subject():
    job, search, owner, graduate = a_pair()
    row = make.an_introduction(job, search)
    deliver()
    actions.accept(introduction=row, by=row.asked, shares=Step.NAME, by_id=None)
    deliver()
    for user, said in ((owner, "asks to meet you"), (graduate, " accepted: Backend developer")):
        (mail,) = mails_to(user)
        assert said in mail.text
        assert mail.subject == "Something in Silah waits for you"


def test_what_was_taken_back_waits_for_the_morning():
    job, search, owner, _ = a_pair()
    row = make.an_introduction(job, search)
    deliver()
    actions.withdraw(introduction=row, by=row.asker, by_id=None)
    deliver()
    assert len(mails_to(owner)) == 1
    assert Notification.objects.get(kind="introduction.withdrawn").mailed_at is None


def test_programme_staff_who_are_a_party_read_no_more_than_a_party():
    job, search, owner, _ = a_pair()
    owner.is_staff = True
    owner.save()
    make.an_introduction(job, search, shares=Step.REGION)
    deliver()
    legal_name = search.profile.identity.legal_name
    assert legal_name not in mails_to(owner)[0].text
    assert legal_name not in told(owner)["introduction.asked"].text


def test_an_arabic_reader_keeps_the_order_of_a_latin_title():
    job, search, owner, _ = a_pair("C++ developer")
    owner.language = "ar"
    owner.save()
    make.an_introduction(job, search)
    assert "\N{FIRST STRONG ISOLATE}C++ developer\N{POP DIRECTIONAL ISOLATE}" in (
        told(owner)["introduction.asked"].text
    )


def test_delivered_twice_each_is_told_and_mailed_once():
    job, search, owner, _ = a_pair()
    make.an_introduction(job, search)
    deliver()
    requests_told = Event.objects.filter(verb="introduction.asked")
    tell(list(requests_told))
    assert Notification.objects.of(owner.pk).count() == len(mails_to(owner)) == 1


def test_twenty_requests_on_a_page_cost_one_query_more_than_none(client: Client):
    job, _, owner, _ = a_pair()
    client.force_login(owner)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get("/notifications/").status_code == 200
        return len(found)

    none = queries()
    for _ in range(2):
        make.an_introduction(job, make.looks_for_a_job(make.a_graduate()))
    deliver()
    two = queries()
    for _ in range(18):
        make.an_introduction(job, make.looks_for_a_job(make.a_graduate()))
    deliver()
    assert queries() == two == none + 1
    assert Introduction.objects.count() == 20
    assert Mail.objects.filter(to=owner.email).exists()
