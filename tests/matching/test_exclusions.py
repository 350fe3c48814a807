"""Who never meets: in matches and in lists, for both sides, without a word."""

import pytest

from matching import runs
from matching.models import Candidacy, Opening, TopMatches
from profiles.recognition import viewer_of
from tests import make

pytestmark = pytest.mark.django_db


def meet(opening, candidacy):
    runs.run(opening.pairing)
    there = TopMatches.objects.get(opening=opening).ids
    here = TopMatches.objects.get(candidacy=candidacy).ids
    assert (candidacy.pk in there) == (opening.pk in here)
    return candidacy.pk in there


@pytest.fixture
def job():
    return make.a_job()


@pytest.fixture
def search():
    return make.looks_for_a_job(make.a_graduate())


def test_two_who_suit_each_other_meet(job, search):
    assert meet(job, search)


def test_an_exclusion_by_either_side_keeps_them_apart(job, search):
    make.excludes(search.profile, job.owner)
    assert not meet(job, search)


def test_an_exclusion_by_the_owner_keeps_them_apart(job, search):
    make.excludes(job.owner, search.profile)
    assert not meet(job, search)


def test_an_excluded_country_keeps_them_apart(job):
    search = make.looks_for_a_job(make.a_graduate(excluded_countries=[str(job.owner.country)]))
    assert not meet(job, search)


def test_an_owner_who_excludes_a_country_does_not_meet_it():
    job = make.a_job(make.an_international_company(excluded_countries=["PS"]))
    assert not meet(job, make.looks_for_a_job(make.a_graduate(country="PS")))


def test_nobody_meets_oneself_in_another_role():
    graduate, mentor = make.a_graduate(), make.a_mentor()
    mentor.user = make.acts_for(graduate)
    mentor.save()
    assert not meet(make.a_mentoring_offer(mentor), make.looks_for_a_mentor(graduate))


def test_nobody_meets_ones_own_firm(search):
    job = make.a_job(make.a_local_firm())
    search.profile.user = make.acts_for(job.owner, role="reader")
    search.profile.save()
    assert not meet(job, search)


def test_a_firm_does_not_win_its_own_tender():
    firm = make.a_local_firm()
    assert not meet(make.a_tender(firm), make.offers_a_team(firm))


def test_two_firms_of_one_person_do_not_meet():
    buyer, seller = make.an_international_company(), make.a_local_firm()
    person = make.acts_for(buyer)
    seller.firm.members.create(user=person, role="owner")
    assert not meet(make.a_tender(buyer), make.offers_a_team(seller))


def test_an_exclusion_leaves_the_place_to_the_next(job):
    searches = [make.looks_for_a_job(make.a_graduate()) for _ in range(TopMatches.MOST + 1)]
    make.excludes(searches[0].profile, job.owner)
    runs.run("hiring")
    assert TopMatches.objects.get(opening=job).ids == [row.pk for row in searches[1:]]


def test_the_excluded_find_no_opening_and_no_candidacy(job, search):
    make.excludes(job.owner, search.profile)
    graduate = viewer_of(make.acts_for(search.profile))
    firm = viewer_of(make.acts_for(job.owner))
    assert job not in Opening.objects.visible_to(graduate)
    assert search not in Candidacy.objects.visible_to(firm)


def test_others_still_find_them(job, search):
    make.excludes(job.owner, search.profile)
    assert job in Opening.objects.visible_to(make.viewing_as(make.a_graduate()))
    assert search in Candidacy.objects.visible_to(make.viewing_as(make.a_diaspora_firm()))
