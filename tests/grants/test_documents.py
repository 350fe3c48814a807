"""A programme's document, and each way in which it is refused."""

from datetime import date

import pytest

from grants.documents import FOLDER, DocumentError, programme_of, read


@pytest.fixture
def document():
    """One that is right, with a criterion of each operator's kind; a test breaks one thing."""
    return read(FOLDER / "ipsd-nexus.toml")


def refused(document) -> str:
    with pytest.raises(DocumentError) as error:
        programme_of(document)
    return str(error.value)


def criterion(document, name):
    return next(each for each in document["criteria"] if each["id"] == name)


def cap(document):
    return document["parameters"]["cap"]["spans"][0]


# What the schema refuses.


def test_words_in_one_language_only(document):
    del document["title"]["ar"]
    assert refused(document) == "title: 'ar' is a required property"


def test_words_that_are_empty(document):
    criterion(document, "market")["unmet"]["ar"] = ""
    assert refused(document).startswith("criteria.4.unmet.ar: ")


def test_a_number_below_0(document):
    cap(document)["value"] = "-5"
    assert refused(document) == (
        "parameters.cap.spans.0.value: A number is written in digits and as text, "
        'as in "30000" or "0.5"; it is never below 0.'
    )


def test_a_number_that_is_no_text(document):
    cap(document)["value"] = 30000
    assert "in digits and as text" in refused(document)


def test_a_criterion_that_compares_with_less_than_0(document):
    del criterion(document, "long_enough")["parameter"]
    criterion(document, "long_enough")["values"] = [-6]
    assert refused(document) == "criteria.3.values.0: -6 is less than the minimum of 0"


def test_a_placeholder_with_a_value(document):
    document["parameters"]["least_months"]["spans"][0]["value"] = "6"
    assert refused(document) == (
        "parameters.least_months.spans.0: "
        "A placeholder has no value: take it out, or say where it was read."
    )


@pytest.mark.parametrize("missing", ["source", "value"])
@pytest.mark.parametrize("provenance", ["published", "inferred"])
def test_a_number_without_its_source_or_its_value(document, provenance, missing):
    cap(document)["provenance"] = provenance
    del cap(document)[missing]
    assert refused(document) == (
        "parameters.cap.spans.0: What is published or inferred has a value and a source."
    )


def test_an_address_that_is_not_encrypted(document):
    document["sources"]["nexus"]["url"] = "http://ipsd.ps"
    assert refused(document).endswith("An address begins with https:// and holds no space.")


def test_a_quote_longer_than_400_characters(document):
    criterion(document, "market")["quote"] = "a" * 401
    assert refused(document).startswith("criteria.4.quote: ")


@pytest.mark.parametrize("both", [True, False])
def test_a_criterion_with_values_and_a_parameter_or_with_neither(document, both):
    if both:
        criterion(document, "registered")["parameter"] = "cap"
    else:
        del criterion(document, "registered")["values"]
    assert refused(document) == (
        "criteria.0: A criterion compares with values or with a parameter: name one of the two."
    )


def test_a_rule_that_is_all_and_any_at_once(document):
    document["rule"]["any"] = ["registered"]
    assert refused(document) == "rule: A rule is a name, or one of all, any and not."


def test_an_amount_of_no_known_kind(document):
    document["amount"]["kind"] = "gift"
    assert refused(document) == (
        "amount: An amount is a cost_share, a co_investment or a stipend, "
        "with the terms of its kind."
    )


def test_a_window_that_is_neither_open_nor_paused_nor_closed_nor_unknown(document):
    document["window"]["status"] = "soon"
    assert refused(document).startswith("window.status: 'soon' is not one of ")


# What no schema sees.


def test_a_fact_that_nobody_is_asked(document):
    criterion(document, "registered")["fact"] = "moon"
    assert refused(document) == (
        "Criterion 'registered' asks for the fact 'moon', which there is not."
    )


@pytest.mark.parametrize(
    ("name", "value"), [("registered", "yes"), ("registered", True), ("market", "true")]
)
def test_a_value_that_is_no_answer_to_its_fact(document, name, value):
    criterion(document, name)["values"] = [value]
    fact = criterion(document, name)["fact"]
    assert refused(document) == f"Criterion {name!r}: {value!r} is no answer to {fact!r}."


def test_text_where_a_number_is_compared(document):
    del criterion(document, "long_enough")["parameter"]
    criterion(document, "long_enough")["values"] = ["six"]
    assert refused(document) == (
        "Criterion 'long_enough': 'six' is no answer to 'months_operating'."
    )


@pytest.mark.parametrize("operator", ["gte", "lt"])
def test_a_choice_that_is_measured(document, operator):
    criterion(document, "registered")["operator"] = operator
    assert refused(document) == (
        "Criterion 'registered': 'registration' is no number, so it is neither more nor less."
    )


def test_a_choice_that_is_compared_with_a_parameter(document):
    criterion(document, "long_enough").update(fact="registration", operator="eq")
    assert "'registration' is no number" in refused(document)


def test_several_values_where_one_number_is_compared(document):
    del criterion(document, "long_enough")["parameter"]
    criterion(document, "long_enough")["values"] = [6, 7]
    assert refused(document) == "Criterion 'long_enough' compares with one number, not with 2."


def test_a_name_in_the_rule_that_stands_for_nothing(document):
    document["rule"]["all"].append("moon")
    assert refused(document) == "The rule names 'moon', which is no criterion and no group."


def test_a_group_within_itself(document):
    document["groups"] = {"one": {"all": ["two"]}, "two": {"any": ["registered", "one"]}}
    document["rule"]["all"].append("one")
    assert refused(document) == ("A group holds itself: one > two > one. Take one of them out.")


def test_a_group_that_is_used_twice_holds_nothing_of_itself(document):
    document["groups"] = {"one": {"any": ["registered", "market"]}}
    document["rule"]["all"] += ["one", {"not": {"not": "one"}}]
    programme_of(document)


def test_a_group_behind_a_criterion_of_its_name(document):
    document["groups"] = {"market": {"any": ["registered"]}}
    assert refused(document) == "'market' is a criterion and a group: rename one."


def test_a_criterion_in_no_rule(document):
    document["rule"]["all"].remove("market")
    assert refused(document) == "Criterion 'market' is in no rule: use it or delete it."


def test_a_criterion_that_stands_there_twice(document):
    document["criteria"].append(criterion(document, "market"))
    assert refused(document) == "Criterion 'market' stands there twice: rename one."


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("least_months", "Criterion 'long_enough' needs the parameter 'least_months': declare it."),
        ("cap", "The amount needs the parameter 'cap': declare it, with no value if need be."),
    ],
)
def test_a_parameter_that_is_not_declared(document, name, sentence):
    del document["parameters"][name]
    assert refused(document) == sentence


@pytest.mark.parametrize("place", ["criterion", "window", "number"])
def test_a_source_that_is_not_declared(document, place):
    where = {
        "criterion": criterion(document, "market"),
        "window": document["window"],
        "number": cap(document),
    }
    where[place]["source"] = "moon"
    assert refused(document) == "The source 'moon' is named and not declared."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({"valid_to": "2026-06-30"}, {"valid_from": "2026-06-30"}),
        ({}, {"valid_from": "2027-01-01"}),
    ],
)
def test_two_numbers_for_one_day(document, first, second):
    spans = document["parameters"]["cap"]["spans"]
    spans[:] = [{**spans[0], **second}, {**spans[0], **first}]
    assert refused(document) == (
        "Parameter 'cap' has two values for one day: end the first earlier."
    )


def test_one_number_after_the_other_is_two_numbers(document):
    spans = document["parameters"]["cap"]["spans"]
    spans[:] = [
        {**spans[0], "valid_to": "2026-06-30"},
        {**spans[0], "value": "40000", "valid_from": "2026-07-01"},
    ]
    parameter = programme_of(document).rules.parameters["cap"]
    assert [parameter.at(date(2026, 6, 30)), parameter.at(date(2026, 7, 1))] == [30_000, 40_000]


def test_a_number_that_ends_before_it_begins(document):
    cap(document).update(valid_from="2026-02-03", valid_to="2026-02-02")
    assert refused(document) == "Parameter 'cap' ends before it begins."


def test_a_day_that_is_none(document):
    cap(document)["valid_to"] = "2026-02-30"
    assert refused(document) == "cap: 2026-02-30 is no day of the calendar."


@pytest.mark.parametrize("place", ["window", "nexus"])
def test_a_day_of_reading_that_is_none(document, place):
    if place == "window":
        document["window"]["checked_on"] = "2026-02-30"
    else:
        document["sources"]["nexus"]["read_on"] = "2026-02-30"
    assert refused(document) == f"{place}: 2026-02-30 is no day of the calendar."


def test_an_amount_that_asks_for_a_fact_nobody_is_asked(document):
    document["amount"]["cost"] = "moon"
    assert refused(document) == "The amount asks for the fact 'moon', which there is not."


def test_an_amount_worked_out_of_words(document):
    document["amount"]["cost"] = "registration"
    assert refused(document) == "The amount needs a number, and 'registration' is something else."


def test_a_share_chosen_by_what_is_not_yes_or_no(document):
    document["amount"]["tiers"][0]["when"] = "registration"
    assert refused(document) == "The amount needs yes or no, and 'registration' is something else."


def test_a_file_is_named_where_it_is_refused(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("slug = ")
    with pytest.raises(DocumentError, match=r"^mine\.toml: "):
        read(path)
