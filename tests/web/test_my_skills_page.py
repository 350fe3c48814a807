from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ledger.models import Event
from profiles.actions import refuse, set_proposals
from profiles.models import Profile, SkillProposal
from tests import make

pytestmark = pytest.mark.django_db
PAGE = "/profile/skills/"


def held(profile: Profile) -> dict[str, int]:
    return dict(profile.held_skills.values_list("skill__slug", "level"))


def form_of(levels: dict[str, int], **more: Any) -> dict[str, Any]:
    """The form with exactly these skills ticked."""
    seconds = {f"skills-of-{slug}": str(level) for slug, level in levels.items()}
    return {"skills-pick": list(levels), **seconds, **more}


@pytest.fixture
def graduate(client: Client) -> Profile:
    profile = make.a_graduate(skills={"python": 3, "django": 2})
    client.force_login(make.acts_for(profile))
    return profile


def test_level_changes_and_removals_are_saved(client: Client, graduate: Profile) -> None:
    page = client.post(PAGE, form_of({"python": 4}), follow=True)
    assert held(graduate) == {"python": 4}
    assert "Your matches are being refreshed" in page.content.decode()


@pytest.mark.parametrize(
    ("said", "slug"), [("react js", "react"), ("بايثون", "python"), ("C ++", "cpp")]
)
def test_skill_is_added_by_any_of_its_names(client: Client, said: str, slug: str) -> None:
    profile = make.a_graduate(skills={"git": 2})
    client.force_login(make.acts_for(profile))
    client.post(PAGE, form_of({"git": 2}) | {"skills-q": said})
    assert held(profile) == {"git": 2, slug: 2}


def test_unknown_skill_is_explained_and_nothing_typed_is_lost(
    client: Client, graduate: Profile
) -> None:
    page = client.post(PAGE, form_of({"python": 1}) | {"skills-q": "Pyhton"})
    body = page.content.decode()
    assert page.status_code == 422
    assert held(graduate) == {"python": 3, "django": 2}
    assert "We do not know “Pyhton”. Did you mean Python?" in body
    assert 'value="Pyhton"' in body
    assert '<option value="1" selected>' in body


def test_looking_saves_nothing_and_comes_back_with_what_was_found(
    client: Client, graduate: Profile
) -> None:
    sent = form_of({"python": 1}) | {"skills-q": "kuber", "skills-find": "1"}
    page = client.post(PAGE, sent, follow=True)
    body = page.content.decode()
    assert held(graduate) == {"python": 3, "django": 2}
    assert 'name="skills-pick" value="kubernetes"' in body
    assert '<option value="1" selected>' in body
    assert "What you typed last time is still here" not in body


def test_unknown_skill_is_proposed_to_staff(client: Client, graduate: Profile) -> None:
    sent = {"skills-new": "Qqqxz", "skills-of-qqqxz": "3"}
    page = client.post(PAGE, form_of({"python": 3}) | sent, follow=True)
    assert SkillProposal.objects.get(wishes__profile=graduate).text == "Qqqxz"
    assert "Proposed to programme staff" in page.content.decode()


def refused(profile: Profile, text: str, reason: str) -> SkillProposal:
    set_proposals(profile=profile, levels={text: 3}, language="en", by_id=None)
    proposal = SkillProposal.objects.get(text=text)
    return refuse(proposal=proposal, reason=reason, by_id=None)


@pytest.mark.parametrize("page", [PAGE, "/profile/questions/skills/"])
def test_reason_of_a_refusal_is_read_where_it_was_proposed_by_its_proposer(
    client: Client, graduate: Profile, page: str
) -> None:
    refused(graduate, "Teamwork", "Name a craft: <this> is said of everybody.")
    refused(make.a_graduate(), "Cooking", "Not a craft of technology.")
    body = client.get(page).content.decode()
    assert '<bdi dir="auto">Teamwork</bdi>' in body
    assert '<bdi dir="auto">Name a craft: &lt;this&gt; is said of everybody.</bdi>' in body
    assert 'value="Teamwork"' not in body
    assert "Cooking" not in body


def test_refusal_is_news_for_sixty_days(client: Client, graduate: Profile) -> None:
    old = refused(graduate, "Teamwork", "Said of everybody.")
    old.decided_at = timezone.now() - timedelta(days=61)
    old.save()
    assert "Teamwork" not in client.get(PAGE).content.decode()


def test_refused_skill_is_no_answer(client: Client, graduate: Profile) -> None:
    refused(graduate, "Teamwork", "Said of everybody.")
    assert "Teamwork" not in client.get("/profile/check/").content.decode()


def test_saving_is_recorded_for_the_matching_to_hear(client: Client, graduate: Profile) -> None:
    client.post(PAGE, form_of({"python": 3, "django": 2, "docker": 1}))
    event = Event.objects.get(verb="profile.saved", subject_id=graduate.pk)
    assert event.codes == {"skills": 3}


def test_saving_without_a_change_records_nothing(client: Client, graduate: Profile) -> None:
    page = client.post(PAGE, form_of({"python": 3, "django": 2}), follow=True)
    assert not Event.objects.filter(verb="profile.saved").exists()
    assert "Nothing was changed." in page.content.decode()


def test_one_person_chooses_between_own_profiles(client: Client, graduate: Profile) -> None:
    mentor = make.a_mentor(user=graduate.user, skills={"go": 4})
    page = client.get(PAGE, {"profile": mentor.public_id})
    shown = page.context["form"].initial["skills"].levels
    assert {skill.slug: level for skill, level in shown.items()} == {"go": 4}


def test_somebody_elses_skills_are_unknown(client: Client, graduate: Profile) -> None:
    other = make.a_graduate()
    assert client.get(PAGE, {"profile": other.public_id}).status_code == 404
    sent = form_of({"python": 1})
    assert client.post(f"{PAGE}?profile={other.public_id}", sent).status_code == 404


def test_reader_of_a_firm_cannot_edit_it(client: Client) -> None:
    firm = make.a_local_firm()
    client.force_login(make.acts_for(firm, role="reader"))
    assert "You may read this profile, not change it" in client.get(PAGE).content.decode()


def test_stranger_is_asked_to_log_in(client: Client) -> None:
    assert client.get(PAGE).headers["Location"] == "/accounts/login/?next=/profile/skills/"


def test_page_costs_the_same_for_30_skills_as_for_2(
    client: Client, graduate: Profile, django_assert_max_num_queries: Any
) -> None:
    client.get(PAGE)
    with django_assert_max_num_queries(10):
        client.get(PAGE)


@pytest.mark.parametrize("page", [PAGE, "/profile/questions/skills/"])
def test_page_with_what_was_found_costs_at_most_ten_queries(
    client: Client, graduate: Profile, django_assert_max_num_queries: Any, page: str
) -> None:
    refused(graduate, "Teamwork", "Said of everybody.")
    new = {"skills-new": "Qqqxz", "skills-of-qqqxz": "3"}
    sent = form_of({"python": 1}) | new | {"skills-q": "react js, kuber, Zzz", "skills-find": "1"}
    found = client.post(page, sent).headers["Location"]
    client.get(found)
    with django_assert_max_num_queries(10):
        body = client.get(found).content.decode()
    for slug in ("python", "react", "kubernetes"):
        assert f'name="skills-pick" value="{slug}"' in body
