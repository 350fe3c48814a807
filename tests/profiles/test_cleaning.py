"""What nobody sees is not kept; what people see, emoji included, is."""

import pytest
from django import forms

from profiles.cleaning import CleanText, clean_line, clean_lines


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u202eSami\u202c  Khoury", "Sami Khoury"),
        ("Sa\u200bmi\ufeff", "Sami"),
        ("\u2066لينا\u2069 \u200fحداد\u200e", "لينا حداد"),
        ("a\u0000b\tc\nd", "ab c d"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Lina 👩\u200d💻 ❤\ufe0f", "Lina 👩\u200d💻 ❤\ufe0f"),
        ("نص\u200d", "نص"),
        ("e\u0301", "é"),
    ],
)
def test_line_loses_what_is_invisible(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept
    assert clean_line(kept) == kept


def test_text_keeps_its_lines_and_one_blank_between() -> None:
    assert clean_lines("a \r\n\r\n\n\n\u202eb\n") == "a\n\nb"


class Form(forms.Form):
    name = CleanText(max_length=5)


@pytest.mark.parametrize("nothing", ["", "  ", "\u200b\u202e"])
def test_invisible_text_is_no_answer(nothing: str) -> None:
    assert "name" in Form({"name": nothing}).errors


def test_too_long_is_told_and_not_cut_off() -> None:
    form = Form({"name": "abcdef"})
    assert "at most 5 characters" in form.errors["name"][0]
    assert 'value="abcdef"' in str(form["name"])
    assert "maxlength" not in str(form["name"])


def test_length_is_that_of_the_cleaned_text() -> None:
    assert Form({"name": "\u200babcde\u202e "}).is_valid()
