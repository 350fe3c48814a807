"""Text as people type it, without what nobody sees: fields that clean it, for every form."""

import re
import unicodedata
from typing import Any

from django import forms

# Controls, soft hyphen, zero width, bidirectional marks and overrides. The joiner stays between
# the parts of an emoji, and so does the sign that asks for a coloured one.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180b-\u180f\u200b\u200c"
    "\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0e\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
    "|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"
)
_BLANK_LINES = re.compile(r"\n{3,}")


def clean_line(text: str) -> str:
    """One line: invisible and directional characters gone, whitespace single."""
    return " ".join(_HIDDEN.sub("", unicodedata.normalize("NFC", text)).split())


def clean_lines(text: str) -> str:
    """The same for a text of several lines, of which at most one in a row is blank."""
    lines = (clean_line(line) for line in text.splitlines())
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


class CleanText(forms.CharField):
    """Text of people: too long is told in a sentence, never cut off while it is pasted."""

    def __init__(self, *, lines: bool = False, **options: Any) -> None:
        self.lines = lines
        if lines:
            options.setdefault("widget", forms.Textarea)
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return clean_lines(text) if self.lines else clean_line(text)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs | {"dir": "auto"}
