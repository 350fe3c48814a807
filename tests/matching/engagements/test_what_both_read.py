"""What the two read of each other while something comes of it, and for how long."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from matching.engagements import actions
from matching.engagements.models import Engagement
from matching.introductions import actions as introductions
from profiles.actions import consents
from profiles.models import Consent, Profile
from profiles.steps import Step
from tests import make

pytestmark = pytest.mark.django_db


def test_what_both_read_of_each_other_holds_for_what_came_of_it():
    row = make.an_introduction(state="accepted", shares=Step.NAME)
    found = make.an_engagement(row)
    given = Consent.objects.in_force().values_list("owner", "step", "purpose")
    assert set(given) == {(found.owner_id, 3, "hiring"), (found.candidate_id, 3, "hiring")}


OBSERVES = {"stage": "observing", "usd": None, "instrument": ""}


def observed() -> Engagement:
    """What an investor alone says of a talk in which both read the other by name."""
    row = make.an_introduction(make.a_mandate(), state="accepted", shares=Step.NAME)
    return make.an_engagement(row, by=row.opening.owner, **OBSERVES)


def given(by: Profile) -> list[tuple[str, date]]:
    return list(Consent.objects.in_force().filter(owner=by).values_list("purpose", "until"))


def test_what_an_investor_says_alone_lets_them_read_the_founder_no_longer_than_the_talk():
    found = observed()
    for side in (found.owner, found.candidate):
        assert given(side) == [("introduction", timezone.localdate() + consents.USUAL)]
    make.states(found, found.owner, stage="considering")
    assert given(found.candidate) == [("introduction", timezone.localdate() + consents.USUAL)]
    introductions.lapse(introduction=found.introduction)
    assert given(found.owner) == given(found.candidate) == []


def test_from_the_first_terms_that_both_said_they_read_each_other_for_a_year():
    found = observed()
    make.states(found, found.owner, stage="committed", usd=20_000, instrument="safe")
    assert given(found.candidate) == [("introduction", timezone.localdate() + consents.USUAL)]
    actions.confirm(engagement=found, by=found.candidate, by_id=None)
    for side in (found.owner, found.candidate):
        assert given(side) == [("investment", timezone.localdate() + consents.LONGEST)]


def test_what_was_narrowed_since_both_said_so_is_not_widened_by_a_further_change():
    found = observed()
    make.states(found, found.owner, stage="committed", usd=20_000, instrument="safe")
    actions.confirm(engagement=found, by=found.candidate, by_id=None)
    until = timezone.localdate() + timedelta(days=5)
    Consent.objects.in_force().update(purpose="introduction", until=until)
    make.states(found, found.owner, stage="invested", usd=20_000)
    actions.confirm(engagement=found, by=found.candidate, by_id=None)
    assert given(found.candidate) == [("introduction", until)]
