"""Where an account is logged in."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from profiles.models import User


def open_sessions(user: User) -> "QuerySet[Any]":
    """Sessions that still work, the newest first, in one query."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    own: QuerySet[Any] = UserSession.objects.filter(user=user, session_key__in=alive)
    return own.order_by("-created_at")


BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}
"""Marks in what a browser says of itself, the more telling ones first."""


def device(user_agent: str) -> str:
    """Enough to know one's own device again: "Firefox, Android"."""
    found = [_named(user_agent, marks) for marks in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, found)) or _("A device that does not say what it is")


def _named(user_agent: str, marks: dict[str, str]) -> str:
    return next((name for mark, name in marks.items() if mark in user_agent), "")
