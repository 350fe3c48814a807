"""A role is taken once; what is opened is empty, unverified and nobody else's to see."""

import pytest

from profiles.firms.models import FirmMember
from profiles.joining import open_profile
from profiles.models import Profile
from profiles.recognition import viewer_of
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", Profile.Kind.values)
def test_opened_profile_is_unverified_and_seen_by_its_owner_only(kind, stranger):
    user = make.an_account()
    profile = open_profile(user=user, kind=kind)
    neighbour = make.viewing_as(make.an_international_company())

    assert not profile.is_verified
    assert profile in Profile.objects.visible_to(viewer_of(user))
    assert profile not in Profile.objects.visible_to(stranger)
    assert profile not in Profile.objects.visible_to(neighbour)


@pytest.mark.parametrize("kind", Profile.Kind.values)
def test_opened_profile_has_a_task_list_before_anything_is_said(kind, client):
    user = make.an_account()
    open_profile(user=user, kind=kind)
    client.force_login(user)
    assert client.get("/profile/").status_code == 200


def test_asked_twice_a_person_keeps_the_one_profile():
    user = make.an_account()
    assert open_profile(user=user, kind="mentor") == open_profile(user=user, kind="mentor")


def test_one_person_holds_several_roles():
    user = make.an_account()
    opened = {open_profile(user=user, kind=kind).pk for kind in ("mentor", "investor", "firm")}
    assert viewer_of(user).profile_ids == opened


def test_a_second_firm_is_opened_once_the_first_was_sent_in():
    user = make.an_account()
    first = open_profile(user=user, kind="firm")
    assert open_profile(user=user, kind="firm") == first
    Profile.objects.filter(pk=first.pk).update(submitted_at="2026-11-01T08:00Z")
    second = open_profile(user=user, kind="firm")
    assert second != first
    assert FirmMember.objects.filter(user=user, role="owner").count() == 2


def test_unknown_kind_names_those_there_are():
    with pytest.raises(LookupError, match="graduate, mentor, investor, firm"):
        open_profile(user=make.an_account(), kind="spy")


def test_one_acts_as_the_chosen_profile_and_never_as_another_s():
    user = make.an_account()
    mentor, investor = (open_profile(user=user, kind=kind) for kind in ("mentor", "investor"))
    other = make.a_mentor()
    assert viewer_of(user).acting_profile_id == mentor.pk
    assert viewer_of(user, acting=str(investor.public_id)).acting_profile_id == investor.pk
    assert viewer_of(user, acting=str(other.public_id)).acting_profile_id == mentor.pk
    assert viewer_of(user, acting="nonsense").acting_profile_id == mentor.pk
