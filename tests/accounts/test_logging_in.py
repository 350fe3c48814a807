"""By password, by code, with limits; a new password by code."""

import pytest
from django.test import Client

from ledger.models import Mail
from profiles.models import User
from tests.accounts.conftest import PASSWORD, code_in, last_code, log_in

pytestmark = pytest.mark.django_db

NEW = "a-lemon-tree-in-jericho"


def is_in(visitor: Client) -> bool:
    return "_auth_user_id" in visitor.session


def test_a_password_opens_the_account(visitor: Client, known: User) -> None:
    assert log_in(visitor, known.email).status_code == 302
    assert is_in(visitor)


def test_a_wrong_password_is_said_and_the_address_kept(visitor: Client, known: User) -> None:
    answer = log_in(visitor, known.email, "wrong")

    assert answer.status_code == 422
    assert "do not belong together" in answer.content.decode()
    assert f'value="{known.email}"' in answer.content.decode()


def test_a_code_opens_the_account_without_a_password(visitor: Client, known: User) -> None:
    visitor.post("/accounts/login/code/", {"email": known.email})
    answer = visitor.post("/accounts/login/code/confirm/", {"code": last_code()})

    assert answer.status_code == 302
    assert is_in(visitor)


def test_a_code_opens_the_account_once(visitor: Client, known: User) -> None:
    visitor.post("/accounts/login/code/", {"email": known.email})
    code = last_code()
    visitor.post("/accounts/login/code/confirm/", {"code": code})
    visitor.post("/accounts/logout/")

    visitor.post("/accounts/login/code/confirm/", {"code": code})

    assert not is_in(visitor)


def test_a_code_of_one_browser_is_nothing_in_another(visitor: Client, known: User) -> None:
    visitor.post("/accounts/login/code/", {"email": known.email})
    thief = Client()
    thief.post("/accounts/login/code/confirm/", {"code": last_code()})

    assert not is_in(thief)


def test_a_new_password_is_set_by_code_and_its_owner_is_told(visitor: Client, known: User) -> None:
    visitor.post("/accounts/password/reset/", {"email": known.email})
    visitor.post("/accounts/password/reset/confirm/", {"code": last_code()})
    done = visitor.post("/accounts/password/reset/complete/", {"password1": NEW}, follow=True)

    assert done.status_code == 200
    known.refresh_from_db()
    assert known.check_password(NEW)
    assert "safety of your account" in Mail.objects.latest("pk").text


def test_the_sixth_wrong_password_within_five_minutes_is_not_tried(
    visitor: Client, known: User
) -> None:
    for _ in range(5):
        log_in(visitor, known.email, "wrong")

    answer = log_in(visitor, known.email, PASSWORD)

    assert answer.status_code == 422
    assert "Too many tries" in answer.content.decode()
    assert not is_in(visitor)


def test_who_asks_too_often_meets_a_page_that_says_wait(visitor: Client, known: User) -> None:
    answers = [log_in(visitor, f"{n}@example.org", "wrong") for n in range(31)]

    assert answers[-1].status_code == 429
    assert "Too many tries" in answers[-1].content.decode()


def test_an_account_made_by_staff_confirms_its_address_first(visitor: Client) -> None:
    made = User.objects.create_user("made@example.org", PASSWORD)

    answer = log_in(visitor, made.email)

    assert answer.headers["Location"] == "/accounts/confirm-email/"
    assert code_in(Mail.objects.get())
    assert not is_in(visitor)


def test_a_closed_account_is_told_so(visitor: Client, known: User) -> None:
    User.objects.update(is_active=False)

    answer = log_in(visitor, known.email)

    assert answer.headers["Location"] == "/accounts/inactive/"
    assert not is_in(visitor)
