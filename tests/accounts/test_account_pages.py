"""Every page of an account: ours in both languages, in the frame of the site, errors with 422."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client

from profiles.models import User
from tests import make
from tests.accounts.conftest import PASSWORD, join, log_in
from tests.web.markup import Markup

pytestmark = pytest.mark.django_db

OF_STRANGERS = [
    "/join/",
    "/accounts/signup/?role=firm",
    "/accounts/login/",
    "/accounts/login/code/",
    "/accounts/password/reset/",
    "/accounts/inactive/",
    "/accounts/3rdparty/login/cancelled/",
    "/accounts/3rdparty/login/error/",
]
OF_MEMBERS = [
    "/profile/roles/",
    "/accounts/settings/",
    "/accounts/notifications/",
    "/accounts/sessions/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/reauthenticate/",
    "/accounts/logout/",
    "/accounts/3rdparty/",
    "/accounts/2fa/",
    "/accounts/2fa/webauthn/",
]
AFTER_PROOF = [
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/add/",
]
WITH_A_FACTOR = [
    "/accounts/2fa/",
    "/accounts/2fa/recovery-codes/",
    "/accounts/2fa/recovery-codes/generate/",
    "/accounts/2fa/totp/deactivate/",
]
LANGUAGES = pytest.mark.parametrize("prefix", ["", "/ar"])
OURS = {"Silah", "English", "Android", "Aegis", "Google", "Authenticator", "PIN", "IP"}


def check(visitor: Client, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code in (200, 401), (path, answer.headers.get("Location"))
    page = Markup(answer.content.decode().removeprefix("<!doctype html>"))
    assert page.faults == []
    assert answer.content.decode().count("<h1>") == 1
    assert 'class="foot"' in answer.content.decode()
    if path.startswith("/ar/"):
        assert latin_words(page.text) == [], path


def latin_words(said: str) -> list[str]:
    """Words of our own in Latin letters: not addresses, zones, secrets or browsers."""
    said = re.sub(r"\S+@\S+|\S+/\S+|\b[A-Z2-7]{32}\b|\{.*\}", "", said)
    return [word for word in re.findall("[A-Za-z]{2,}", said) if word not in OURS]


@LANGUAGES
@pytest.mark.parametrize("path", OF_STRANGERS)
def test_a_page_for_strangers(path: str, prefix: str, visitor: Client) -> None:
    check(visitor, prefix + path)


@LANGUAGES
def test_pages_of_an_account(prefix: str, known: User, visitor: Client) -> None:
    log_in(visitor, known.email)
    for path in OF_MEMBERS:
        check(visitor, prefix + path)
    visitor.post("/accounts/reauthenticate/", {"password": PASSWORD})
    for path in AFTER_PROOF:
        check(visitor, prefix + path)


@LANGUAGES
def test_pages_of_a_second_factor(prefix: str, known: User, visitor: Client) -> None:
    log_in(visitor, known.email)
    visitor.post("/accounts/reauthenticate/", {"password": PASSWORD})
    make.with_second_factor(known)
    RecoveryCodes.activate(known)
    for path in WITH_A_FACTOR:
        check(visitor, prefix + path)
    key = Authenticator.objects.create(user=known, type="webauthn", data={"name": "1"})
    for action in ("edit", "remove"):
        check(visitor, f"{prefix}/accounts/2fa/webauthn/keys/{key.pk}/{action}/")
    check(visitor, f"{prefix}/accounts/2fa/webauthn/")
    key.delete()
    visitor.post(f"{prefix}/accounts/logout/")
    log_in(visitor, known.email)
    check(visitor, f"{prefix}/accounts/2fa/authenticate/")


@LANGUAGES
def test_pages_that_ask_for_a_code(prefix: str, known: User) -> None:
    for path, typed in (
        ("/accounts/login/code/", {"email": known.email}),
        ("/accounts/password/reset/", {"email": known.email}),
    ):
        visitor = Client()
        check(visitor, visitor.post(prefix + path, typed).headers["Location"])
    visitor = Client()
    join(visitor)
    check(visitor, f"{prefix}/accounts/confirm-email/")


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("/accounts/email/", {"action_add": "1", "email": "no address"}),
        ("/accounts/password/change/", {"oldpassword": "x", "password1": "y"}),
        ("/accounts/reauthenticate/", {"password": "wrong"}),
        ("/accounts/settings/", {"language": "xx", "time_zone": "Moon/Base"}),
    ],
)
def test_what_cannot_be_used_is_said_in_a_summary(
    path: str, typed: dict[str, str], known: User, visitor: Client
) -> None:
    log_in(visitor, known.email)

    answer = visitor.post(path, typed)

    assert answer.status_code == 422
    assert "errors" in answer.content.decode()
    assert "autofocus" in answer.content.decode()


def test_language_and_zone_of_an_account_are_kept(known: User, visitor: Client) -> None:
    log_in(visitor, known.email)
    visitor.post("/accounts/settings/", {"language": "ar", "time_zone": "Europe/Oslo"})

    known.refresh_from_db()
    assert (known.language, known.time_zone) == ("ar", "Europe/Oslo")


def test_a_new_address_counts_once_its_code_is_entered(known: User, visitor: Client) -> None:
    from tests.accounts.conftest import confirm, last_code

    log_in(visitor, known.email)
    visitor.post("/accounts/reauthenticate/", {"password": PASSWORD})
    visitor.post("/accounts/email/", {"action_add": "1", "email": "new@example.org"})
    known.refresh_from_db()
    assert known.email == "known@example.org"

    confirm(visitor, last_code())

    known.refresh_from_db()
    assert known.email == "new@example.org"


def test_sessions_are_listed_in_as_many_queries_however_many(
    known: User, visitor: Client, django_assert_max_num_queries
) -> None:
    for _ in range(5):
        log_in(Client(), known.email)
    log_in(visitor, known.email)

    with django_assert_max_num_queries(6):
        page = visitor.get("/accounts/sessions/").content.decode()

    assert "You are logged in on 6 devices" in page


def test_a_session_is_ended_from_another(known: User, visitor: Client) -> None:
    other = Client()
    log_in(other, known.email)
    log_in(visitor, known.email)
    ends = re.findall(
        r"/accounts/sessions/\d+/end/", visitor.get("/accounts/sessions/").content.decode()
    )

    assert len(ends) == 1
    visitor.post(ends[0])

    assert other.get("/profile/roles/").status_code == 302
    assert visitor.get("/profile/roles/").status_code == 200


def test_nobody_ends_a_session_of_another_account(known: User, visitor: Client) -> None:
    from allauth.usersessions.models import UserSession

    log_in(visitor, known.email)
    stranger = Client()
    stranger.force_login(make.an_account())

    assert (
        stranger.post(f"/accounts/sessions/{UserSession.objects.get().pk}/end/").status_code == 404
    )
    assert visitor.get("/profile/roles/").status_code == 200


def test_without_keys_no_other_door_is_shown(visitor: Client) -> None:
    page = visitor.get("/accounts/login/").content.decode()

    assert "Google" not in page
    assert "LinkedIn" not in page


def test_an_address_is_called_e_mail_and_no_label_shouts(known: User, visitor: Client) -> None:
    pages = ["/accounts/signup/?role=mentor", "/accounts/login/", "/accounts/login/code/"]
    read = [visitor.get(path).content.decode() for path in [*pages, "/accounts/password/reset/"]]
    log_in(visitor, known.email)
    visitor.post("/accounts/reauthenticate/", {"password": PASSWORD})
    read.append(visitor.get("/accounts/email/").content.decode())
    assert [re.findall(r"<label[^>]*>(E-?mail)</label>", page) for page in read] == [["E-mail"]] * 5
    password = visitor.get("/accounts/password/change/").content.decode()
    assert re.findall(r"<label[^>]*>([^<]+)</label>", password) == [
        "Current password",
        "New password",
    ]
