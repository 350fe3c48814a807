"""Somebody at a browser without scripts, and what a page says to them."""

from typing import Any

from django.test import Client

from profiles.models import User


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text(page: Any) -> str:
    """Without the marks that isolate words."""
    return page.content.decode().replace("\u2068", "").replace("\u2069", "")
