"""Whom an account acts for, and for whom it may only read."""

import pytest

from profiles.models import Profile
from profiles.recognition import viewer_of
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("role", "may"), [("owner", 1), ("recruiter", 1), ("reader", 0)])
def test_readers_of_a_firm_do_not_speak_for_it(role: str, may: int) -> None:
    firm, user = make.a_local_firm(), make.an_account()
    firm.firm.members.create(user=user, role=role)
    firm.firm.members.create(user=make.an_account(), role="owner")
    viewer = viewer_of(user)
    assert viewer.profile_ids == {firm.pk}
    assert viewer.writes_for(firm.pk) == bool(may)


def test_a_person_speaks_for_the_own_profile_and_for_no_other() -> None:
    own, other = make.a_graduate(), make.a_graduate()
    viewer = viewer_of(make.acts_for(own))
    assert viewer.written_ids == {own.pk}
    assert not viewer.writes_for(other.pk)


def test_nobody_speaks_for_a_hidden_profile() -> None:
    own = make.a_graduate(status=Profile.Status.HIDDEN)
    viewer = viewer_of(make.acts_for(own))
    assert viewer.owns(own.pk)
    assert not viewer.writes_for(own.pk)


def test_the_person_of_a_firm_who_is_also_a_reader_of_it_speaks_for_it_once() -> None:
    firm, user = make.a_local_firm(), make.an_account()
    Profile.objects.filter(pk=firm.pk).update(user=user)
    firm.firm.members.create(user=user, role="reader")
    viewer = viewer_of(user)
    assert [role.profile_id for role in viewer.roles] == [firm.pk]
    assert viewer.written_ids == {firm.pk}
