"""Whoever is excluded loses what they were let read; whoever vanishes is only hidden."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ledger.models import Event
from matching.actions import exclude, meet_again, never_meet
from matching.models import Exclusion
from profiles.actions import consents, save_profile
from profiles.disclosure import disclose
from profiles.models import Consent, Profile
from profiles.privacy.actions import exclude_countries, exclude_names, exclude_sectors
from profiles.privacy.vanishing import come_back, vanish
from profiles.recognition import viewer_of
from profiles.steps import Step
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return make.a_graduate()


@pytest.fixture
def reader():
    return make.an_international_company(
        country="FR", sectors=["fintech"], legal_name="Lumenhaus GmbH"
    )


@pytest.fixture
def other():
    return make.an_international_company(country="SE", sectors=["health"], legal_name="Fjord")


def give(owner, *readers):
    until = timezone.localdate() + timedelta(days=30)
    for to in readers:
        consents.give(owner=owner, to=to, step=Step.NAME, purpose="hiring", until=until, by_id=None)


def standing(owner):
    return {row.to_id for row in Consent.objects.in_force().filter(owner=owner)}


def by_country(owner):
    exclude_countries(profile=owner, codes=["FR"], by_id=None)


def by_sector(owner):
    exclude_sectors(profile=owner, slugs=["fintech"], by_id=None)


def by_name(owner):
    exclude_names(profile=owner, names=["lumenhaus"], by_id=None)


def by_staff_in_the_admin(owner):
    owner.excluded_countries = ["FR"]
    save_profile(profile=owner, by_id=None)


@pytest.mark.parametrize("excludes", [by_country, by_sector, by_name, by_staff_in_the_admin])
def test_a_country_a_sector_or_a_name_ends_what_goes_there(excludes, owner, reader, other):
    give(owner, reader, other)
    excludes(owner)
    assert standing(owner) == {other.pk}
    assert Event.objects.filter(verb="consent.revoked").count() == 1


@pytest.mark.parametrize("reason", Exclusion.Reason)
def test_a_party_loses_it_whatever_the_reason(reason, owner, reader, other):
    give(owner, reader, other)
    exclude(a=owner, b=reader, reason=reason, by_id=None)
    assert standing(owner) == {other.pk}


def test_each_role_of_a_person_takes_its_own_back(owner, reader):
    mentor = make.a_mentor()
    user = make.acts_for(owner)
    Profile.objects.filter(pk=mentor.pk).update(user=user)
    give(owner, reader)
    give(mentor, reader)
    never_meet(profile=owner, other=reader, by_id=user.pk)
    assert not Consent.objects.in_force().exists()


def test_the_one_who_is_excluded_sees_no_sign_of_it_in_what_they_gave(owner, reader):
    """Their consent stands, opens nothing, and still does when they exclude somebody else."""
    give(reader, owner)
    exclude(a=owner, b=reader, reason=Exclusion.Reason.BLOCKED, by_id=None)
    exclude_countries(profile=reader, codes=["BR"], by_id=None)
    assert standing(reader) == {owner.pk}
    assert reader not in Profile.objects.visible_to(make.viewing_as(owner))


def test_what_others_exclude_ends_nothing_of_ones_own(owner, reader):
    give(owner, reader)
    exclude_countries(profile=reader, codes=["PS"], by_id=None)
    exclude_names(profile=owner, names=["Somebody else"], by_id=None)
    assert standing(owner) == {reader.pk}


def test_staff_who_set_two_apart_end_both(owner, reader):
    give(owner, reader)
    give(reader, owner)
    exclude(a=owner, b=reader, reason=Exclusion.Reason.STAFF, by_id=None)
    assert not Consent.objects.in_force().exists()


def test_to_meet_again_gives_nothing_back(owner, reader):
    give(owner, reader)
    never_meet(profile=owner, other=reader, by_id=None)
    meet_again(profile=owner, other=reader, by_id=None)
    assert standing(owner) == set()


def test_whoever_vanishes_is_hidden_and_reads_on_when_back(owner, reader):
    user = make.acts_for(owner)
    give(owner, reader)

    def name():
        return disclose(Profile.objects.get(pk=owner.pk), make.viewing_as(reader)).is_named

    vanish(user=user)
    assert not name()
    assert standing(owner) == {reader.pk}
    come_back(user=user)
    assert name()


def test_a_reader_who_vanished_reads_nothing_until_back(owner, reader):
    user = make.acts_for(reader)
    give(owner, reader)

    def name():
        return disclose(owner, viewer_of(user)).is_named

    vanish(user=user)
    assert not name()
    come_back(user=user)
    assert name()
