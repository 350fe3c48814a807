"""Readers of one cell: text in, value out, or a ValueError whose sentence says what to write."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db.models import Choices
from django.utils import translation
from django_countries import countries

from profiles.folding import fold
from profiles.hours import parse_week

Read = Callable[[str], Any]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

_YES = {"yes", "y", "true", "1", "نعم"}
_NO = {"no", "n", "false", "0", "لا"}


def text(most: int) -> Read:
    """Up to `most` characters, kept as they are."""

    def read(cell: str) -> str:
        if len(cell) > most:
            raise ValueError(f"has {len(cell)} characters. Shorten it to {most}.")
        return cell

    return read


def identifier(cell: str) -> str:
    """An id in the sender's own system; one that a spreadsheet would run is refused."""
    if cell.startswith(FORMULA):
        raise ValueError(f"“{cell[:20]}” begins like a formula. Begin it with a letter or digit.")
    return str(text(80)(cell))


def whole(least: int, most: int) -> Read:
    def read(cell: str) -> int:
        try:
            number = int(cell)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            raise ValueError(f"“{cell[:20]}” is not a whole number from {least} to {most}.")
        return number

    return read


def yes_no(cell: str) -> bool:
    word = fold(cell)
    if word not in _YES | _NO:
        raise ValueError(f"“{cell[:20]}” is neither. Write yes or no.")
    return word in _YES


def day(cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"“{cell[:20]}” is not a day. Write it as 2026-09-30.") from None


@lru_cache(maxsize=4096)
def week(cell: str) -> list[int]:
    return list(parse_week(cell))


def zone(cell: str) -> str:
    if cell not in _zones():
        raise ValueError(f"“{cell[:40]}” is no time zone. Write one such as Asia/Hebron.")
    return cell


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


@lru_cache(maxsize=1024)
def country(cell: str) -> str:
    code = cell.upper()
    if code not in countries.countries:
        raise ValueError(f"“{cell[:40]}” is no country code. Write two letters such as PS or JO.")
    return code


def email(cell: str) -> str:
    try:
        validate_email(cell)
    except ValidationError:
        raise ValueError(f"“{cell[:40]}” is no address. Write it as name@example.org.") from None
    return str(text(254)(cell))


def website(cell: str) -> str:
    try:
        URLValidator(schemes=["http", "https"])(cell)
    except ValidationError:
        raise ValueError(f"“{cell[:40]}” is no link. Write it as https://example.org.") from None
    return str(text(200)(cell))


def one_of(members: type[Choices]) -> Read:
    """A member by its value or its label in either language."""
    found = spellings(members.choices)

    def read(cell: str) -> Any:
        try:
            return found[fold(cell)]
        except KeyError:
            raise ValueError(f"“{cell[:40]}” is not one of: {listed(members.choices)}.") from None

    return read


def spellings(choices: Any) -> dict[str, Any]:
    """Folded value, English and Arabic label of each choice, to its value; blank ones left out."""
    found = {fold(str(value)): value for value, _ in choices if value != ""}
    for language in ("en", "ar"):
        with translation.override(language):
            labels = {fold(str(label)): value for value, label in choices if value != ""}
        found = labels | found
    return found


def listed(choices: Any) -> str:
    """The values that may be written, with the label where a value is only a number."""
    with translation.override("en"):
        return ", ".join(
            f"{value} ({label})" if isinstance(value, int) else str(value)
            for value, label in choices
            if value != ""
        )


def parts(cell: str) -> list[str]:
    """The entries of a list, which stand apart by semicolons; each once."""
    entries = (part.strip() for part in cell.replace("؛", ";").split(";"))
    return list(dict.fromkeys(part for part in entries if part))


def escaped(value: str) -> str:
    """The value as a CSV cell that no spreadsheet runs as a formula."""
    return f"'{value}" if value.startswith(FORMULA) else value
