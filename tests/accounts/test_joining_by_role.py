"""From the door to an opened profile: four roles, a code, nothing typed lost."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ledger.models import Event, Mail
from profiles.firms.models import FirmMember
from profiles.models import Profile, User
from silah.accounts.joining import DOORS
from silah.accounts.zones import zone_of
from tests.accounts.conftest import EMAIL, PASSWORD, code_in, confirm, join, last_code

pytestmark = pytest.mark.django_db

ROLES = ["graduate", "mentor", "investor", "firm"]


def test_every_kind_of_profile_has_a_door() -> None:
    assert sorted(DOORS) == sorted(Profile.Kind.values)


@pytest.mark.parametrize("role", ROLES)
def test_a_door_leads_to_the_form_of_its_role(role: str, visitor: Client) -> None:
    assert f'href="/accounts/signup/?role={role}"' in visitor.get("/join/").content.decode()

    page = visitor.get(f"/accounts/signup/?role={role}").content.decode()

    assert f"<h1>{DOORS[role].heading}</h1>" in page
    assert f'name="role" value="{role}"' in page


@pytest.mark.parametrize("query", ["", "?role=emperor"])
def test_without_a_role_one_is_asked_for_it_first(query: str, visitor: Client) -> None:
    answer = visitor.get(f"/accounts/signup/{query}")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/join/")


@pytest.mark.parametrize("role", ROLES)
def test_who_joins_confirms_by_code_and_has_a_profile_of_that_role(
    role: str, visitor: Client
) -> None:
    answer = join(visitor, role=role)
    assert answer.headers["Location"] == "/accounts/confirm-email/"
    assert confirm(visitor, last_code()).status_code == 302

    user = User.objects.get(email=EMAIL)
    assert visitor.session["_auth_user_id"] == str(user.pk)
    profile = Profile.objects.get()
    assert (profile.kind, profile.is_verified) == (role, False)
    owner = FirmMember.objects.get().user if role == "firm" else profile.user
    assert owner == user
    assert Event.objects.filter(verb="profile.opened", actor=user).count() == 1


def test_until_the_code_is_entered_nobody_is_logged_in(visitor: Client) -> None:
    join(visitor)

    assert "_auth_user_id" not in visitor.session
    assert visitor.get("/profile/roles/").status_code == 302


def test_three_wrong_codes_end_it(visitor: Client) -> None:
    join(visitor)
    right = last_code()
    wrong = "000000" if right != "000000" else "111111"

    assert [confirm(visitor, wrong).status_code for _ in range(3)] == [422, 422, 302]

    confirm(visitor, right)
    assert "_auth_user_id" not in visitor.session


def test_a_code_is_too_old_after_a_quarter_of_an_hour(visitor: Client) -> None:
    join(visitor)
    code = last_code()

    with time_machine.travel(timezone.now() + timedelta(minutes=15, seconds=1)):
        confirm(visitor, code)

    assert "_auth_user_id" not in visitor.session


def test_a_new_code_replaces_the_old_one(visitor: Client) -> None:
    join(visitor)
    old = last_code()
    with time_machine.travel(timezone.now() + timedelta(seconds=11)):
        visitor.post("/accounts/confirm-email/", {"action": "resend"})
    new = last_code()

    assert Mail.objects.count() == 2
    assert confirm(visitor, old).status_code == (422 if old != new else 302)
    assert confirm(visitor, new).status_code == 302


def test_digits_of_an_arabic_keyboard_are_digits(visitor: Client) -> None:
    join(visitor)
    typed = last_code().translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))

    assert confirm(visitor, typed).status_code == 302
    assert "_auth_user_id" in visitor.session


def test_a_poor_password_is_explained_and_the_address_kept(visitor: Client) -> None:
    answer = join(visitor, password1="12345678")
    page = answer.content.decode()

    assert answer.status_code == 422
    assert 'class="note bad stack g2 errors"' in page
    assert f'value="{EMAIL}"' in page
    assert "12345678" not in page
    assert not User.objects.exists()


def test_a_role_that_does_not_exist_is_refused(visitor: Client) -> None:
    answer = join(visitor, role="emperor")

    assert answer.status_code == 422
    assert not User.objects.exists()


def test_an_account_takes_its_language_from_the_page_and_mail_follows(visitor: Client) -> None:
    visitor.post(
        "/ar/accounts/signup/?role=graduate",
        {"role": "graduate", "email": EMAIL, "password1": PASSWORD},
    )

    user = User.objects.get()
    assert (user.language, user.time_zone) == ("ar", "Asia/Hebron")
    mail = Mail.objects.get()
    assert "صلة" in mail.subject
    assert code_in(mail)


@pytest.mark.parametrize(
    ("role", "language", "zone"),
    [
        ("graduate", "de-DE,de;q=0.9", "Asia/Hebron"),
        ("mentor", "de-DE,de;q=0.9", "Europe/Berlin"),
        ("investor", "ar-AE", "Asia/Dubai"),
        ("firm", "en", "Asia/Hebron"),
        ("mentor", "", "Asia/Hebron"),
    ],
)
def test_the_zone_is_guessed_from_role_and_browser(role: str, language: str, zone: str) -> None:
    assert zone_of(role, language) == zone


def test_who_is_logged_in_is_offered_roles_and_no_second_account(visitor: Client) -> None:
    join(visitor)
    confirm(visitor, last_code())

    assert visitor.get("/join/").headers["Location"] == reverse("roles")


def test_no_code_stands_in_a_subject(visitor: Client) -> None:
    join(visitor)
    mail = Mail.objects.get()

    assert code_in(mail) not in mail.subject
    assert EMAIL not in mail.subject
