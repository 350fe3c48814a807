"""The first page after logging in, as somebody reads it."""

from typing import Any

from django.test import Client

from profiles.models import Profile
from tests import make

PAGE = "/dashboard/"


def read(client: Client, profile: Profile, **account: Any) -> Any:
    client.force_login(make.acts_for(profile, **account))
    return client.get(PAGE)


def titles(page: Any) -> list[str]:
    return [
        need.title.replace("\u2068", "").replace("\u2069", "") for need in page.context["needs"]
    ]
