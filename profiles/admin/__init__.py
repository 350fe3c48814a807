"""Staff's doors to accounts, people and the words that describe them."""

from profiles.admin import accounts, people, proposals, taxonomy

__all__ = ["accounts", "people", "proposals", "taxonomy"]
