"""Where an account is logged in."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from profiles.models import User


def open_sessions(user: User) -> "QuerySet[Any]":
    """Sessions that still work, the newest first, in one query."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    own: QuerySet[Any] = UserSession.objects.filter(user=user, session_key__in=alive)
    return own.order_by("-created_at")
