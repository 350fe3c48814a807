from typing import Any

import pytest
from django.test import Client

from ledger.models import Event
from profiles.models import Profile
from tests import make

pytestmark = pytest.mark.django_db
PAGE = "/profile/skills/"


@pytest.fixture(autouse=True)
def _no_workers(settings: Any) -> None:
    settings.CELERY_TASK_ALWAYS_EAGER = False


def held(profile: Profile) -> dict[str, int]:
    return dict(profile.held_skills.values_list("skill__slug", "level"))


def form_of(profile: Profile, **changes: str) -> dict[str, str]:
    rows = {f"level-{slug}": str(level) for slug, level in held(profile).items()}
    empty = {f"name-{n}": "" for n in (1, 2, 3)} | {f"name-{n}-level": "2" for n in (1, 2, 3)}
    return rows | empty | changes


@pytest.fixture
def graduate(client: Client) -> Profile:
    profile = make.a_graduate(skills={"python": 3, "django": 2})
    client.force_login(make.acts_for(profile))
    return profile


def test_level_changes_and_removals_are_saved(client: Client, graduate: Profile) -> None:
    sent = form_of(graduate) | {"level-python": "4", "remove-django": "on"}
    page = client.post(PAGE, sent, follow=True)
    assert held(graduate) == {"python": 4}
    assert "Your matches are being refreshed" in page.content.decode()


@pytest.mark.parametrize(
    ("said", "slug"), [("react js", "react"), ("بايثون", "python"), ("C ++", "cpp")]
)
def test_skill_is_added_by_any_of_its_names(client: Client, said: str, slug: str) -> None:
    profile = make.a_graduate(skills={"git": 2})
    client.force_login(make.acts_for(profile))
    client.post(PAGE, form_of(profile) | {"name-1": said, "name-1-level": "3"})
    assert held(profile) == {"git": 2, slug: 3}


def test_unknown_skill_is_explained_and_nothing_typed_is_lost(
    client: Client, graduate: Profile
) -> None:
    sent = form_of(graduate) | {"level-python": "1", "name-1": "Pyhton", "name-2": "Qqqxz"}
    page = client.post(PAGE, sent)
    body = page.content.decode()
    assert held(graduate) == {"python": 3, "django": 2}
    assert "We do not know “Pyhton”. Did you mean Python?" in body
    assert "We do not know “Qqqxz”. Try its usual name, in English or Arabic." in body
    assert 'value="Pyhton"' in body
    assert '<option value="1" selected>' in body


def test_skill_that_is_held_already_is_refused(client: Client, graduate: Profile) -> None:
    page = client.post(PAGE, form_of(graduate) | {"name-1": "py"})
    assert "Python is in your list already" in page.content.decode()


def test_removed_skill_may_be_added_again_at_another_level(
    client: Client, graduate: Profile
) -> None:
    sent = {"remove-python": "on", "name-1": "Python", "name-1-level": "1"}
    client.post(PAGE, form_of(graduate) | sent)
    assert held(graduate) == {"python": 1, "django": 2}


def test_saving_is_recorded_for_the_matching_to_hear(client: Client, graduate: Profile) -> None:
    client.post(PAGE, form_of(graduate) | {"name-1": "Docker"})
    event = Event.objects.get(verb="profile.saved", subject_id=graduate.pk)
    assert event.codes == {"skills": 3}


def test_saving_without_a_change_records_nothing(client: Client, graduate: Profile) -> None:
    client.post(PAGE, form_of(graduate))
    assert not Event.objects.filter(verb="profile.saved").exists()


def test_one_person_chooses_between_own_profiles(client: Client, graduate: Profile) -> None:
    mentor = make.a_mentor(user=graduate.user, skills={"go": 4})
    page = client.get(PAGE, {"profile": mentor.public_id})
    assert list(page.context["form"].before) == [row.skill for row in mentor.held_skills.all()]


def test_somebody_elses_skills_are_unknown(client: Client, graduate: Profile) -> None:
    other = make.a_graduate()
    assert client.get(PAGE, {"profile": other.public_id}).status_code == 404
    assert client.post(f"{PAGE}?profile={other.public_id}", form_of(other)).status_code == 404


def test_reader_of_a_firm_cannot_edit_it(client: Client) -> None:
    firm = make.a_local_firm()
    client.force_login(make.acts_for(firm, role="reader"))
    assert client.get(PAGE, {"profile": firm.public_id}).status_code in (200, 404)
    assert "This account has no profile to edit" in client.get(PAGE).content.decode()


def test_stranger_is_asked_to_log_in(client: Client) -> None:
    assert client.get(PAGE).headers["Location"] == "/accounts/login/?next=/profile/skills/"
