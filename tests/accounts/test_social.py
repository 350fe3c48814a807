"""Signing in through another site: real redirects, codes and tokens, of a provider of our own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.test import Client

from profiles.models import Profile, User
from tests import make
from tests.accounts.conftest import PASSWORD, confirm, last_code, log_in
from tests.idp.running import log_in_there, providers, running_provider

pytestmark = pytest.mark.django_db

PEOPLE = ("verified:amal@example.org:verified", "unverified:basma@example.org")


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_provider(Path(tmp_path_factory.mktemp("idp")), *PEOPLE) as address:
        yield address


@pytest.fixture(autouse=True)
def _door(provider: str, settings) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = providers(provider)


def through_the_other_site(visitor: Client, name: str, process: str = "login") -> HttpResponse:
    away = visitor.post(f"/accounts/oidc/oidc/login/?process={process}")
    assert away.status_code == 302
    return visitor.get(log_in_there(away.headers["Location"], name))


def logged_in(visitor: Client) -> User | None:
    return User.objects.filter(pk=visitor.session.get("_auth_user_id")).first()


def test_a_door_is_shown_where_it_is_configured(visitor: Client) -> None:
    for page in ("/accounts/login/", "/accounts/signup/?role=mentor"):
        assert "Go on with The other site" in visitor.get(page).content.decode()


def test_a_stranger_is_asked_for_a_role_and_joins_without_a_code(visitor: Client) -> None:
    answer = through_the_other_site(visitor, "verified")
    assert answer.headers["Location"] == "/accounts/3rdparty/signup/"
    page = visitor.get("/accounts/3rdparty/signup/").content.decode()
    assert 'type="radio" name="role" value="investor"' in page

    none = visitor.post("/accounts/3rdparty/signup/", {"email": "amal@example.org"})
    assert none.status_code == 422
    visitor.post("/accounts/3rdparty/signup/", {"email": "amal@example.org", "role": "investor"})

    user = logged_in(visitor)
    assert user is not None
    assert (user.email, user.has_usable_password()) == ("amal@example.org", False)
    assert Profile.objects.get().kind == "investor"
    assert EmailAddress.objects.get().verified


def test_an_address_that_the_other_site_did_not_verify_needs_a_code(visitor: Client) -> None:
    through_the_other_site(visitor, "unverified")
    visitor.post("/accounts/3rdparty/signup/", {"email": "basma@example.org", "role": "mentor"})

    assert logged_in(visitor) is None
    confirm(visitor, last_code())
    assert logged_in(visitor) is not None


def test_a_known_person_is_recognised_by_an_address_verified_on_both_sides(
    visitor: Client,
) -> None:
    known = make.an_account(email="amal@example.org", password=PASSWORD)

    through_the_other_site(visitor, "verified")

    assert logged_in(visitor) == known
    assert SocialAccount.objects.get().user == known


def test_an_account_with_an_unverified_address_is_handed_to_nobody(visitor: Client) -> None:
    squatter = User.objects.create_user("amal@example.org", PASSWORD)
    EmailAddress.objects.create(user=squatter, email=squatter.email, primary=True)

    through_the_other_site(visitor, "verified")

    assert logged_in(visitor) is None
    assert not SocialAccount.objects.exists()


def test_an_address_unverified_over_there_opens_no_account_here(visitor: Client) -> None:
    make.an_account(email="basma@example.org", password=PASSWORD)

    through_the_other_site(visitor, "unverified")

    assert logged_in(visitor) is None


def test_a_door_is_added_to_an_account_and_taken_away(visitor: Client) -> None:
    known = make.an_account(email="known@example.org", password=PASSWORD)
    log_in(visitor, known.email)
    visitor.get("/accounts/2fa/totp/activate/")
    visitor.post("/accounts/reauthenticate/", {"password": PASSWORD})

    through_the_other_site(visitor, "verified", process="connect")
    added = SocialAccount.objects.get()
    assert added.user == known

    visitor.post("/accounts/3rdparty/", {"account": added.pk})
    assert not SocialAccount.objects.exists()


def test_who_turns_back_meets_a_page_and_not_an_error(visitor: Client) -> None:
    away = visitor.post("/accounts/oidc/oidc/login/?process=login").headers["Location"]
    state = away.partition("state=")[2].partition("&")[0]

    back = visitor.get(
        f"/accounts/oidc/oidc/login/callback/?error=access_denied&state={state}", follow=True
    )

    assert "You turned back" in back.content.decode()


def test_a_callback_that_nobody_asked_for_opens_nothing(visitor: Client) -> None:
    answer = visitor.get("/accounts/oidc/oidc/login/callback/?code=forged&state=forged")

    assert answer.status_code in (200, 401)
    assert logged_in(visitor) is None
