"""Staff's doors to accounts, people and the words that describe them."""

from profiles.admin import accounts, consents, people, proposals, review, taxonomy

__all__ = ["accounts", "consents", "people", "proposals", "review", "taxonomy"]
