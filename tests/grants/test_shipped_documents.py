"""Documents of programmes that ship: their words, their sources, and what is not published."""

from datetime import date
from decimal import Decimal
from itertools import chain

import pytest

from grants.amounts import CostShare, Tier, estimate, facts_of
from grants.documents import FOLDER, programme_of, read_all
from grants.facts import FACTS
from grants.rules import Parameter, Provenance, Span, criteria_of

TODAY = date(2026, 11, 26)
DOCUMENTS = {document["slug"]: document for document in read_all()}
PROGRAMMES = {slug: programme_of(document) for slug, document in DOCUMENTS.items()}
PLACEHOLDERS = [
    pytest.param(parameter, id=f"{slug}: {name}")
    for slug, programme in PROGRAMMES.items()
    for name, parameter in programme.rules.parameters.items()
    if parameter.at(TODAY) is None
]
INFERRED = [
    pytest.param(parameter["title"], id=f"{slug}: {name}")
    for slug, document in DOCUMENTS.items()
    for name, parameter in document.get("parameters", {}).items()
    if any(span["provenance"] == "inferred" for span in parameter["spans"])
]
of_each_document = pytest.mark.parametrize("slug", DOCUMENTS)


def test_each_file_is_named_after_its_programme():
    assert sorted(DOCUMENTS) == sorted(path.stem for path in FOLDER.glob("*.toml"))


def test_a_document_is_as_json_has_it():
    assert DOCUMENTS["ipsd-nexus"]["window"]["checked_on"] == "2026-11-22"


def words_in(part):
    if isinstance(part, dict) and set(part) == {"en", "ar"}:
        yield part
    elif isinstance(part, dict | list):
        yield from chain.from_iterable(
            map(words_in, part.values() if isinstance(part, dict) else part)
        )


def strings_in(part, key):
    if isinstance(part, dict):
        yield from (value for name, value in part.items() if name == key)
        yield from chain.from_iterable(strings_in(each, key) for each in part.values())
    elif isinstance(part, list):
        yield from chain.from_iterable(strings_in(each, key) for each in part)


def is_arabic(text):
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


@of_each_document
def test_all_words_are_in_two_languages_with_western_digits(slug):
    for words in words_in(DOCUMENTS[slug]):
        assert is_arabic(words["ar"]), words
        assert not is_arabic(words["en"]), words
        assert not any("\u0660" <= letter <= "\u0669" for letter in words["ar"]), words


@of_each_document
def test_nobody_is_told_to_be_eligible(slug):
    for words in words_in({**DOCUMENTS[slug], "sources": {}}):
        assert "eligible" not in words["en"].lower().replace("eligible costs", "")


@of_each_document
def test_every_source_is_cited(slug):
    document = DOCUMENTS[slug]
    cited = set(strings_in({**document, "sources": {}}, "source"))
    assert cited == set(document["sources"])


@pytest.mark.parametrize("parameter", PLACEHOLDERS)
def test_a_placeholder_yields_no_figure_by_itself(parameter):
    """Whatever is published beside it."""
    share = Parameter("share", (Span(Decimal(80), Provenance.PUBLISHED),))
    parameters = {"share": share, parameter.name: parameter}
    for formula in (
        CostShare("cost", parameter.name, (Tier("share"),)),
        CostShare("cost", "share", (Tier(parameter.name),)),
    ):
        found = estimate(formula, {"cost": Decimal(1000)}, parameters, as_of=TODAY)
        assert (found.low, found.high, found.ways) == (None, None, ())


@pytest.mark.parametrize("title", INFERRED)
def test_what_is_inferred_says_so_in_its_title(title):
    assert "inferred" in title["en"]
    assert "استنتاج" in title["ar"]


def test_something_is_inferred_and_something_is_a_placeholder():
    """So that what is said above of each of them is said of any."""
    assert INFERRED
    assert PLACEHOLDERS


def test_every_fact_is_asked_for_by_some_programme():
    """One that no document needs would be a question to nobody's use."""
    asked = {
        leaf.fact for programme in PROGRAMMES.values() for leaf in criteria_of(programme.rules.rule)
    }
    asked |= {
        name
        for programme in PROGRAMMES.values()
        if programme.formula
        for name in facts_of(programme.formula)
    }
    assert asked == set(FACTS)


@of_each_document
def test_only_what_was_read_as_paused_is_said_to_be_paused(slug):
    paused = {"ipsd-nexus", "ipsd-co-investment"}
    status = "paused" if slug in paused else "unknown"
    assert DOCUMENTS[slug]["window"]["status"] == status


def test_the_docs_name_every_programme_that_ships():
    docs = (FOLDER.parent.parent / "docs" / "grants.md").read_text("utf-8")
    assert [slug for slug in DOCUMENTS if f"| `{slug}` |" not in docs] == []
