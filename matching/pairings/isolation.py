"""Names and numbers within an Arabic sentence, kept in their own reading order."""

from django.utils.translation import get_language_bidi


def isolated(text: str) -> str:
    """In Arabic, C++ would be read ++C and 09:00-17:00 backwards without the marks."""
    if not (text and get_language_bidi()):
        return text
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def isolated_ltr(text: str) -> str:
    """The same for digits and signs, which have no direction of their own."""
    if not (text and get_language_bidi()):
        return text
    return f"\N{LEFT-TO-RIGHT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
