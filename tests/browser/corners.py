"""Both languages, with scripts and without: all of them in full, one each in short."""

from itertools import product

import pytest

from tests.full import FULL

ALL = list(product(("en", "ar"), (True, False)))
WAYS = pytest.mark.parametrize(
    ("language", "scripts"), ALL if FULL else [("en", True), ("ar", False)]
)
"""For a scenario that is the only one of its kind: two of them in short."""


def corners(language: str, *, scripts: bool) -> pytest.MarkDecorator:
    """In full all four; in short a scenario takes one, and the four of a module take all."""
    return pytest.mark.parametrize(("language", "scripts"), ALL if FULL else [(language, scripts)])
