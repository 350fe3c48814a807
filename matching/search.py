"""What an opening is found by when its text is searched."""

from collections.abc import Iterable

from profiles.browsing.words import searchable


def folded_text(title: str, description: str, labels: Iterable[str] = ()) -> str:
    """Title, description and the labels of its skills, as `browsing.words` asks."""
    return searchable(title, description, *labels)
