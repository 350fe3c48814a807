"""Introductions, what is written and reported in them, and the outages that stop their clocks."""

from matching.introductions.models.introductions import Introduction
from matching.introductions.models.messages import Message, ReadMark
from matching.introductions.models.outages import Outage
from matching.introductions.models.reports import Report

__all__ = ["Introduction", "Message", "Outage", "ReadMark", "Report"]
