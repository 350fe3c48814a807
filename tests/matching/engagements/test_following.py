"""The page of an introduction says what came of it, and ending it says what ends too."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ledger.models import Event
from matching.engagements import closing
from matching.introductions.actions import lapse
from matching.introductions.models import Introduction
from profiles.models import Profile
from profiles.privacy.vanishing import vanish
from tests import make
from tests.reading import logged_in, text

pytestmark = pytest.mark.django_db


def read(profile: Profile, row: Introduction, **account: Any) -> Any:
    client = logged_in(make.acts_for(profile, **account))
    return client.get(reverse("introduction", args=[row.public_id]))


def follows(profile: Profile, row: Introduction, **account: Any) -> list[Any]:
    found: list[Any] = read(profile, row, **account).context["follows"]
    return found


def test_once_accepted_both_are_asked_what_came_of_it():
    row = make.an_introduction(state="accepted")
    for side in (row.asker, row.asked):
        (follow,) = follows(side, row)
        assert (follow.heading, follow.action) == ("What came of it?", "Record the hire")
        assert follow.url == reverse("begin-engagement", args=[row.public_id])


@pytest.mark.parametrize(
    "state", ["waiting", "declined", "withdrawn", "expired", "lapsed", "ended"]
)
def test_of_what_was_not_accepted_or_is_over_nothing_is_asked(state):
    row = make.an_introduction(state=state)
    assert follows(row.asker, row) == []


def test_whoever_only_reads_for_the_firm_or_lost_the_other_side_is_not_asked():
    row = make.an_introduction(state="accepted")
    assert follows(row.opening.owner, row, role="reader") == []
    make.excludes(row.candidacy.profile, row.opening.owner)
    assert follows(row.opening.owner, row) == []


def test_where_something_came_of_it_it_says_how_it_stands_and_whose_turn_it_is():
    row = make.an_introduction(state="accepted")
    found = make.an_engagement(row, state="stated")
    (theirs,), (ours,) = follows(found.candidate, row), follows(found.owner, row)
    assert (theirs.heading, theirs.action, theirs.is_first) == ("Hire", "See it", False)
    assert (ours.text, ours.action) == ("They recorded this. Is that so?", "Read and answer")
    assert ours.url == reverse("engagement", args=[found.public_id])


@pytest.mark.parametrize("state", ["completed", "ended"])
def test_what_is_over_is_still_told(state):
    row = make.an_introduction(state="accepted")
    make.an_engagement(row, state=state)
    (follow,) = follows(row.asker, row)
    assert follow.action == "See it"


def test_what_was_not_confirmed_may_be_recorded_again():
    row = make.an_introduction(state="accepted")
    make.an_engagement(row, state="dropped")
    (follow,) = follows(row.asker, row)
    assert follow.heading == "What came of it?"


@pytest.mark.parametrize("state", ["stated", "running"])
def test_whoever_ends_an_introduction_reads_first_that_what_came_of_it_ends_too(state):
    row = make.an_introduction(state="accepted")
    end = reverse("act-on-introduction", args=[row.public_id, "end"])
    client = logged_in(make.acts_for(row.asker))
    assert "What came of it ends with it" not in text(client.get(end))
    make.an_engagement(row, state=state)
    assert "What came of it ends with it, today: Hire." in text(client.get(end))


@pytest.mark.parametrize(("given", "kept"), [("no_fit", "no_fit"), ("done", "other")])
def test_it_ends_with_the_reason_that_was_given_and_nobody_is_called_gone(given, kept):
    row = make.an_introduction(state="accepted")
    found = make.an_engagement(row)
    end = reverse("act-on-introduction", args=[row.public_id, "end"])
    logged_in(make.acts_for(row.asker)).post(end, {"because": given})
    closing.of_introductions(list(Event.objects.filter(verb="introduction.ended")))
    found.refresh_from_db()
    assert (found.state, found.because) == ("ended", kept)


def test_where_somebody_vanished_it_ends_because_they_are_gone():
    row = make.an_introduction(state="accepted")
    found = make.an_engagement(row)
    vanish(user=make.acts_for(found.candidate))
    lapse(introduction=row)
    closing.of_introductions([Event.objects.get(verb="introduction.lapsed", subject_id=row.pk)])
    found.refresh_from_db()
    assert (found.state, found.because) == ("ended", "gone")


@pytest.mark.parametrize("state", ["stated", "running"])
@pytest.mark.parametrize("side", ["owner", "candidate"])
def test_the_page_of_the_introduction_still_takes_at_most_ten_queries(state, side):
    row = make.an_introduction(state="accepted")
    found = make.an_engagement(row, state=state)
    client = logged_in(make.acts_for(getattr(found, side)))
    address = reverse("introduction", args=[row.public_id])
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert len(queries) <= 10, [query["sql"][:200] for query in queries]
