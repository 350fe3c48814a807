"""Words and numbers within a sentence, kept in their own reading order."""

from django.utils.translation import get_language_bidi


def own_words(text: str) -> str:
    """What people wrote, in whichever script: it may run against either language."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def isolated(text: str) -> str:
    """In Arabic, C++ would be read ++C and 09:00-17:00 backwards without the marks."""
    return own_words(text) if text and get_language_bidi() else text


def isolated_ltr(text: str) -> str:
    """The same for digits and signs, which have no direction of their own."""
    if not (text and get_language_bidi()):
        return text
    return f"\N{LEFT-TO-RIGHT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
