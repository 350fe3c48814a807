"""Who gets to the pages of a profile, and who does not."""

import pytest
from django.test import Client

from profiles.models import Profile, User
from tests import make
from tests.profiles.onboarding.answers import HEADLINE
from tests.profiles.onboarding.conftest import Opened, ask

pytestmark = pytest.mark.django_db
PAGES = ("/profile/", "/profile/check/", "/profile/questions/headline/")


@pytest.mark.parametrize("page", PAGES)
def test_stranger_is_asked_to_log_in(client: Client, page: str) -> None:
    assert client.get(page).headers["Location"].startswith("/accounts/login/")


def test_account_without_a_profile_is_led_to_the_roles(client: Client, account: User) -> None:
    assert "You have no profile yet" in client.get("/profile/").content.decode()
    assert client.get("/profile/check/").status_code == 404
    assert ask(client, "headline", HEADLINE).status_code == 404


def test_profile_hidden_meanwhile_answers_404_and_stays_as_it_was(
    client: Client, opened: Opened
) -> None:
    profile = opened("mentor")
    Profile.objects.filter(pk=profile.pk).update(status="hidden")
    assert ask(client, "headline", HEADLINE).status_code == 404
    assert client.post("/profile/check/").status_code == 404
    profile.refresh_from_db()
    assert profile.headline == ""


def test_reader_of_a_firm_reads_that_others_edit_it(client: Client) -> None:
    client.force_login(make.acts_for(make.a_local_firm(), role="reader"))
    assert "You may read this profile" in client.get("/profile/").content.decode()
    assert ask(client, "headline", HEADLINE).status_code == 404


def test_recruiter_of_a_firm_answers_for_it(client: Client) -> None:
    firm = make.a_local_firm()
    client.force_login(make.acts_for(firm, role="recruiter"))
    ask(client, "headline", HEADLINE)
    firm.refresh_from_db()
    assert firm.headline == "Backend developer"


def test_question_that_nobody_asks_is_unknown(client: Client, opened: Opened) -> None:
    opened("mentor")
    assert client.get("/profile/questions/shoe-size/").status_code == 404
    assert client.get("/profile/questions/study/").status_code == 404


def test_question_that_fell_away_leads_back_to_the_list(client: Client, opened: Opened) -> None:
    opened("mentor")
    assert ask(client, "zone", {"time_zone": "Asia/Hebron"}).headers["Location"] == "/profile/"
