"""Introductions, the outages that stop their clocks, and what is reported of them."""

from matching.introductions.models.introductions import Introduction
from matching.introductions.models.outages import Outage
from matching.introductions.models.reports import Report

__all__ = ["Introduction", "Outage", "Report"]
