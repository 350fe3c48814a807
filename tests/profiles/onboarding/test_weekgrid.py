"""Boxes and exact hours say one week together; neither loses what the other says."""

import pytest
from django import forms
from django.http import QueryDict
from django.utils import translation

from profiles.hours import parse_week
from profiles.onboarding.weekgrid import WeekGridField


class Form(forms.Form):
    week = WeekGridField(label="Week")


def week(text: str) -> list[int] | None:
    form = Form(QueryDict(text))
    assert form.is_valid(), form.errors
    return form.cleaned_data["week"]


def hours(text: str) -> list[int]:
    return list(parse_week(text))


def test_ticked_blocks_are_free():
    assert week("week=6-18&week=0-6") == hours("Sun 18:00-24:00; Mon 06:00-12:00")


def test_exact_hours_count():
    assert week("week-hours=Sun-Thu 09:00-17:00") == hours("Sun-Thu 09:00-17:00")


def test_ticks_add_to_exact_hours_and_unticked_ones_go():
    text = "week-hours=Mon 09:00-17:00; Sun 06:00-12:00&week-shown=6-6&week=6-18"
    assert week(text) == hours("Mon 09:00-17:00; Sun 18:00-24:00")


def test_nothing_ticked_is_not_said():
    assert week("") is None
    assert week("week-shown=6-6&week-hours=Sun 06:00-12:00") is None


def test_blocks_nobody_knows_count_for_nothing():
    assert week("week=9-6&week=6-7&week=x&week=6-0") == hours("Sun 00:00-06:00")


def test_what_is_not_understood_is_told_and_stays():
    form = Form(QueryDict("week-hours=Caturday 9-17&week=6-18"))
    assert "was not understood" in form.errors["week"][0]
    drawn = str(form["week"])
    assert 'value="Caturday 9-17"' in drawn
    assert 'value="6-18" aria-label="Sunday, 18:00 to 24:00" checked' in drawn


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_drawn_says_the_same_week_when_sent_back(language):
    known = hours("Sun-Thu 09:00-17:00; Sat 06:00-12:00, 22:00-24:00")
    with translation.override(language):
        shown = Form(initial={"week": known})["week"]
        context = shown.field.widget.get_context("week", shown.value(), {})
        ticks = [
            cell["code"] for day in context["days"] for cell in day["cells"] if cell["is_ticked"]
        ]
        sent = QueryDict(mutable=True)
        sent.setlist("week", ticks)
        sent.update({"week-shown": context["shown"], "week-hours": context["text"]})
        form = Form(sent)
        assert form.is_valid()
        assert form.cleaned_data["week"] == known
        assert context["days"][0]["name"] == ("Sunday" if language == "en" else "الأحد")
