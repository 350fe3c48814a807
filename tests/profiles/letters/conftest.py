"""Whoever reads letters, and three kinds of news to tell."""

from collections.abc import Iterator
from typing import Any

import pytest

from ledger import notices
from ledger.notices import Rhythm
from profiles.models import User
from tests import make
from tests.profiles.letters import happening


@pytest.fixture(autouse=True)
def _site(settings: Any) -> None:
    settings.SITE_URL = "https://silah.example"


@pytest.fixture(autouse=True)
def _told() -> Iterator[None]:
    for rhythm in Rhythm:
        notices.tells(
            f"test.{rhythm}",
            recipients=f"{happening.__name__}.those_it_names",
            lines=f"{happening.__name__}.what_it_says",
            mail=rhythm,
        )
    yield
    for rhythm in Rhythm:
        notices.forget(f"test.{rhythm}")


@pytest.fixture
def user(db: None) -> User:
    return make.an_account(email="lina@example.org", time_zone="Asia/Hebron")
