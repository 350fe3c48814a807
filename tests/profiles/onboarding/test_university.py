"""A code to a university address verifies one graduate, in time, in few tries, once."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from ledger.models import Event, Mail
from profiles.graduates.models import UniversityMail
from profiles.graduates.university import send_code, university_at
from profiles.joining import open_profile
from profiles.models import Profile
from tests import make
from tests.profiles.onboarding.conftest import Opened, ask

pytestmark = pytest.mark.django_db
ADDRESS = "lina@students.birzeit.edu"


def asked(client: Client, address: str = ADDRESS) -> Any:
    return ask(client, "university-email", {"address": address})


def sent_code() -> str:
    found = re.search(r"\d{6}", str(Mail.objects.latest("pk").text))
    assert found
    return found[0]


def confirmed(client: Client, code: str = "") -> Any:
    return ask(client, "university-code", {"code": code or sent_code()})


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("a@birzeit.edu", "birzeit"),
        ("a@students.BIRZEIT.edu", "birzeit"),
        ("a@notbirzeit.edu", None),
        ("a@birzeit.edu.example.org", None),
        ("a@edu", None),
    ],
)
def test_domain_or_one_under_it_is_the_university(address: str, slug: str | None) -> None:
    found = university_at(address)
    assert (found.slug if found else None) == slug


def test_code_that_comes_back_verifies_who_was_sent_in(client: Client, answered: Opened) -> None:
    graduate = answered("graduate")
    client.post("/profile/check/")
    assert asked(client).headers["Location"] == "/profile/questions/university-code/"
    assert confirmed(client).headers["Location"] == "/profile/"
    graduate.refresh_from_db()
    assert (graduate.is_verified, graduate.verified_how) == (True, "university_email")
    assert graduate.graduate.university.slug == "birzeit"
    assert Event.objects.filter(verb="profile.verified", subject_id=graduate.pk).count() == 1


def test_who_confirms_first_is_verified_when_the_rest_is_sent_in(
    client: Client, answered: Opened
) -> None:
    graduate = answered("graduate")
    asked(client)
    confirmed(client)
    graduate.refresh_from_db()
    assert not graduate.is_verified
    page = client.post("/profile/check/", follow=True).content.decode()
    graduate.refresh_from_db()
    assert (graduate.is_verified, graduate.verified_how) == (True, "university_email")
    assert "Your profile is verified" in page


def test_another_university_than_the_confirmed_one_is_for_staff_to_check(
    client: Client, answered: Opened
) -> None:
    graduate = answered("graduate")
    asked(client)
    confirmed(client)
    study = {"university": "an-najah", "degree": "BSc", "graduation_year": "2025"}
    ask(client, "study", study)
    client.post("/profile/check/")
    graduate.refresh_from_db()
    assert graduate.submitted_at is not None
    assert not graduate.is_verified


def test_address_and_code_are_stored_nowhere(client: Client, opened: Opened) -> None:
    opened("graduate")
    asked(client)
    row = UniversityMail.objects.values().get()
    assert sent_code() not in str(row)
    assert "lina" not in str(row)
    assert not Event.objects.filter(codes__icontains="lina").exists()


def test_unknown_domain_is_told_what_to_do(client: Client, opened: Opened) -> None:
    opened("graduate")
    page = asked(client, "lina@example.org")
    assert page.status_code == 422
    assert "programme staff check your university instead" in page.content.decode()
    assert 'value="lina@example.org"' in page.content.decode()
    assert not Mail.objects.exists()


def test_empty_answer_is_told_without_a_button_that_is_not_there(
    client: Client, opened: Opened
) -> None:
    opened("graduate")
    address = ask(client, "university-email", {}).content.decode()
    asked(client, "lina@students.birzeit.edu")
    code = ask(client, "university-code", {}).content.decode()
    assert "Write your address at the university; a code is sent there." in address
    assert "Write the six digits that we sent." in code
    assert "for later" not in address + code


def test_wrong_code_is_told_and_the_fifth_ends_it(client: Client, opened: Opened) -> None:
    opened("graduate")
    asked(client)
    wrong = "000000" if sent_code() != "000000" else "000001"
    for _ in range(5):
        assert "That is not the code" in confirmed(client, wrong).content.decode()
    assert confirmed(client).headers["Location"] == "/profile/"
    assert UniversityMail.objects.get().confirmed_at is None


def test_code_is_understood_as_it_is_read(client: Client, opened: Opened) -> None:
    opened("graduate")
    asked(client)
    code = sent_code()
    arabic = "".join(chr(0x0660 + int(digit)) for digit in code)
    confirmed(client, f" {arabic[:3]} {arabic[3:]}\u200f")
    assert UniversityMail.objects.get().confirmed_at is not None


def test_code_no_longer_counts_after_ten_minutes(client: Client, opened: Opened) -> None:
    opened("graduate")
    asked(client)
    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        confirmed(client)
    assert UniversityMail.objects.get().confirmed_at is None


def test_second_code_within_a_minute_is_refused(client: Client, opened: Opened) -> None:
    opened("graduate")
    asked(client)
    assert "Wait a minute" in asked(client).content.decode()
    assert Mail.objects.count() == 1


def test_eleventh_code_is_refused(client: Client, opened: Opened) -> None:
    opened("graduate")
    asked(client)
    earlier = timezone.now() - timedelta(minutes=5)
    UniversityMail.objects.update(sendings=10, sent_at=earlier)
    assert "Ten codes were sent" in asked(client).content.decode()


def test_one_address_verifies_one_profile_whatever_its_spelling(
    client: Client, opened: Opened
) -> None:
    opened("graduate")
    asked(client)
    confirmed(client)
    other = open_profile(user=make.an_account(), kind="graduate")
    client.force_login(other.user)
    asked(client, "LINA+two@students.birzeit.edu")
    assert "verifies another profile already" in confirmed(client).content.decode()
    other.refresh_from_db()
    assert other.graduate.university is None
    assert not other.is_verified


def test_re_sent_code_is_harmless(client: Client, answered: Opened) -> None:
    answered("graduate")
    client.post("/profile/check/")
    asked(client)
    for _ in range(2):
        assert confirmed(client).headers["Location"] == "/profile/"
    assert Event.objects.filter(verb="university.confirmed").count() == 1


def test_mail_is_in_the_language_of_the_account() -> None:
    graduate = open_profile(user=make.an_account(language="ar"), kind="graduate")
    send_code(profile=Profile.objects.get(pk=graduate.pk), address=ADDRESS, by_id=None)
    assert Mail.objects.get().to == ADDRESS
    assert "الرمز" in Mail.objects.get().text
