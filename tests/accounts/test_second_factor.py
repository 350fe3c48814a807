"""A second factor: staff cannot do without, others may; recovery codes stand in for it, once."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.urls import get_resolver, reverse

from ledger.models import Mail
from profiles.models import User
from tests import make
from tests.accounts.conftest import PASSWORD, log_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(db: None) -> User:
    return make.an_account(
        email="staff@example.org", password=PASSWORD, is_staff=True, is_superuser=True
    )


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def secret_of(user: User) -> str:
    return str(Authenticator.objects.get(user=user, type="totp").data["secret"])


def prove_again(visitor: Client) -> None:
    """What changes how safe an account is asks for the password once more."""
    assert visitor.get("/accounts/2fa/totp/activate/").status_code == 302
    visitor.post("/accounts/reauthenticate/", {"password": PASSWORD})


def answer_with(visitor: Client, code: str):
    return visitor.post("/accounts/2fa/authenticate/", {"code": code})


def test_no_page_of_the_administration_opens_to_staff_without_one(staff: User) -> None:
    visitor = Client()
    visitor.force_login(staff)
    names = {name for name in get_resolver().namespace_dict["admin"][1].reverse_dict if name}
    pages = [reverse(f"admin:{name}") for name in names if isinstance(name, str) and plain(name)]

    assert len(pages) > 20
    for page in [*pages, "/admin/nowhere/", "/ar/admin/"]:
        answer = visitor.get(page)
        assert (answer.status_code, answer.headers["Location"][-14:]) == (302, "/accounts/2fa/"), (
            page
        )


def plain(name: str) -> bool:
    """Those whose address takes no argument."""
    return name.endswith(("_changelist", "_add")) or name in {"index", "jsi18n", "login"}


def test_the_page_they_are_sent_to_says_why(staff: User) -> None:
    visitor = Client()
    visitor.force_login(staff)

    page = visitor.get("/admin/", follow=True).content.decode()

    assert "so it needs a second factor" in page
    assert 'href="/accounts/2fa/totp/activate/"' in page


def test_recovery_codes_alone_open_nothing(staff: User) -> None:
    RecoveryCodes.activate(staff)
    visitor = Client()
    visitor.force_login(staff)

    assert visitor.get("/admin/").status_code == 302


def test_with_an_app_the_administration_opens(staff: User) -> None:
    visitor = Client()
    log_in(visitor, staff.email)
    prove_again(visitor)
    visitor.get("/accounts/2fa/totp/activate/")
    secret = visitor.session["mfa.totp.secret"]
    wrong = visitor.post("/accounts/2fa/totp/activate/", {"code": "000000"})
    right = visitor.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)})

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert right.headers["Location"] == "/accounts/2fa/recovery-codes/"
    assert visitor.get("/admin/").status_code == 200


def test_people_who_are_no_staff_need_none(known: User) -> None:
    visitor = Client()
    log_in(visitor, known.email)

    assert visitor.get("/profile/roles/").status_code == 200


def test_a_password_alone_does_not_log_in_who_has_one(staff: User, visitor: Client) -> None:
    make.with_second_factor(staff)

    answer = log_in(visitor, staff.email)

    assert answer.headers["Location"] == "/accounts/2fa/authenticate/"
    assert visitor.get("/admin/").status_code == 302
    assert answer_with(visitor, "000000").status_code == 422
    assert answer_with(visitor, code_of(secret_of(staff))).status_code == 302
    assert visitor.get("/admin/").status_code == 200


def test_a_recovery_code_works_once(staff: User) -> None:
    make.with_second_factor(staff)
    code = RecoveryCodes.activate(staff).get_unused_codes()[0]
    first, second = Client(), Client()

    log_in(first, staff.email)
    assert answer_with(first, code).status_code == 302
    log_in(second, staff.email)
    assert answer_with(second, code).status_code == 422


def test_codes_are_read_saved_and_made_anew(staff: User, visitor: Client) -> None:
    make.with_second_factor(staff)
    old = RecoveryCodes.activate(staff).get_unused_codes()
    log_in(visitor, staff.email)
    answer_with(visitor, code_of(secret_of(staff)))
    prove_again(visitor)

    page = visitor.get("/accounts/2fa/recovery-codes/").content.decode()
    file = visitor.get("/accounts/2fa/recovery-codes/download/").content.decode()
    assert all(code in page and code in file for code in old)

    visitor.post("/accounts/2fa/recovery-codes/generate/")
    fresh = visitor.get("/accounts/2fa/recovery-codes/download/").content.decode().split()
    assert len(fresh) == 10
    assert not set(fresh) & set(old)


def test_taking_the_app_away_is_told_by_mail(known: User, visitor: Client) -> None:
    make.with_second_factor(known)
    log_in(visitor, known.email)
    answer_with(visitor, code_of(secret_of(known)))
    prove_again(visitor)

    assert visitor.get("/accounts/2fa/totp/deactivate/").status_code == 200
    visitor.post("/accounts/2fa/totp/deactivate/")

    assert not Authenticator.objects.filter(user=known, type="totp").exists()
    assert Mail.objects.latest("pk").to == known.email


def test_staff_help_a_locked_out_person_and_never_see_a_secret(staff: User, known: User) -> None:
    make.with_second_factor(known)
    desk = Client()
    desk.force_login(make.with_second_factor(staff))
    row = Authenticator.objects.get(user=known)

    page = desk.get(f"/admin/mfa/authenticator/{row.pk}/change/").content.decode()
    assert secret_of(known) not in page
    desk.post(f"/admin/mfa/authenticator/{row.pk}/delete/", {"post": "yes"})

    assert not Authenticator.objects.filter(user=known).exists()
