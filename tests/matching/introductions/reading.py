"""Somebody at a browser without scripts, and what a page says to them."""

from typing import Any
from uuid import uuid4

from django.test import Client

from matching.introductions import actions
from matching.introductions.actions import Writing
from matching.introductions.models import Introduction, Message
from profiles.models import Profile, User


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text(page: Any) -> str:
    """Without the marks that isolate words."""
    return page.content.decode().replace("\u2068", "").replace("\u2069", "")


def send(row: Introduction, by: Profile, words: str, by_id: int | None = None) -> Message:
    said = Writing(public_id=uuid4(), text=words)
    return actions.send(introduction=row, by=by, said=said, by_id=by_id)
