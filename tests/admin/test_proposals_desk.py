"""Staff decide what becomes of a proposed skill."""

import pytest
from django.test import Client
from django.urls import reverse

from ledger.models import Event
from profiles.actions import set_proposals
from profiles.models import Profile, Skill, SkillProposal, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentor() -> Profile:
    profile = make.a_mentor(skills={})
    set_proposals(profile=profile, levels={"Qqqxz": 3}, language="en", by_id=None)
    return profile


def decide(desk: Client, **said: object) -> str:
    proposal = SkillProposal.objects.get()
    url = reverse("admin:profiles_skillproposal_change", args=[proposal.pk])
    empty = {"skill": "", "label_en": "", "label_ar": "", "kind": "", "reason": ""}
    return desk.post(url, {**empty, **said}).content.decode()


def test_list_shows_how_many_want_it(desk: Client, mentor: Profile) -> None:
    page = desk.get(reverse("admin:profiles_skillproposal_changelist")).content.decode()
    assert "Qqqxz" in page
    assert '<td class="field-wanted_by">1</td>' in page


def test_accepted_as_another_word(desk: Client, chief: User, mentor: Profile) -> None:
    decide(desk, decision="synonym", skill=Skill.objects.get(slug="git").pk)
    assert list(mentor.held_skills.values_list("skill__slug", "level")) == [("git", 3)]
    assert Event.objects.get(verb="skill_proposal.accepted").actor_id == chief.pk


def test_accepted_as_a_skill_of_its_own(desk: Client, mentor: Profile) -> None:
    decide(desk, decision="new", label_en="Qqq", label_ar="ققق", kind="tool")
    assert mentor.held_skills.get().skill.slug == "qqq"


def test_refused_with_the_reason(desk: Client, mentor: Profile) -> None:
    decide(desk, decision="refuse", reason="Too broad.")
    assert SkillProposal.objects.get().reason == "Too broad."


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"decision": "synonym"}, "This decision needs it."),
        ({"decision": "new", "label_en": "Qqq"}, "This decision needs it."),
        ({"decision": "refuse"}, "This decision needs it."),
        (
            {"decision": "new", "label_en": "React JS", "label_ar": "ققق", "kind": "tool"},
            "This already means React: accept it as another word for that.",
        ),
    ],
)
def test_what_a_decision_lacks_is_told(
    desk: Client, mentor: Profile, said: dict[str, str], sentence: str
) -> None:
    assert sentence in decide(desk, **said)
    assert SkillProposal.objects.get().state == "open"


def test_decided_it_is_read_only(desk: Client, mentor: Profile) -> None:
    decide(desk, decision="refuse", reason="Too broad.")
    decide(desk, decision="refuse", reason="Other.")
    assert SkillProposal.objects.get().reason == "Too broad."
    url = reverse("admin:profiles_skillproposal_change", args=[SkillProposal.objects.get().pk])
    assert "Too broad." in desk.get(url).content.decode()
