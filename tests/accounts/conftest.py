"""People at the doors, and what they are sent."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from ledger.models import Mail
from profiles.models import User
from tests import make

PASSWORD = "olive-trees-in-nablus"
EMAIL = "amal@example.org"


@pytest.fixture(autouse=True)
def _nobody_was_counted_yet(request: pytest.FixtureRequest) -> None:
    """Limits are counted in the database's cache, which a test may leave behind."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        cache.clear()


@pytest.fixture
def visitor() -> Client:
    return Client()


@pytest.fixture
def known(db: None) -> User:
    """Somebody who joined long ago."""
    return make.an_account(email="known@example.org", password=PASSWORD)


def join(visitor: Client, *, role: str = "mentor", email: str = EMAIL, **more: Any) -> HttpResponse:
    typed = {"role": role, "email": email, "password1": PASSWORD, **more}
    return visitor.post(f"/accounts/signup/?role={role}", typed)


def log_in(visitor: Client, email: str, password: str = PASSWORD) -> HttpResponse:
    return visitor.post("/accounts/login/", {"login": email, "password": password})


def code_in(mail: Mail) -> str:
    found = re.search(r"^\d{6}$", mail.text, re.MULTILINE)
    assert found, mail.text
    return found.group()


def last_code() -> str:
    return code_in(Mail.objects.latest("pk"))


def confirm(visitor: Client, code: str) -> HttpResponse:
    return visitor.post("/accounts/confirm-email/", {"code": code})


Doing = Callable[[Client], HttpResponse]
