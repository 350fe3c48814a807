"""What a pairing says of its two sides is complete: pages, words and who may take them."""

import pytest

from matching.pairings import registry
from profiles.firms.models import Firm

SIDES = [(slug, side) for slug in registry.all_pairings() for side in ("opening", "candidacy")]
ON_PAGES_BUT_NO_TERM = {"country"}


@pytest.mark.parametrize(("slug", "side"), SIDES)
def test_every_term_is_asked_on_exactly_one_page(slug, side):
    form = registry.get(slug).terms(side)
    asked = [name for page in form.pages for name in page.fields]
    assert sorted(set(asked) - ON_PAGES_BUT_NO_TERM) == sorted(form.base_fields)
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize(("slug", "side"), SIDES)
def test_pages_of_a_form_have_addresses_of_their_own(slug, side):
    slugs = [page.slug for page in registry.get(slug).terms(side).pages]
    assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize(("slug", "side"), SIDES)
def test_the_side_that_requires_is_asked_for_skills_and_the_other_is_not(slug, side):
    pairing = registry.get(slug)
    assert (pairing.words(side).skills is not None) == (pairing.requirer == side)


@pytest.mark.parametrize("slug", registry.all_pairings())
def test_amounts_that_a_rule_keeps_private_are_private_fields_of_the_candidate(slug):
    pairing = registry.get(slug)
    amounts = {"usd_min", "usd_max"} & set(pairing.candidacy_terms.base_fields)
    kept = amounts & pairing.candidacy_terms.private
    assert kept == (amounts if any(rule.private for rule in pairing.rules) else set())


@pytest.mark.parametrize("slug", registry.all_pairings())
def test_a_candidate_reads_who_will_see_what_and_an_owner_is_asked_for_a_title(slug):
    pairing = registry.get(slug)
    assert pairing.candidacy_words.shown
    assert pairing.opening_words.title


def test_firm_types_are_types_of_firms():
    named = {
        type_
        for pairing in registry.all_pairings().values()
        for types in pairing.firm_types.values()
        for type_ in types
    }
    assert named <= set(Firm.Type.values)


@pytest.mark.parametrize(
    ("firm_type", "may"),
    [
        ("startup", {"hiring opening", "internships opening", "investing candidacy",
                     "mentorship candidacy"}),
        ("local_it", {"hiring opening", "internships opening", "contracting candidacy"}),
        ("diaspora", {"hiring opening", "internships opening", "contracting opening"}),
        ("international", {"hiring opening", "internships opening", "contracting opening"}),
        ("", {"hiring opening", "internships opening"}),
    ],
)  # fmt: skip
def test_which_sides_a_firm_takes_follows_from_its_type(firm_type, may):
    taken = {
        f"{slug} {side}"
        for slug, side in SIDES
        if registry.get(slug).takes(side, "firm", firm_type)
    }
    assert taken == may


@pytest.mark.parametrize(
    ("kind", "may"),
    [
        ("graduate", {"hiring candidacy", "internships candidacy", "mentorship candidacy"}),
        ("mentor", {"mentorship opening"}),
        ("investor", {"investing opening"}),
    ],
)
def test_which_sides_a_person_takes_follows_from_the_declaration(kind, may):
    taken = {f"{slug} {side}" for slug, side in SIDES if registry.get(slug).takes(side, kind)}
    assert taken == may
