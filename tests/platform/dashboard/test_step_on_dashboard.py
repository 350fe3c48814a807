"""The next step on the dashboard: said once, set aside without a word, never sent to anybody."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ledger import notices, tasks
from ledger.models import Event, Mail, Notification, Outbox
from matching.engagements.models import Engagement, RestingStep
from tests import make
from tests.platform.dashboard.reading import PAGE
from tests.reading import logged_in

pytestmark = pytest.mark.django_db
HEADING = "What may come next"


def has_mentored(mentor=None):
    """Three months ago somebody began to be mentored; a startup raises, an intern is there."""
    row = make.an_introduction(make.a_mentoring_offer(mentor), state="accepted")
    began_on = timezone.localdate() - timedelta(days=90)
    found = make.an_engagement(row)
    Engagement.objects.filter(pk=found.pk).update(began_on=began_on)
    make.raises(make.a_startup())
    make.looks_for_a_placement(make.a_graduate())
    return found


def test_a_mentor_reads_what_was_done_one_step_and_one_link():
    client = logged_in(make.acts_for(has_mentored().owner))
    page = client.get(PAGE).content.decode()
    assert page.count(HEADING) == 1
    assert "You have mentored somebody." in page
    assert "Invest beside others" in page
    assert '<a href="/profile/roles/">Add the role of an investor</a>' in page
    assert "Host an intern" not in page


def test_with_a_company_the_step_leads_to_its_opening():
    mentor = has_mentored().owner
    user = make.acts_for(mentor)
    firm = make.a_diaspora_firm()
    firm.firm.members.create(user=user, role="owner")
    page = logged_in(user).get(PAGE).content.decode()
    assert '<a href="/openings/new/internships/">Offer an internship</a>' in page


def test_not_now_is_silent_and_rests_it():
    user = make.acts_for(has_mentored().owner)
    client = logged_in(user)
    for _ in range(2):
        answer = client.post("/dashboard/steps/invest/not-now/")
        assert answer.url == PAGE
    page = client.get(PAGE)
    assert HEADING not in page.content.decode()
    assert not list(page.context["messages"])
    assert RestingStep.objects.get().user == user


def test_nobody_is_ever_told_of_a_step():
    user = make.acts_for(has_mentored().owner)
    client = logged_in(user)
    for row in Outbox.objects.filter(handler=notices.TELL):
        tasks.deliver(row.pk)
    before = Notification.objects.count(), Mail.objects.count()
    client.get(PAGE)
    client.post("/dashboard/steps/invest/not-now/")
    assert not Outbox.objects.filter(event__verb__startswith="ladder.").exists()
    assert (Notification.objects.count(), Mail.objects.count()) == before
    assert Event.objects.get(verb="ladder.rested").codes == {"rung": "invest"}


def test_one_sets_aside_ones_own_step_alone_and_only_one_that_there_is():
    has_mentored()
    assert Client().post("/dashboard/steps/invest/not-now/").status_code == 302
    client = logged_in(make.acts_for(make.a_graduate()))
    for slug in ("mentor", "everything"):
        assert client.post(f"/dashboard/steps/{slug}/not-now/").status_code == 404
    assert client.get("/dashboard/steps/invest/not-now/").status_code == 405
    assert not RestingStep.objects.exists()


def test_graduates_local_firms_and_readers_of_a_firm_read_of_no_step():
    user = make.acts_for(has_mentored().owner)
    graduate = make.a_graduate(user=user)
    client = logged_in(user)
    session = client.session
    session["acting"] = str(graduate.public_id)
    session.save()
    assert HEADING not in client.get(PAGE).content.decode()
    for profile in (make.a_graduate(), make.a_local_firm(), make.a_startup()):
        assert HEADING not in logged_in(make.acts_for(profile)).get(PAGE).content.decode()
    firm = make.a_diaspora_firm()
    make.an_engagement(make.an_introduction(make.a_placement(firm), state="accepted"))
    Engagement.objects.update(began_on=timezone.localdate() - timedelta(days=90))
    make.offers_a_team(make.a_local_firm())
    assert HEADING in logged_in(make.acts_for(firm)).get(PAGE).content.decode()
    reader = logged_in(make.acts_for(firm, role="reader"))
    assert HEADING not in reader.get(PAGE).content.decode()


def test_whoever_has_just_joined_reads_of_no_step():
    make.raises(make.a_startup())
    for profile in (make.a_mentor(), make.a_diaspora_firm(), make.an_investor()):
        assert HEADING not in logged_in(make.acts_for(profile)).get(PAGE).content.decode()


def test_it_costs_no_query_of_its_own_and_graduates_not_even_a_column():
    client = logged_in(make.acts_for(has_mentored().owner))
    client.get(PAGE)
    with CaptureQueriesContext(connection) as queries:
        assert HEADING in client.get(PAGE).content.decode()
    (told,) = [query["sql"] for query in queries if "restingstep" in query["sql"]]
    assert told.startswith('SELECT "profiles_profile"."id"')
    assert len(queries) <= 10
    client = logged_in(make.acts_for(make.a_graduate()))
    with CaptureQueriesContext(connection) as queries:
        client.get(PAGE)
    assert not [query for query in queries if "restingstep" in query["sql"]]
