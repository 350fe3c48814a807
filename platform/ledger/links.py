"""Addresses as mail needs them: whole, as there is no page that they belong to."""

from urllib.parse import urljoin

from django.conf import settings


def absolute(path: str) -> str:
    """The address under which people reach this path of the site."""
    return urljoin(settings.SITE_URL, path)
