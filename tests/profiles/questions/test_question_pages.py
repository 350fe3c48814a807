"""A question page loses nothing: drafts, looking, stale pages, two tabs, sending again."""

from typing import Any

import pytest
from django.test import Client

from ledger.models import Event
from profiles import drafts
from profiles.joining import open_profile
from profiles.models import Draft, Profile
from tests import make

pytestmark = pytest.mark.django_db
HEADLINE = "/profile/questions/headline/"
SKILLS = "/profile/questions/skills/"
LATER = "What you typed last time is still here"


@pytest.fixture
def mentor(client: Client) -> Profile:
    user = make.an_account()
    client.force_login(user)
    return open_profile(user=user, kind="mentor")


def headline(text: str, **more: str) -> dict[str, str]:
    return {"headline": text, "about": "", "language": "en", **more}


def stored(profile: Profile) -> str:
    return Profile.objects.get(pk=profile.pk).headline


def test_kept_for_later_it_waits_on_the_page_and_is_not_saved(
    client: Client, mentor: Profile
) -> None:
    kept = client.post(HEADLINE, headline("Half a li", later="1"))
    page = client.get(HEADLINE).content.decode()
    assert kept.headers["Location"] == "/profile/"
    assert 'value="Half a li"' in page
    assert LATER in page
    assert stored(mentor) == ""
    assert "answers are missing" in client.get("/profile/").content.decode()


def test_script_keeps_a_draft_in_silence(client: Client, mentor: Profile) -> None:
    assert client.post(HEADLINE, headline("Half", draft="1")).status_code == 204
    assert 'value="Half"' in client.get(HEADLINE).content.decode()


def test_draft_is_shown_and_not_judged(client: Client, mentor: Profile) -> None:
    client.post(HEADLINE, headline("", draft="1", about="Only this"))
    page = client.get(HEADLINE)
    assert page.status_code == 200
    assert "needs another look" not in page.content.decode()
    assert "Only this" in page.content.decode()


def test_saved_answer_drops_its_draft(client: Client, mentor: Profile) -> None:
    client.post(HEADLINE, headline("Half", draft="1"))
    client.post(HEADLINE, headline("Whole"))
    assert not Draft.objects.exists()
    assert LATER not in client.get(HEADLINE).content.decode()


def test_refused_answer_is_a_draft_too(client: Client, mentor: Profile) -> None:
    assert client.post(HEADLINE, headline("x" * 121)).status_code == 422
    assert f'value="{"x" * 121}"' in client.get(HEADLINE).content.decode()


def test_answer_sent_again_is_harmless(client: Client, mentor: Profile) -> None:
    answers = [client.post(HEADLINE, headline("Whole")) for _ in range(2)]
    assert {answer.headers["Location"] for answer in answers} == {SKILLS}
    assert Event.objects.filter(verb="profile.saved").count() == 1


def test_two_tabs_with_two_questions_keep_both(client: Client, mentor: Profile) -> None:
    client.get(HEADLINE), client.get(SKILLS)
    client.post(SKILLS, {"skills-pick": "git", "skills-of-git": "2"})
    client.post(HEADLINE, headline("Whole"))
    row = Profile.objects.get(pk=mentor.pk)
    assert (row.headline, row.held_skills.count()) == ("Whole", 1)


def test_two_tabs_with_one_question_keep_the_last(client: Client, mentor: Profile) -> None:
    client.post(HEADLINE, headline("First"))
    client.post(HEADLINE, headline("Second"))
    assert stored(mentor) == "Second"


def test_looking_comes_back_to_the_field_with_everything_that_was_typed(
    client: Client, mentor: Profile
) -> None:
    sent: dict[str, Any] = {"skills-pick": ["git"], "skills-of-git": "4", "skills-q": "kuber"}
    answer = client.post(f"{SKILLS}?checking=1", {**sent, "skills-find": "1"})
    assert answer.headers["Location"] == f"{SKILLS}?checking=1&looked=1#id_skills"
    page = client.get(answer.headers["Location"]).content.decode()
    assert 'value="git" checked' in page
    assert 'value="kubernetes"' in page
    assert '<option value="4" selected>' in page
    assert not Profile.objects.get(pk=mentor.pk).held_skills.exists()


def test_draft_of_one_profile_is_not_shown_for_another(client: Client, mentor: Profile) -> None:
    client.post(HEADLINE, headline("Half", draft="1"))
    Profile.objects.filter(pk=mentor.pk).update(status="hidden")
    open_profile(user=mentor.user, kind="investor")
    assert "Half" not in client.get(HEADLINE).content.decode()


def test_code_is_never_a_draft(client: Client) -> None:
    user = make.an_account()
    client.force_login(user)
    open_profile(user=user, kind="graduate")
    page = client.post("/profile/questions/university-email/", {"address": "x@example.org"})
    assert page.status_code == 422
    assert not Draft.objects.exists()


def test_names_with_directional_characters_and_emoji_are_clean(
    client: Client, mentor: Profile
) -> None:
    sent = {"legal_name": "\u202eSami\u202c 🌿", "email": "sami@example.org", "phone": ""}
    client.post("/profile/questions/name/", sent)
    mentor.identity.refresh_from_db()
    assert mentor.identity.legal_name == "Sami 🌿"


def test_too_much_text_is_a_sentence(client: Client, mentor: Profile) -> None:
    page = client.post(HEADLINE, headline("Whole", about="x" * 70_000))
    assert page.status_code == 422
    assert "at most 2000 characters" in page.content.decode().replace(",", "")
    assert len(drafts.NEVER_KEPT) == 3


def test_who_is_verified_is_warned_before_changing_what_was_checked(client: Client) -> None:
    graduate = make.a_graduate(verified_how="university")
    client.force_login(make.acts_for(graduate))
    warning = "your profile waits for programme staff again"
    assert warning in client.get("/profile/questions/study/").content.decode()
    assert warning not in client.get(HEADLINE).content.decode()
