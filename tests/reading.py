"""Somebody at a browser without scripts, what a page says to them, and what it costs."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from profiles.models import User


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text(page: Any) -> str:
    """Without the marks that isolate words."""
    return page.content.decode().replace("\u2068", "").replace("\u2069", "")


def queries(client: Client, address: str) -> int:
    """How many a page takes that has been read before."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200, address
    return len(asked)
