"""The text under which an opening is found."""

from collections.abc import Iterable

from profiles.folding import fold


def folded_text(*, title: str, description: str, skill_labels: Iterable[str]) -> str:
    """What `Opening.folded` holds; labels of the asked skills come in both languages."""
    return fold(" ".join((title, description, *skill_labels)))
