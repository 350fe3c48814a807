from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from profiles.joining import open_profile
from profiles.models import Profile, User
from tests import make
from tests.profiles.onboarding.answers import NEEDED

Opened = Callable[[str], Profile]


@pytest.fixture
def account(client: Client) -> User:
    user = make.an_account()
    client.force_login(user)
    return user


@pytest.fixture
def opened(account: User) -> Opened:
    """Opens an empty profile of a kind for whoever is logged in."""
    return lambda kind: open_profile(user=account, kind=kind)


@pytest.fixture
def answered(client: Client, opened: Opened) -> Opened:
    """The same, with everything answered that is needed."""

    def answer(kind: str) -> Profile:
        profile = opened(kind)
        for slug, sent in NEEDED[kind].items():
            assert ask(client, slug, sent).status_code == 302, slug
        return Profile.objects.get(pk=profile.pk)

    return answer


def ask(client: Client, slug: str, sent: dict[str, Any], query: str = "") -> Any:
    return client.post(f"/profile/questions/{slug}/{query}", sent)
