"""What a consent alone made readable is noted when it is read, once a day for each who reads."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from ledger.models import Event
from profiles.actions import consents
from profiles.models import Profile
from profiles.recognition import viewer_of
from profiles.reveals import beginning_of_day, note_reveal
from profiles.steps import Step
from profiles.viewer import ANONYMOUS
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> Profile:
    return make.a_graduate(legal_name="Canary Name")


@pytest.fixture
def reader() -> Profile:
    return make.an_international_company()


def give(owner, reader, step=Step.NAME):
    until = timezone.localdate() + timedelta(days=30)
    return consents.give(
        owner=owner, to=reader, step=step, purpose="hiring", until=until, by_id=None
    )


def notes():
    return Event.objects.filter(verb="consent.read").order_by("pk")


def test_what_was_read_is_noted_with_ids_and_the_step_alone(owner, reader):
    given, user = give(owner, reader), make.acts_for(reader)
    note_reveal(owner, viewer_of(user))
    note = notes().get()
    assert (note.subject_kind, note.subject_id) == ("profiles.consent", given.pk)
    assert note.actor_id == user.pk
    assert note.codes == {"owner": owner.pk, "to": reader.pk, "step": Step.NAME}


def test_it_is_noted_once_a_day_for_each_who_reads(owner, reader):
    give(owner, reader)
    first, second = (make.acts_for(reader) for _ in range(2))
    for user in (first, first, second, first):
        note_reveal(owner, viewer_of(user))
    assert list(notes().values_list("actor_id", flat=True)) == [first.pk, second.pk]
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        note_reveal(owner, viewer_of(first))
    assert notes().count() == 3


@pytest.mark.parametrize(("zone", "began"), [("UTC", "25T00"), ("Asia/Hebron", "25T22")])
def test_the_day_is_that_of_the_owner(zone, began) -> None:
    with time_machine.travel("2026-11-25T22:30+00:00"):
        assert beginning_of_day(zone) == datetime.fromisoformat(f"2026-11-{began}:00+00:00")


@pytest.mark.parametrize("step", [Step.CAPABILITY, Step.REGION])
def test_what_others_like_them_read_too_is_no_reveal(owner, reader, step):
    give(owner, reader, step)
    note_reveal(owner, make.viewing_as(reader))
    assert not notes()


def test_a_profile_that_is_named_to_all_reveals_its_contact_only(reader):
    named = make.a_mentor(is_named=True)
    give(named, reader, Step.NAME)
    note_reveal(named, make.viewing_as(reader))
    assert not notes()
    give(named, reader, Step.CONTACT)
    note_reveal(named, make.viewing_as(reader))
    assert notes().get().codes["step"] == Step.CONTACT


def test_the_owner_a_stranger_staff_and_others_leave_no_note(owner, reader):
    give(owner, reader)
    staff = replace(make.viewing_as(reader), is_staff=True)
    others = make.viewing_as(make.an_international_company())
    for viewer in (make.viewing_as(owner), ANONYMOUS, staff, others):
        note_reveal(owner, viewer)
    assert not notes()


def test_of_two_consents_the_one_that_reaches_further_is_noted(owner):
    near, far = make.an_international_company(), make.a_mentor()
    give(owner, near, Step.NAME)
    given = give(owner, far, Step.CONTACT)
    user = make.acts_for(near)
    Profile.objects.filter(pk=far.pk).update(user=user)
    note_reveal(owner, viewer_of(user))
    assert notes().get().subject_id == given.pk
