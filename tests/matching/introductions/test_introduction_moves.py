"""Every state, every move and whoever may try it, from one table; all else changes nothing."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from ledger.models import Event
from matching.introductions import actions
from matching.introductions.models import Introduction
from matching.introductions.moves import MOVES, moves_for
from matching.moves import IllegalMoveError
from profiles.models import Profile
from profiles.steps import Step
from tests import make
from tests.matching.trying import tried_by_the_table
from tests.standing import standing

pytestmark = pytest.mark.django_db

TABLE = {
    ("waiting", "accept", "asked"): "accepted",
    ("waiting", "decline", "asked"): "declined",
    ("waiting", "withdraw", "asker"): "withdrawn",
    ("accepted", "end", "asked"): "ended",
    ("accepted", "end", "asker"): "ended",
}
STATES = Introduction.State.values
BY_HAND = [move for move, legal in MOVES.items() if legal.who != "clock"]
WHO = ("asker", "asked", "stranger")


def doing(move: str, row: Introduction, by: Profile) -> Callable[[], Any]:
    common: dict[str, Any] = {"introduction": row, "by": by, "by_id": None}
    further = {
        "accept": {"shares": Step.NAME},
        "decline": {"because": "no_time"},
        "end": {"because": "done"},
    }.get(move, {})
    return lambda: getattr(actions, move)(**common, **further)


@pytest.fixture(scope="class")
def _there(state: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    with standing(django_db_blocker):
        yield make.an_introduction(state=state).pk


@pytest.fixture
def row(db: None, _there: int) -> Introduction:
    return Introduction.objects.get(pk=_there)


@pytest.mark.parametrize("state", STATES, scope="class")
class TestFromEveryState:
    @pytest.mark.parametrize(("move", "who"), list(product(BY_HAND, WHO)))
    def test_a_move_is_made_by_whose_it_is_in_its_state_and_else_by_nobody(
        self, row: Introduction, state: str, move: str, who: str
    ) -> None:
        by = make.a_graduate() if who == "stranger" else getattr(row, who)
        tried_by_the_table(
            row,
            doing(move, row, by),
            table=TABLE,
            key=(state, move, who),
            verb=MOVES[move].verb,
        )

    def test_only_what_waits_runs_out(self, row: Introduction, state: str) -> None:
        Introduction.objects.update(due_at=timezone.now())
        row.refresh_from_db()

        assert actions.expire(introduction=row, now=timezone.now()) == (state == "waiting")

        row.refresh_from_db()
        assert row.state == ("expired" if state == "waiting" else state)

    def test_only_what_is_live_lapses(self, row: Introduction, state: str) -> None:
        is_live = row.is_live
        assert actions.lapse(introduction=row) == is_live
        assert not actions.lapse(introduction=row)
        row.refresh_from_db()
        assert row.state == ("lapsed" if is_live else state)

    @pytest.mark.parametrize("who", WHO)
    def test_what_is_offered_is_what_the_table_says(
        self, row: Introduction, state: str, who: str
    ) -> None:
        by = make.a_graduate() if who == "stranger" else getattr(row, who)

        assert set(moves_for(row, by.pk)) == {
            move for (start, move, whose) in TABLE if (start, whose) == (state, who)
        }


def test_a_move_too_late_names_the_state() -> None:
    row = make.an_introduction(state="withdrawn")
    with pytest.raises(IllegalMoveError, match=r"“Withdrawn” now\. Nothing was changed"):
        doing("accept", row, row.asked)()


def test_no_event_holds_what_was_written() -> None:
    make.an_introduction(state="accepted", message="My name is Lina")
    assert not Event.objects.filter(codes__icontains="lina").exists()
