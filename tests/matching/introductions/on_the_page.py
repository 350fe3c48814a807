"""The page of an introduction as either side opens it and acts on it."""

from typing import Any

from django.test import Client
from django.urls import reverse

from matching.introductions.models import Introduction
from profiles.models import Profile
from tests import make


def url(row: Introduction, act: str = "") -> str:
    if act:
        return reverse("act-on-introduction", args=[row.public_id, act])
    return reverse("introduction", args=[row.public_id])


def read(profile: Profile, row: Introduction, **account: Any) -> Any:
    client = Client()
    client.force_login(make.acts_for(profile, **account))
    return client.get(url(row))


def do(profile: Profile, row: Introduction, act: str, **said: Any) -> Any:
    client = Client()
    client.force_login(make.acts_for(profile))
    return client.post(url(row, act), said, follow=True)


def labels(page: Any) -> list[str]:
    return [action.label for action in page.context["actions"]]
