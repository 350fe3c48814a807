"""How evenly lists show people: figures that can be counted by hand, from the stored rows."""

import pytest

from matching import runs
from matching.exposure import Exposure, exposure, of_histogram
from matching.models import TopMatches
from tests import make


def test_all_in_as_many_lists_is_even():
    assert of_histogram([(3, 5)]) == Exposure(people=5, listed=1.0, gini=0.0)


def test_one_in_all_the_lists_is_as_uneven_as_it_gets():
    """(n - 1) / n, of n people."""
    assert of_histogram([(0, 3), (7, 1)]) == Exposure(people=4, listed=0.25, gini=0.75)


def test_the_index_is_the_mean_difference_of_two_over_twice_the_mean():
    counts = [0, 0, 1, 4, 4, 9]
    between = [abs(one - other) for one in counts for other in counts]
    expected = sum(between) / len(counts) ** 2 / (2 * sum(counts) / len(counts))
    found = of_histogram([(0, 2), (1, 1), (4, 2), (9, 1)])
    assert found.gini == pytest.approx(expected)
    assert found.listed == pytest.approx(4 / 6)


@pytest.mark.parametrize(("histogram", "people"), [([], 0), ([(0, 8)], 8)])
def test_where_nobody_is_listed_nothing_is_uneven(histogram, people):
    assert of_histogram(histogram) == Exposure(people=people, listed=0.0, gini=0.0)


@pytest.fixture
def stored(settings):
    """Three jobs and four searches, one a list: a graduate with the experience gets them all."""
    settings.MATCHES_STORED = 1
    for _ in range(3):
        make.a_job()
    for _ in range(4):
        make.looks_for_a_job(make.a_graduate())
    make.a_mandate()
    runs.run("hiring")
    return TopMatches.objects.filter(pairing="hiring")


@pytest.mark.django_db
def test_each_side_is_counted_in_the_lists_of_the_other(stored):
    """All are alike, so the smallest ids stand first everywhere."""
    assert exposure("hiring", "candidacy") == Exposure(people=4, listed=0.25, gini=0.75)
    assert exposure("hiring", "opening") == Exposure(3, pytest.approx(1 / 3), pytest.approx(2 / 3))


@pytest.mark.django_db
def test_who_has_no_list_of_their_own_is_not_there(stored):
    """A list may name somebody who has gone since; they are no longer people of the pairing."""
    listed = stored.filter(opening__isnull=False).first().ids[0]
    stored.get(candidacy=listed).delete()
    assert exposure("hiring", "candidacy") == Exposure(people=3, listed=0.0, gini=0.0)


@pytest.mark.django_db
def test_other_pairings_count_for_nothing(stored):
    assert exposure("investing", "candidacy") == Exposure(people=0, listed=0.0, gini=0.0)


@pytest.mark.django_db
def test_a_side_is_counted_in_one_statement(stored, django_assert_num_queries):
    with django_assert_num_queries(1):
        exposure("hiring", "candidacy")
