"""Numbers as people type them: both kinds of digits, separators between thousands, "USD" or "$"."""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from profiles.cleaning import clean_line
from profiles.folding import DIGITS

SIGNS = DIGITS | {ord("٫"): ".", ord("٬"): ",", ord("،"): ",", ord("’"): "'"}
SIGNS |= dict.fromkeys(map(ord, "−–"), "-")
NUMBER = re.compile(r"(\d+|\d{1,3}(?:([,' ])\d{3})(?:\2\d{3})*)(?:\.(\d+))?")
IN_ARABIC = r"دولار(?:ًا|ات)?(?:\s?(?:أمريكي|أميركي)(?:ًا)?)?"
DOLLARS = rf"(?:US\s?\$|(?:US\s?)?dollars?|USD|\$|{IN_ARABIC})"
OF_DOLLARS = re.compile(rf"^{DOLLARS}\s*|\s*{DOLLARS}$", re.IGNORECASE)
CENTS = 2


def whole_number(text: str, most: int) -> int:
    """Raises ValidationError, with a sentence, for what is no whole number from 0 to `most`."""
    number = _number(_plain(text), _("Give a whole number, in digits, such as 14."))
    if number != int(number):
        raise ValidationError(_("Give a whole number, without a fraction."), code="fraction")
    return int(_within(number, most, f"{most:,}"))


def dollars(text: str, most: Decimal) -> Decimal:
    """Raises ValidationError likewise, and for another currency than the US dollar."""
    bare = OF_DOLLARS.sub("", _plain(text)).strip()
    number = _number(bare, _("Give it in US dollars, in digits, such as 36,000 or 36000.50."))
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > CENTS:
        said = _("Give at most two digits after the point, with a comma between thousands.")
        raise ValidationError(said, code="cents")
    return _within(number, most, _("USD %(amount)s") % {"amount": f"{most:,}"})


def _plain(text: str) -> str:
    return clean_line(text).translate(SIGNS)


def _number(text: str, how: str) -> Decimal:
    """how: what to say of anything else than a number."""
    if text.startswith("-") and NUMBER.fullmatch(text[1:].strip()):
        raise ValidationError(_("Give 0 or more."), code="negative")
    found = NUMBER.fullmatch(text)
    if found is None:
        raise ValidationError(how, code="invalid")
    whole, _separator, part = found.groups()
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{part}" if part else digits)


def _within(number: Decimal, most: Decimal | int, in_words: str) -> Decimal:
    if number > most:
        raise ValidationError(_("Give at most %(most)s.") % {"most": in_words}, code="enormous")
    return number
