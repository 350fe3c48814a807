"""Labels of skills and sectors for the cast's own sentences, read from the taxonomy's files."""

from collections.abc import Iterable
from functools import cache

from profiles.taxonomy.sync import rows


@cache
def _labels(name: str, language: str) -> dict[str, str]:
    return {row["slug"]: row[f"label_{language}"] for row in rows(name)}


def named(slugs: Iterable[str], language: str, *, of: str = "skills") -> str:
    """The labels as people list them in a sentence: "Python, Django and Git"."""
    labels = [_labels(of, language)[slug] for slug in slugs]
    if len(labels) < 2:
        return "".join(labels)
    if language == "ar":
        return f"{'، '.join(labels[:-1])} و{labels[-1]}"
    return f"{', '.join(labels[:-1])} and {labels[-1]}"
