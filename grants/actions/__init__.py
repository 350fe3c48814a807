"""Publish a version, fill an open number, set a window's status, keep and forget a check."""

from grants.actions.checking import forget, forget_left_behind, keep, replay
from grants.actions.publishing import (
    NotPublishableError,
    fill,
    held_back,
    publish,
    publish_missing,
    set_status,
)

__all__ = [
    "NotPublishableError",
    "fill",
    "forget",
    "forget_left_behind",
    "held_back",
    "keep",
    "publish",
    "publish_missing",
    "replay",
    "set_status",
]
