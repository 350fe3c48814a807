"""Who never meets: in matches and in lists, for both sides, without a word."""

import pytest
from django.conf import settings

from matching import runs
from matching.lists import top_for
from matching.models import Candidacy, Opening, TopMatches
from profiles.models import Profile, User
from profiles.privacy.actions import exclude_names
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
    searches = [make.looks_for_a_job(make.a_graduate()) for _ in range(settings.MATCHES_STORED + 1)]
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


def test_an_excluded_sector_keeps_them_apart_whoever_excluded_it():
    job = make.a_job(make.an_international_company(sectors=["gaming"]))
    assert not meet(job, make.looks_for_a_job(make.a_graduate(excluded_sectors=["gaming"])))
    choosy = make.a_job(make.an_international_company(excluded_sectors=["health"]))
    assert not meet(choosy, make.looks_for_a_job(make.a_graduate(sectors=["health"])))


@pytest.mark.parametrize("fact", [{"country": "FR"}, {"sectors": ["gaming"]}])
def test_an_opening_in_an_excluded_place_or_sector_is_not_met_whoever_owns_it(fact):
    job = make.a_job(**fact)
    graduate = make.a_graduate(excluded_countries=["FR"], excluded_sectors=["gaming"])
    search = make.looks_for_a_job(graduate)
    assert not meet(job, search)
    assert job not in Opening.objects.visible_to(make.viewing_as(graduate))


def name_excluded(profile, name):
    exclude_names(profile=profile, names=[name], by_id=None)


@pytest.mark.parametrize(
    "typed", ["lumenhaus SYSTEMS", "Lumenhaus Systems GmbH", "Systems, Lumenhaus"]
)
def test_a_name_that_was_typed_keeps_them_apart_however_it_is_spelled(job, search, typed):
    name_excluded(search.profile, typed)
    assert not meet(job, search)


def test_an_owner_who_typed_the_name_of_a_candidate_does_not_meet_them(job, search):
    name_excluded(job.owner, "لينا حداد")
    assert meet(job, search)
    name_excluded(job.owner, "Lina Haddad")
    assert not meet(job, search)


def test_two_without_a_name_are_not_taken_for_one_another():
    job = make.a_job(make.an_international_company(legal_name=""))
    search = make.looks_for_a_job(make.a_graduate(legal_name="..."))
    name_excluded(search.profile, "...")
    assert meet(job, search)


BARRIERS = {
    "a country": lambda a, b: setattr(a, "excluded_countries", [str(b.country)]),
    "a sector": lambda a, b: setattr(a, "excluded_sectors", list(b.sectors)),
    "a name": lambda a, b: name_excluded(a, b.identity.legal_name),
    "the party": make.excludes,
}


@pytest.mark.parametrize("barrier", BARRIERS)
@pytest.mark.parametrize("asked_by", ["owner", "candidate"])
def test_a_stored_list_shows_no_excluded_pair_even_before_it_is_made_anew(barrier, asked_by):
    graduate = make.a_graduate(sectors=["health"])
    job, search = make.a_job(), make.looks_for_a_job(graduate)
    assert meet(job, search)
    owner, candidate = make.viewing_as(job.owner), make.viewing_as(graduate)
    staff = viewer_of(make.an_account(is_staff=True))
    a, b = (job.owner, graduate) if asked_by == "owner" else (graduate, job.owner)

    BARRIERS[barrier](a, b)
    a.save()

    job, search = Opening.objects.get(pk=job.pk), Candidacy.objects.get(pk=search.pk)
    owner, candidate = again(owner), again(candidate)
    assert (top_for(job, owner), top_for(search, candidate)) == ([], [])
    assert (top_for(job, staff), top_for(search, staff)) == ([], [])
    assert job not in Opening.objects.visible_to(candidate)
    assert search not in Candidacy.objects.visible_to(owner)
    assert graduate not in Profile.objects.visible_to(owner)
    assert job.owner not in Profile.objects.visible_to(candidate)


def again(viewer):
    """The next request of the same account."""
    return viewer_of(User.objects.get(pk=viewer.user_id))
