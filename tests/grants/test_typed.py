"""Numbers as they are typed: read as they were meant, or refused with a sentence."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from grants.facts import MOST_MONTHS, MOST_USD
from grants.typed import dollars, whole_number


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("36000", "36000"),
        (" 36,000 ", "36000"),
        ("1,234,567.50", "1234567.50"),
        ("36 000", "36000"),
        ("36\N{NO-BREAK SPACE}000", "36000"),
        ("36'000", "36000"),
        ("$36,000", "36000"),
        ("USD 36000.5", "36000.5"),
        ("us$ 5", "5"),
        ("36,000 dollars", "36000"),
        ("٣٦٬٠٠٠٫٥٠", "36000.50"),
        ("۳۶۰۰۰", "36000"),
        ("٣٦٠٠٠ دولار", "36000"),
        ("٣٦٠٠٠ دولار أمريكي", "36000"),
        ("0", "0"),
        ("1000000000", "1000000000"),
        ("\N{RIGHT-TO-LEFT MARK}500\N{LEFT-TO-RIGHT MARK}", "500"),
    ],
)
def test_dollars_are_read_in_every_usual_writing(text, amount):
    assert dollars(text, MOST_USD) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("€36,000", "US dollars"),
        ("36000 ILS", "US dollars"),
        ("٥٠٠ شيكل", "US dollars"),
        ("₪500", "US dollars"),
        ("A$500", "US dollars"),
        ("JOD 10", "US dollars"),
        ("1e9", "US dollars"),
        ("36k", "US dollars"),
        ("3,6000", "US dollars"),
        ("36.000,50", "US dollars"),
        ("1,000 000", "US dollars"),
        ("NaN", "US dollars"),
        ("$", "US dollars"),
        ("²", "US dollars"),
        ("-5", "0 or more"),
        ("−5", "0 or more"),
        ("$-5", "0 or more"),
        ("36.000", "two digits after the point"),
        ("1000000000.01", "at most USD 1,000,000,000"),
        ("9" * 400, "at most USD 1,000,000,000"),
    ],
)
def test_what_is_no_amount_of_dollars_is_refused_in_a_sentence(text, said):
    with pytest.raises(ValidationError, match=said):
        dollars(text, MOST_USD)


@pytest.mark.parametrize(
    ("text", "months"), [("14", 14), ("١٤", 14), ("1,200", 1200), ("0", 0), ("14.0", 14)]
)
def test_months_are_whole(text, months):
    assert whole_number(text, MOST_MONTHS) == months


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.5", "without a fraction"),
        ("-1", "0 or more"),
        ("1201", "at most 1,200"),
        ("fourteen", "in digits"),
        ("14 USD", "in digits"),
        ("", "in digits"),
    ],
)
def test_other_months_are_refused_in_a_sentence(text, said):
    with pytest.raises(ValidationError, match=said):
        whole_number(text, MOST_MONTHS)
