"""Whoever was saved gets fresh matches, in the pairings that read what was saved."""

import pytest

from ledger.tasks import sweep_outbox
from matching import runs
from matching.models import TopMatches
from profiles.actions import save_profile, set_answering, set_skills
from profiles.models import Profile, Skill
from profiles.privacy.actions import exclude_countries, exclude_names, pause, resume
from profiles.privacy.vanishing import come_back, vanish
from tests import make

pytestmark = pytest.mark.django_db


def know(profile: Profile, slug: str) -> None:
    set_skills(profile=profile, levels={Skill.objects.get(slug=slug): 3}, by_id=None)


def scored() -> set[str]:
    """Deliver what is owed and say which pairings were scored, where nothing was before."""
    sweep_outbox()
    return set(TopMatches.objects.values_list("pairing", flat=True))


@pytest.fixture
def graduate() -> Profile:
    graduate = make.a_graduate()
    make.looks_for_a_job(graduate)
    make.looks_for_a_placement(graduate)
    make.looks_for_a_mentor(graduate)
    return graduate


def test_saved_graduate_is_scored_in_every_pairing(graduate: Profile) -> None:
    save_profile(profile=graduate, by_id=None)
    assert scored() == {"hiring", "internships", "mentorship"}


def test_skills_of_a_graduate_count_where_the_other_side_asks_for_them(graduate: Profile) -> None:
    know(graduate, "python")
    assert scored() == {"hiring", "internships"}


def test_skills_saved_beside_other_facts_hide_none_of_these(graduate: Profile) -> None:
    know(graduate, "python")
    save_profile(profile=graduate, by_id=None)
    assert scored() == {"hiring", "internships", "mentorship"}


def test_how_somebody_answers_is_scored_in_every_pairing(graduate: Profile) -> None:
    set_answering(profile=graduate, answers=Profile.Answering.SELDOM)
    assert scored() == {"hiring", "internships", "mentorship"}


def test_an_answering_that_is_no_news_is_scored_nowhere(graduate: Profile) -> None:
    set_answering(profile=graduate, answers=None)
    assert scored() == set()


def test_what_an_investor_funded_is_scored_where_it_tells_something_new() -> None:
    mandate = make.a_mandate()
    make.has_funded(mandate.owner)
    make.has_funded(mandate.owner, stage="growth", sectors=["health"])
    assert scored() == set()
    make.has_funded(mandate.owner)
    assert scored() == {"investing"}


def test_skills_of_a_mentor_count_in_the_own_offer() -> None:
    offer = make.a_mentoring_offer()
    know(offer.owner, "python")
    assert scored() == {"mentorship"}


def test_skills_of_a_firm_are_not_read_for_its_jobs() -> None:
    job = make.a_job()
    know(job.owner, "python")
    assert scored() == set()


def test_skills_of_an_investor_are_not_read_for_the_mandate() -> None:
    mandate = make.a_mandate()
    know(mandate.owner, "python")
    assert scored() == set()


def test_exclusions_pauses_and_vanishing_are_scored_at_once(graduate: Profile) -> None:
    job = make.a_job()
    runs.run("hiring")
    assert TopMatches.objects.get(opening=job).ids
    for change, back in CHANGES:
        change(graduate)
        sweep_outbox()
        assert TopMatches.objects.get(opening=job).ids == []
        back(graduate)
        sweep_outbox()
        assert TopMatches.objects.get(opening=job).ids


CHANGES = [
    (
        lambda row: exclude_countries(profile=row, codes=["DE"], by_id=None),
        lambda row: exclude_countries(profile=row, codes=[], by_id=None),
    ),
    (
        lambda row: exclude_names(profile=row, names=["Lumenhaus Systems"], by_id=None),
        lambda row: exclude_names(profile=row, names=[], by_id=None),
    ),
    (lambda row: pause(profile=row, by_id=None), lambda row: resume(profile=row, by_id=None)),
    (
        lambda row: vanish(user=row.user or make.acts_for(row)),
        lambda row: come_back(user=Profile.objects.get(pk=row.pk).user),
    ),
]
