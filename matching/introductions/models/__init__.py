"""Introductions, and the outages that stop their clocks."""

from matching.introductions.models.introductions import Introduction
from matching.introductions.models.outages import Outage

__all__ = ["Introduction", "Outage"]
