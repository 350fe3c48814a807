import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from tests.web.markup import Markup
from tests.web.samples import SAMPLES, bound_form

COMPONENTS = settings.BASE_DIR / "templates" / "components"
pytestmark = pytest.mark.urls("tests.web.pages")


def render(component: str, language: str = "en", **inputs: object) -> str:
    with override(language):
        return render_to_string(f"components/{component}.html", inputs or SAMPLES[component])


def test_every_component_has_a_sample_and_every_sample_a_component() -> None:
    assert sorted(SAMPLES) == sorted(path.stem for path in COMPONENTS.glob("*.html"))


@pytest.mark.parametrize("path", sorted(COMPONENTS.glob("*.html")), ids=lambda path: path.stem)
def test_first_line_of_a_component_names_its_inputs(path: Path) -> None:
    assert re.match(r"\{# .+ #\}", path.read_text("utf-8").splitlines()[0])


@pytest.mark.parametrize("component", sorted(SAMPLES))
@pytest.mark.parametrize("language", ["en", "ar"])
def test_component_closes_what_it_opens_and_leaves_nothing_blank(
    component: str, language: str
) -> None:
    source = render(component, language)

    assert Markup(source).faults == []
    assert "None" not in source
    assert "style=" not in source
    assert "<script" not in source


@pytest.mark.parametrize("component", sorted(SAMPLES))
def test_arabic_component_says_no_latin_word(component: str) -> None:
    assert re.findall("[A-Za-z]+", Markup(render(component, "ar")).text) == []


@pytest.mark.parametrize("component", sorted(SAMPLES))
def test_english_component_says_no_arabic_word(component: str) -> None:
    assert re.findall("[\u0600-\u06ff]+", Markup(render(component, "en")).text) == []


def test_state_is_a_mark_beside_its_word() -> None:
    assert [Markup(render("state", state=state)).text for state in ("met", "partly", "not")] == [
        "Met",
        "Partly",
        "Not met",
    ]
    assert Markup(render("state", "ar", state="veto")).text == "مستبعد"


def test_unknown_word_for_a_state_is_refused() -> None:
    with pytest.raises(ValueError, match="'good' is no state of a criterion; use one of met"):
        render("state", state="good")


def test_criterion_without_weight_says_so_on_that_side_only() -> None:
    row = {"label": "1", "finding": "2", "state": "partly", "you": (17, 20), "them": None}

    text = Markup(render("crit_table", rows=[row])).text

    assert text.endswith("Partly You: 17 of 20 Them: no weight")


def test_zero_points_are_shown_as_zero() -> None:
    assert Markup(render("points", points=0, weight=5)).text == "0 of 5"


def test_other_side_is_left_out_where_it_is_not_disclosed() -> None:
    source = render("both_sides", score=85, you=87, your_parts=[(1000, 870)])

    assert source.count('class="band') == 1
    assert "What it gives them" not in source


def test_value_of_an_option_is_sent_without_separators() -> None:
    options = [{"value": 1234, "label": "1", "count": 41}]
    assert 'value="1234"' in render("option_list", "ar", kind="radio", name="p", options=options)


def test_text_of_people_is_escaped() -> None:
    assert "&lt;b&gt;" in render("opening_cards", lines=[{"title": "<b>", "url": "/"}])


def test_error_summary_takes_the_focus_and_links_to_the_field() -> None:
    form = bound_form()

    source = render("error_summary", form=form)

    assert "autofocus" in source
    assert '<a href="#id_choice">3: This field is required.</a>' in source
    assert 'id="id_choice"' in str(form["choice"].as_field_group())
    assert Markup(source).text.startswith("One answer needs another look")


def test_error_summary_of_a_good_form_is_empty() -> None:
    form = type(bound_form())({"number": "1", "choice": "1"})

    assert Markup(render("error_summary", form=form)).text == ""


def test_field_is_tied_to_its_hint_and_error() -> None:
    form = type(bound_form())({"number": "x", "choice": "1"})

    source = str(form["number"].as_field_group())

    assert 'class="field bad"' in source
    assert 'aria-describedby="id_number_helptext id_number_error"' in source
    assert 'id="id_number_helptext">2<' in source
    assert 'id="id_number_error"><li>Enter a whole number.</li>' in source


NAMES = ["C++", "BSc, C#", "Birzeit University (BZU)"]


@pytest.mark.parametrize(
    ("component", "inputs"),
    [("facts", {"facts": NAMES}), ("card_heading", {"line": {"facts": NAMES}})],
)
def test_every_fact_keeps_its_own_reading_order(component: str, inputs: dict[str, Any]) -> None:
    source = render(component, "ar", **inputs)

    assert re.findall(r'<bdi dir="auto">([^<]*)</bdi>', source)[-len(NAMES) :] == NAMES


def test_a_skill_as_an_option_or_a_tag_keeps_its_own_reading_order() -> None:
    options = [{"value": "cpp", "label": "C++"}]

    assert "<bdi>C++</bdi>" in render("option_list", "ar", kind="radio", options=options)
    assert "<bdi>C++</bdi>" in render("card_heading", "ar", line={"tags": [("C++", "missing")]})


@pytest.mark.parametrize(
    ("state", "said"),
    [("held", "C++"), ("in part", "In part: C++"), ("missing", "Missing: C++"), ("", "C++")],
)
def test_a_tag_says_its_state_alike_on_a_card_of_a_list_and_alone(state: str, said: str) -> None:
    alone = render("tag", label="C++", state=state).strip()

    assert Markup(alone).text == said
    assert alone in render("card_heading", line={"tags": [("C++", state)]})


def test_only_what_counts_in_part_is_marked_by_half_a_lozenge() -> None:
    marked = {
        state: "#m-part" in render("tag", label="C++", state=state)
        for state in ("held", "in part", "missing", "")
    }

    assert marked == {"held": False, "in part": True, "missing": False, "": False}
