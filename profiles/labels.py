"""Labels of sectors, languages and governorates, and mask bits; read once per process.

They are few and seldom changed.
"""

from collections.abc import Iterable
from functools import cache

from django.utils.translation import get_language
from django_countries import countries

from profiles.models import Governorate, Language, Sector


@cache
def _sectors() -> dict[str, Sector]:
    return {row.slug: row for row in Sector.objects.all()}


@cache
def _languages() -> dict[str, Language]:
    return {row.code: row for row in Language.objects.all()}


@cache
def _governorates() -> dict[str, Governorate]:
    return {row.code: row for row in Governorate.objects.all()}


@cache
def _governorate_codes() -> dict[int, str]:
    """By key, the oldest first."""
    rows = sorted(_governorates().values(), key=lambda row: row.pk)
    return {row.pk: row.code for row in rows}


@cache
def _governorate_bits() -> dict[str, int]:
    """By age, so that one that comes later moves no other."""
    return {code: bit for bit, code in enumerate(_governorate_codes().values())}


def forget() -> None:
    """Read them anew: a sync of the taxonomy changed them."""
    for kept in (_sectors, _languages, _governorates, _governorate_codes, _governorate_bits):
        kept.cache_clear()


def sector_label(slug: str) -> str:
    return _sectors()[slug].label if slug in _sectors() else slug


def language_label(code: str) -> str:
    return _languages()[code].label if code in _languages() else code


def sector_choices() -> list[tuple[str, str]]:
    return [(slug, row.label) for slug, row in _sectors().items()]


def language_choices() -> list[tuple[str, str]]:
    return [(code, row.label) for code, row in _languages().items()]


def governorate_choices() -> list[tuple[str, str]]:
    return [(code, row.label) for code, row in _governorates().items()]


def governorate_label(code: str) -> str:
    return _governorates()[code].label if code in _governorates() else code


def governorate_code(key: int | None) -> str:
    """By its key; empty where none is said."""
    return _governorate_codes().get(key, "") if key else ""


def country_name(code: str) -> str:
    return _country_name(code, get_language() or "")


@cache
def _country_name(code: str, language: str) -> str:
    """Kept, because a name is looked up and translated anew each time, which costs a list."""
    return str(countries.name(code))


def sector_mask(slugs: Iterable[str]) -> int | None:
    """One bit a sector; nothing said is `None`. A slug nobody knows raises KeyError."""
    return sum({1 << sector_bit(slug) for slug in slugs}) or None


def sector_bit(slug: str) -> int:
    return int(_sectors()[slug].bit)


def governorate_bit(code: str) -> int:
    """A code that nobody knows raises KeyError."""
    return _governorate_bits()[code]


def language_mask(codes: Iterable[str]) -> int | None:
    """One bit a language; nothing said is `None`. A code nobody knows raises KeyError."""
    return sum({1 << _languages()[code].bit for code in codes}) or None
