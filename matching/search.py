"""What an opening is found by when its text is searched."""

from collections.abc import Iterable

from profiles.folding import fold


def folded_text(title: str, description: str, labels: Iterable[str] = ()) -> str:
    """Title, description and the labels of its skills, as `OpeningQuerySet.searched` asks."""
    return fold(" ".join((title, description, *labels)))
