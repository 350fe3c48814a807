"""Every state, every move and whoever may try it, from one table; all else changes nothing."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from ledger.models import Event
from matching.moves import IllegalMoveError
from matching.tenders import actions
from matching.tenders.models import Answer
from matching.tenders.moves import MOVES, moves_for
from profiles.models import Profile
from tests import make
from tests.matching.trying import tried_by_the_table
from tests.standing import standing

pytestmark = pytest.mark.django_db

TABLE = {
    ("sent", "shortlist", "owner"): "shortlisted",
    ("shortlisted", "unshortlist", "owner"): "sent",
    ("sent", "award", "owner"): "awarded",
    ("shortlisted", "award", "owner"): "awarded",
    ("sent", "decline", "owner"): "declined",
    ("shortlisted", "decline", "owner"): "declined",
    ("sent", "withdraw", "firm"): "withdrawn",
    ("shortlisted", "withdraw", "firm"): "withdrawn",
}
STATES = Answer.State.values
BY_HAND = [move for move, legal in MOVES.items() if legal.who != "system"]
WHO = ("owner", "firm", "stranger")


def doing(move: str, row: Answer, by: Profile) -> Callable[[], Any]:
    further = {"because": "rate"} if move == "decline" else {}
    return lambda: getattr(actions, move)(answer=row, by=by, by_id=None, **further)


def party(row: Answer, who: str) -> Profile:
    return make.a_local_firm() if who == "stranger" else getattr(row, who)


@pytest.fixture(scope="class")
def _there(state: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    with standing(django_db_blocker):
        yield make.an_answer(state=state).pk


@pytest.fixture
def row(db: None, _there: int) -> Answer:
    return Answer.objects.get(pk=_there)


@pytest.mark.parametrize("state", STATES, scope="class")
class TestFromEveryState:
    @pytest.mark.parametrize(("move", "who"), list(product(BY_HAND, WHO)))
    def test_a_move_is_made_by_whose_it_is_in_its_state_and_else_by_nobody(
        self, row: Answer, state: str, move: str, who: str
    ) -> None:
        by = party(row, who)
        tried_by_the_table(
            row,
            doing(move, row, by),
            table=TABLE,
            key=(state, move, who),
            verb=MOVES[move].verb,
        )

    def test_only_what_is_live_is_closed(self, row: Answer, state: str) -> None:
        is_live = row.is_live
        assert actions.close(answer=row) == is_live
        assert not actions.close(answer=row)
        row.refresh_from_db()
        assert row.state == ("closed" if is_live else state)

    @pytest.mark.parametrize("who", WHO)
    def test_what_is_offered_is_what_the_table_says(
        self, row: Answer, state: str, who: str
    ) -> None:
        assert set(moves_for(row, party(row, who).pk)) == {
            move for (start, move, whose) in TABLE if (start, whose) == (state, who)
        }


def test_a_move_too_late_names_the_state() -> None:
    row = make.an_answer(state="withdrawn")
    with pytest.raises(IllegalMoveError, match=r"“Withdrawn” now\. Nothing was changed"):
        doing("award", row, row.owner)()


def test_no_event_holds_what_was_written() -> None:
    make.an_answer(state="awarded", text="We are the people of Sindyan")
    assert not Event.objects.filter(codes__icontains="sindyan").exists()
