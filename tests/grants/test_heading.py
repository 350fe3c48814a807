"""How a programme stands is one whole sentence, also where it sets a single criterion."""

import pytest
from django.test import Client

from grants.saying import heading_of, standing_of
from grants.standing import State, Tally
from tests.reading import text

pytestmark = pytest.mark.django_db
ALONE = "This programme sets one criterion, and its number is not published."


def only(state: State) -> Tally:
    return Tally(1, {state: 1})


@pytest.mark.parametrize(
    ("state", "heading"),
    [
        (State.UNPUBLISHED, ALONE),
        (State.ASKED, "This programme sets one criterion, and it waits for your answer."),
        (State.MET, "You meet the one criterion."),
        (State.UNMET, "You do not meet the one criterion."),
    ],
)
def test_the_one_criterion_of_a_programme_is_not_counted_against_itself(state, heading):
    assert heading_of(only(state)) == heading


def test_beside_an_opening_it_is_said_of_the_one_criterion_too():
    said = "sets one criterion, and its number is not published"
    assert standing_of(only(State.UNPUBLISHED)) == said
    assert standing_of(only(State.MET)) == "meets 1 of 1 criterion"


def test_a_shipped_programme_whose_one_number_is_not_published_says_so():
    assert ALONE in text(Client().get("/grants/ipsd-pre-investment/"))
