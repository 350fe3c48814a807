"""Joining, logging in and passkeys, as a person does it in a browser."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from playwright.sync_api import BrowserContext, expect
from playwright.sync_api import Page as Tab

from profiles.models import Profile
from silah import env
from tests import make
from tests.accounts.conftest import EMAIL, PASSWORD
from tests.browser.conftest import Open

pytestmark = pytest.mark.usefixtures("_own_connections", "transactional_db")

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def _in_a_demo(monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> None:
    """Limits are counted in a table that no test empties."""
    cache.clear()
    monkeypatch.setattr(env, "DEMO", True)


def log_in(tab: Tab) -> None:
    tab.goto("/accounts/login/")
    tab.get_by_label("E-mail").fill(EMAIL)
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Log in").click()


WORDS = {
    "": ("Join", "I offer hours of advice", "E-mail", "Password", "Read it here", "Code", "Go on"),
    "/ar": (
        *("انضمام", "تقديم ساعات من الإرشاد", "البريد الإلكتروني", "كلمة المرور"),
        *("قراءته هنا", "الرمز", "متابعة"),
    ),
}


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_somebody_joins_and_reads_the_code_in_the_demos_mail(
    prefix: str, open_context: Open
) -> None:
    join, door, address, password, read, code, go_on = WORDS[prefix]
    tab = open_context(width=360, scripts=False).new_page()
    tab.goto(f"{prefix}/")
    tab.get_by_role("banner").get_by_role("link", name=join).click()
    tab.get_by_role("link", name=door).click()
    tab.get_by_label(address).fill(EMAIL)
    tab.get_by_label(password).fill(PASSWORD)
    tab.get_by_role("button", name=join).click()

    page_of_code = tab.url
    tab.get_by_role("link", name=read).click()
    tab.get_by_role("main").get_by_role("listitem").first.get_by_role("link").click()
    digits = re.search(r"\b\d{6}\b", tab.locator(".letter").inner_text())
    assert digits
    tab.goto(page_of_code)
    tab.get_by_label(code, exact=True).fill(digits.group())
    tab.get_by_role("button", name=go_on).click()

    expect(tab.locator("details.acct")).to_be_visible()
    assert Profile.objects.get(user__email=EMAIL).kind == "mentor"


def test_a_role_is_switched_from_the_header_without_scripts(open_context: Open) -> None:
    mentor = make.a_mentor()
    make.acts_for(mentor, email=EMAIL, password=PASSWORD)
    tab = open_context(width=360, scripts=False).new_page()
    log_in(tab)
    tab.goto("/profile/roles/")
    tab.get_by_role("button", name="Investor").click()
    tab.goto("/openings/")
    tab.locator("summary", has_text="Account").click()
    tab.get_by_role("banner").get_by_role("button", name="Mentor").click()

    expect(tab).to_have_url(re.compile("/openings/$"))
    tab.goto("/profile/roles/")
    acting = tab.get_by_role("listitem").filter(has_text="You act as this")
    expect(acting).to_contain_text("Mentor")


def with_authenticator(context: BrowserContext) -> Tab:
    tab = context.new_page()
    device = context.new_cdp_session(tab)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return tab


def test_a_passkey_is_added_and_opens_the_account_alone(open_context: Open) -> None:
    make.an_account(email=EMAIL, password=PASSWORD)
    context = open_context()
    tab = with_authenticator(context)
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    log_in(tab)
    tab.goto("/accounts/2fa/webauthn/add/")
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Go on").click()
    tab.get_by_role("button", name="Add a passkey").click()
    expect(tab.get_by_role("heading", name="recovery codes are left")).to_be_visible()
    assert Authenticator.objects.filter(type="webauthn").count() == 1

    tab.goto("/accounts/logout/")
    tab.get_by_role("button", name="Log out").click()
    tab.goto("/accounts/login/")
    tab.get_by_role("button", name="Use a passkey").click()
    expect(tab.locator("details.acct")).to_be_visible()
    assert said == [], "the content policy lets allauth's scripts run"


def test_a_passkey_is_a_second_factor_after_the_password(open_context: Open) -> None:
    make.an_account(email=EMAIL, password=PASSWORD)
    tab = with_authenticator(open_context())
    log_in(tab)
    tab.goto("/accounts/2fa/webauthn/add/")
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Go on").click()
    tab.get_by_label("Log in with it alone").uncheck()
    tab.get_by_role("button", name="Add a passkey").click()
    expect(tab.get_by_role("heading", name="recovery codes are left")).to_be_visible()
    tab.goto("/accounts/logout/")
    tab.get_by_role("button", name="Log out").click()

    log_in(tab)
    expect(tab.get_by_role("heading", name="The second factor")).to_be_visible()
    tab.get_by_role("button", name="Use a passkey").click()
    expect(tab.locator("details.acct")).to_be_visible()


def test_a_device_that_says_no_is_said_in_words(open_context: Open) -> None:
    tab = open_context().new_page()
    device = tab.context.new_cdp_session(tab)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR | {"isUserVerified": False}}
    )
    tab.goto("/accounts/login/")
    tab.get_by_role("button", name="Use a passkey").click()

    expect(tab.get_by_text("No passkey came back")).to_be_visible(timeout=15_000)
