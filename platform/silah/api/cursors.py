"""Places in a list as opaque text: what stands in `?cursor=`."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import astuple, dataclass
from typing import Self

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError


@dataclass(frozen=True, slots=True)
class Cursor:
    """After (or, going back, before) the row at `place`, in the order called `sort`."""

    sort: str
    back: bool
    place: tuple[str, ...]

    def __str__(self) -> str:
        text = json.dumps(astuple(self), separators=(",", ":"))
        return urlsafe_b64encode(text.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str, *, sort: str) -> Self:
        """The cursor that an answer of ours gave out for the same order, else a problem 400."""
        try:
            padded = text + "=" * (-len(text) % 4)
            given, back, place = json.loads(urlsafe_b64decode(padded.encode("ascii")))
            cursor = cls(str(given), bool(back), tuple(map(str, place)))
        except (ValueError, TypeError):
            raise refused() from None
        if cursor.sort != sort:
            raise refused()
        return cursor


def refused() -> ValidationError:
    sentence = _("Take the cursor from `next` or `previous` of an answer, with the same `sort`.")
    return ValidationError({"cursor": [sentence]}, code="cursor")
