"""A line about a saved item or a new result keeps Latin names in order within Arabic."""

import pytest
from django.utils.translation import override

from matching.models import SavedSearch
from matching.saved import lists
from profiles.models import Profile
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_degree_is_isolated_in_arabic_only(language):
    graduate = make.a_graduate(degree="BSc, C++")
    viewer = make.viewing_as(make.an_international_company())
    with override(language):
        row = Profile.objects.for_names().get(pk=graduate.pk)
        line = lists.get("people").line(row, viewer)
    isolated = "\N{FIRST STRONG ISOLATE}BSc, C++\N{POP DIRECTIONAL ISOLATE}"
    assert (isolated in line.facts) == (language == "ar")
    assert "BSc, C++" in line.facts


def test_label_of_a_search_keeps_its_own_order(client):
    reader = make.an_account()
    SavedSearch.objects.create(
        user=reader, list="openings", query="q=C%2B%2B", label_en="C++", label_ar="C++"
    )
    client.force_login(reader)
    page = client.get("/ar/saved/?show=searches").content.decode()
    assert page.count("<bdi>C++</bdi>") == page.count("C++") == 3
