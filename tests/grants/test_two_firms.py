"""Of somebody who acts for two firms each check says what the firm says that it is about."""

import pytest
from django.test import Client
from django.urls import reverse

from grants.models import Check
from profiles.firms.models import FirmMember
from profiles.models import Profile
from tests import make
from tests.reading import logged_in, text

pytestmark = pytest.mark.django_db
ON_THE_JOB = "/grants/upskill-on-the-job/"
FROM_GAZA, FROM_THE_WEST_BANK = "Gaza, from your profile", "The West Bank, from your profile"


@pytest.fixture
def firms() -> tuple[Profile, Profile]:
    """The one that is acted as, and the other."""
    return make.a_local_firm(governorate="PS-RBH"), make.a_local_firm(governorate="PS-GZA")


@pytest.fixture
def member(firms: tuple[Profile, Profile]) -> Client:
    acted, other = firms
    user = make.acts_for(acted)
    FirmMember.objects.create(firm=other.firm, user=user, role=FirmMember.Role.OWNER)
    return logged_in(user)


def test_about_nothing_the_firm_that_is_acted_as_is_read(member):
    page = text(member.get(ON_THE_JOB))
    assert FROM_THE_WEST_BANK in page
    assert FROM_GAZA not in page


def test_an_opening_of_the_other_firm_is_read_with_that_firms_profile(firms, member):
    job = make.a_job(firms[1], seniority=3)
    page = text(member.get(f"{ON_THE_JOB}?for={job.public_id}"))
    assert "Advanced, from this opening" in page
    assert FROM_GAZA in page
    assert FROM_THE_WEST_BANK not in page
    assert FROM_THE_WEST_BANK in text(member.get(f"{ON_THE_JOB}?for=none"))


def test_a_hire_of_the_other_firm_is_read_with_that_firms_profile(firms, member):
    talk = make.an_introduction(make.a_job(firms[1]), state="accepted")
    hire = make.an_engagement(talk, hours=40)
    page = text(member.get(f"{ON_THE_JOB}?for={hire.public_id}"))
    assert "Full-time, a short term included, from what both sides confirmed" in page
    assert FROM_GAZA in page
    assert FROM_THE_WEST_BANK not in page


def test_a_contract_that_the_other_firm_won_is_read_with_that_firms_profile(firms, member):
    talk = make.an_introduction(make.a_tender(), make.offers_a_team(firms[1]), state="accepted")
    won = make.an_engagement(talk)
    page = text(member.get(f"{ON_THE_JOB}?for={won.public_id}"))
    assert FROM_GAZA in page
    assert FROM_THE_WEST_BANK not in page


def test_a_raise_of_the_other_firm_is_read_with_that_firms_profile(firms):
    startup = make.a_startup(governorate="PS-GZA")
    user = make.acts_for(firms[0])
    FirmMember.objects.create(firm=startup.firm, user=user, role=FirmMember.Role.OWNER)
    raised = make.raises(startup)
    url = reverse("grant", args=["ipsd-nexus"])
    page = text(logged_in(user).get(f"{url}?for={raised.public_id}"))
    assert "A startup in technology, or one that technology enables, from your profile" in page
    assert FROM_GAZA in page
    assert FROM_THE_WEST_BANK not in page


def test_a_copy_is_of_the_firm_that_it_is_about_and_another_firms_is_another_copy(firms, member):
    acted, other = firms
    member.post(f"{ON_THE_JOB}keep/")
    assert Check.objects.get().profile_id == acted.pk
    job = make.a_job(other, seniority=3)
    member.get(f"{ON_THE_JOB}?for={job.public_id}")
    member.post(f"{ON_THE_JOB}keep/")
    assert Check.objects.latest("pk").profile_id == other.pk


def test_what_two_firms_say_alike_is_kept_for_each(firms, member):
    acted, other = firms
    Profile.objects.filter(pk=other.pk).update(governorate=acted.governorate)
    for profile in firms:
        member.post("/profile/roles/act/", {"profile": profile.public_id, "next": "/"})
        for _ in range(2):
            member.post(f"{ON_THE_JOB}keep/")
    kept = Check.objects.order_by("pk")
    assert [check.profile_id for check in kept] == [acted.pk, other.pk]
    assert kept[0].facts == kept[1].facts
