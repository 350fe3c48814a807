"""Words within a sentence, kept in their own reading order."""

from django.utils.translation import get_language_bidi


def own_words(text: str) -> str:
    """What people wrote, in whichever script: it may run against either language."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def isolated(text: str) -> str:
    """In Arabic, C++ would be read ++C without the marks."""
    return own_words(text) if text and get_language_bidi() else text
