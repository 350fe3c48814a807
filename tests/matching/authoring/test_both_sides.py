"""Both sides of each pairing are made by form, and meet in fresh lists."""

import pytest

from ledger.tasks import sweep_outbox
from matching.models import Opening, TopMatches
from matching.pairings import registry
from tests.matching.authoring.walks import logged_in, made, walk_of

pytestmark = pytest.mark.django_db
SLUGS = list(registry.all_pairings())


@pytest.mark.parametrize("slug", SLUGS)
def test_both_sides_made_by_form_are_in_each_others_list(slug):
    owner, candidate = walk_of("opening", slug).make(), walk_of("candidacy", slug).make()
    opening = made(logged_in(owner), "opening", slug, owner)
    candidacy = made(logged_in(candidate), "candidacy", slug, candidate)

    sweep_outbox()

    assert TopMatches.objects.get(opening=opening).ids == [candidacy.pk]
    assert TopMatches.objects.get(candidacy=candidacy).ids == [opening.pk]


def test_what_is_said_by_form_stands_in_its_columns_and_terms():
    company = walk_of("opening", "contracting").make()
    tender = made(logged_in(company), "opening", "contracting", company)
    assert (tender.headcount, tender.usd_max, tender.seniority) == (5, 3000, 2)
    assert tender.terms == {"duration_months": 12}
    assert dict(tender.asked_skills.values_list("skill__slug", "importance")) == {
        "python": 3, "django": 2,
    }  # fmt: skip
    assert "python" in tender.folded
    assert isinstance(tender, Opening)
    assert tender.published_at is not None
