"""A consent is given to one counterparty, for a purpose, until a day, and may be revoked."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from ledger.models import Event
from profiles.actions import consents
from profiles.actions.consents import UnfitConsentError
from profiles.disclosure import disclose
from profiles.models import Consent, Profile
from profiles.steps import Step
from tests import make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def give(owner: Profile, to: Profile, step: Step = Step.CONTACT, days: int = 30) -> Consent:
    until = timezone.localdate() + days * DAY
    return consents.give(
        owner=owner, to=to, step=step, purpose="introduction", until=until, by_id=None
    )


def step(owner: Profile, reader: Profile) -> Step:
    return disclose(Profile.objects.get(pk=owner.pk), make.viewing_as(reader)).step


@pytest.fixture
def owner() -> Profile:
    return make.a_local_firm(email="office@firm.example")


@pytest.fixture
def reader() -> Profile:
    return make.an_international_company()


@pytest.mark.parametrize("given", [Step.NAME, Step.CONTACT])
def test_the_one_it_is_given_to_reads_that_far_and_nobody_else(owner, reader, given) -> None:
    give(owner, reader, given)
    card = disclose(owner, make.viewing_as(reader))
    assert (card.step, bool(card.email)) == (given, given == Step.CONTACT)
    assert card.is_named
    assert step(owner, make.an_international_company()) == Step.REGION
    assert disclose(reader, make.viewing_as(owner)).email == ""


def test_it_narrows_to_what_is_given_last_and_ends_when_revoked(owner, reader) -> None:
    give(owner, reader, Step.CONTACT)
    give(owner, reader, Step.NAME)
    assert step(owner, reader) == Step.NAME
    assert consents.revoke(owner=owner, to=reader, by_id=None)
    assert step(owner, reader) == Step.REGION
    assert not consents.revoke(owner=owner, to=reader, by_id=None)


def test_it_ends_by_itself_after_its_last_day(owner, reader) -> None:
    give(owner, reader, days=1)
    with time_machine.travel(timezone.now() + 2 * DAY):
        assert step(owner, reader) == Step.REGION


def test_a_profile_for_nobody_is_found_by_whom_it_consented_to() -> None:
    graduate, stranger = make.a_graduate(), make.an_investor()
    seen = Profile.objects.filter(pk=graduate.pk)
    assert not seen.visible_to(make.viewing_as(stranger))
    give(graduate, stranger, Step.CAPABILITY)
    assert seen.visible_to(make.viewing_as(stranger))
    assert step(graduate, stranger) == Step.CAPABILITY


def test_capability_alone_keeps_the_region_of_whoever_is_paused() -> None:
    paused, stranger = make.a_graduate(status="paused"), make.an_investor()
    for given, region in ((Step.CAPABILITY, ""), (Step.REGION, "Nablus, Palestine")):
        give(paused, stranger, given)
        card = disclose(paused, make.viewing_as(stranger))
        assert (card.headline, card.region) == (paused.headline, region)


def test_whoever_vanished_is_an_alias_to_them_too(owner, reader) -> None:
    give(owner, reader)
    Profile.objects.filter(pk=owner.pk).update(status="hidden")
    assert step(owner, reader) == Step.ALIAS
    assert not Profile.objects.filter(pk=owner.pk).visible_to(make.viewing_as(reader))


def test_whom_one_excludes_afterwards_finds_one_no_more(owner, reader) -> None:
    give(owner, reader)
    make.excludes(owner, reader, "blocked")
    assert not Profile.objects.filter(pk=owner.pk).visible_to(make.viewing_as(reader))


def test_each_is_an_event_without_a_word_of_text(owner, reader) -> None:
    given = give(owner, reader)
    consents.revoke(owner=owner, to=reader, by_id=None)
    rows = Event.objects.filter(subject_id=given.pk, subject_kind="profiles.consent")
    assert [row.verb for row in rows.order_by("pk")] == ["consent.given", "consent.revoked"]
    assert set(rows[0].codes) == {"owner", "to", "step", "purpose", "until"}


def test_said_twice_it_is_recorded_once(owner, reader) -> None:
    assert give(owner, reader) == give(owner, reader)
    assert Event.objects.filter(verb="consent.given").count() == 1


@pytest.mark.parametrize(("days", "words"), [(-1, "is over"), (367, "within a year")])
def test_a_day_out_of_reach_is_refused(owner, reader, days, words) -> None:
    with pytest.raises(UnfitConsentError, match=words):
        give(owner, reader, days=days)
    assert not Consent.objects.exists()
