"""A skill that nobody knew is proposed once, wanted by many, decided by staff."""

import pytest
from django.db import IntegrityError, transaction

from ledger.models import Event
from profiles.actions import accept_as_new, accept_as_synonym, refuse, set_proposals
from profiles.actions.proposals import AlreadyDecidedError
from profiles.models import Profile, Skill, SkillProposal, SkillSynonym
from profiles.picking.finding import called
from tests import make

pytestmark = pytest.mark.django_db


def propose(profile: Profile, **levels: int) -> None:
    set_proposals(profile=profile, levels=levels, language="en", by_id=None)


def levels(profile: Profile) -> dict[str, int]:
    return dict(profile.held_skills.values_list("skill__slug", "level"))


@pytest.fixture
def two() -> list[Profile]:
    return [make.a_graduate(skills={"git": 2}), make.a_mentor(skills={})]


def test_two_who_write_it_differently_propose_one_skill(two):
    propose(two[0], Qqqxz=3)
    set_proposals(profile=two[1], levels={"qqq-XZ": 1}, language="ar", by_id=None)
    proposal = SkillProposal.objects.get()
    assert proposal.text == "Qqqxz"
    assert sorted(proposal.wishes.values_list("level", flat=True)) == [1, 3]
    assert Event.objects.filter(verb="skill.proposed").count() == 1


def test_proposing_again_changes_the_level_and_leaving_out_withdraws(two):
    propose(two[0], Qqqxz=3)
    propose(two[0], Qqqxz=4)
    assert two[0].wished_skills.get().level == 4
    propose(two[0])
    assert not two[0].wished_skills.exists()


def test_accepted_as_a_synonym_it_is_held_by_all_who_proposed_it(two):
    for profile in two:
        propose(profile, Qqqxz=3)
    accept_as_synonym(
        proposal=SkillProposal.objects.get(), skill=Skill.objects.get(slug="git"), by_id=None
    )
    assert levels(two[0]) == {"git": 2}  # said before, and kept
    assert levels(two[1]) == {"git": 3}
    assert called(["qqqxz"])["qqqxz"].slug == "git"
    saved = Event.objects.filter(verb="profile.saved").values_list("subject_id", flat=True)
    assert list(saved) == [two[1].pk]


def test_accepted_as_new_it_is_found_by_all_its_names(two):
    propose(two[0], Qqqxz=3)
    accept_as_new(
        proposal=SkillProposal.objects.get(),
        label_en="Qqq Framework",
        label_ar="إطار ققق",
        kind="framework",
        by_id=None,
    )
    assert levels(two[0]) == {"git": 2, "qqq-framework": 3}
    names = ["qqqxz", "Qqq framework", "إطار ققق"]
    assert {skill.slug for skill in called(names).values()} == {"qqq-framework"}
    assert len(called(names)) == 3


def test_refused_it_is_nobodys_and_may_be_proposed_again(two):
    propose(two[0], Qqqxz=3)
    refuse(proposal=SkillProposal.objects.get(), reason="Too broad.", by_id=None)
    assert levels(two[0]) == {"git": 2}
    propose(two[0], Qqqxz=3)
    states = SkillProposal.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["refused", "open"]
    assert Event.objects.filter(verb="skill_proposal.refused").count() == 1


def test_what_is_decided_is_not_decided_again(two):
    propose(two[0], Qqqxz=3)
    proposal = SkillProposal.objects.get()
    stale = SkillProposal.objects.get()
    refuse(proposal=proposal, reason="Too broad.", by_id=None)
    with pytest.raises(AlreadyDecidedError, match="refused"):
        accept_as_synonym(proposal=stale, skill=Skill.objects.get(slug="git"), by_id=None)
    assert not SkillSynonym.objects.filter(key="qqqxz").exists()


def test_database_holds_one_open_proposal_a_spelling():
    SkillProposal.objects.create(text="A", key="a", language="en")
    with pytest.raises(IntegrityError, match="one_open_proposal_per_key"), transaction.atomic():
        SkillProposal.objects.create(text="a", key="a", language="en")
