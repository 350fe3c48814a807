"""Names within an Arabic sentence, kept in their own reading order."""

from django.utils.translation import get_language_bidi


def isolated(text: str) -> str:
    """In Arabic, C++ would be read ++C without the marks."""
    if not (text and get_language_bidi()):
        return text
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
