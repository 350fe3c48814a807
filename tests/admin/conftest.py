from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation

from profiles.models import User
from tests import make


@pytest.fixture(autouse=True)
def _addresses_without_prefix() -> Iterator[None]:
    """A request leaves its language behind, and `reverse` would follow it."""
    with translation.override("en"):
        yield


@pytest.fixture
def chief(db: None) -> User:
    chief = make.an_account(email="chief@example.org", is_staff=True, is_superuser=True)
    return make.with_second_factor(chief)


@pytest.fixture
def desk(chief: User) -> Client:
    """A browser in which a superuser is logged in."""
    client = Client()
    client.force_login(chief)
    return client
