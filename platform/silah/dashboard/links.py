"""Addresses of pages that a needs-you-now item leads to; "" where there is no such page."""

from django.urls import NoReverseMatch, reverse


def url(name: str, *args: object) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def first(*names: str) -> str:
    """The first of these pages that there is."""
    return next((found for name in names if (found := url(name))), reverse("openings"))
