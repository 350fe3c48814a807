"""Every state, every move and whoever may try it, from one table; all else changes nothing."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from matching.engagements import actions
from matching.engagements.actions import Said
from matching.engagements.models import Agreement, Engagement
from matching.engagements.moves import MOVES, moves_for
from matching.moves import IllegalMoveError
from profiles.models import Profile
from tests import make
from tests.matching.trying import tried
from tests.standing import standing

pytestmark = pytest.mark.django_db

SITUATIONS = (
    "begin waits",
    "runs",
    "change waits",
    "completion waits",
    "completed",
    "ended",
    "dropped",
)
BY_HAND = [str(move) for move, legal in MOVES.items() if legal.who != "clock"]
WHO = ("stater", "other", "stranger")
WAITS = ("begin waits", "change waits", "completion waits")
TABLE = {
    ("begin waits", "confirm", "other"): "running",
    ("begin waits", "refuse", "other"): "dropped",
    ("begin waits", "withdraw", "stater"): "dropped",
    ("change waits", "confirm", "other"): "running",
    ("change waits", "refuse", "other"): "running",
    ("change waits", "withdraw", "stater"): "running",
    ("completion waits", "confirm", "other"): "completed",
    ("completion waits", "refuse", "other"): "running",
    ("completion waits", "withdraw", "stater"): "running",
    **{("runs", move, who): "running" for move in ("change", "complete") for who in WHO[:2]},
    **{
        (situation, "end", who): "ended"
        for situation in ("runs", "change waits", "completion waits")
        for who in WHO[:2]
    },
}


def arrive(situation: str) -> tuple[Engagement, Profile]:
    """The engagement there, and who stated what waits, or began it."""
    state = {"begin waits": "stated"}.get(situation, situation)
    state = "running" if situation in ("runs", "change waits", "completion waits") else state
    row = make.an_engagement(state=state)
    if situation == "change waits":
        make.states(row, row.candidate, usd=1900)
    if situation == "completion waits":
        said = Said(uuid4(), timezone.localdate())
        actions.complete(engagement=row, by=row.candidate, said=said, by_id=None)
    return row, row.candidate


def who_is(who: str, row: Engagement) -> Profile:
    """The candidate began it, and stated whatever waits."""
    if who == "stranger":
        return make.a_graduate()
    return row.candidate if who == "stater" else row.owner


def doing(move: str, row: Engagement, by: Profile) -> Callable[[], Any]:
    today = timezone.localdate()
    common: dict[str, Any] = {"engagement": row, "by": by, "by_id": None}
    further = {
        "change": {"said": Said(uuid4(), today, {"usd": 2000})},
        "complete": {"said": Said(uuid4(), today)},
        "end": {"because": "no_time", "on": today},
    }.get(move, {})
    return lambda: getattr(actions, move)(**common, **further)


def all_rows() -> list[Any]:
    return [*Engagement.objects.values(), *Agreement.objects.order_by("pk").values()]


@pytest.fixture(scope="class")
def _there(
    situation: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[int]:
    with standing(django_db_blocker):
        yield arrive(situation)[0].pk


@pytest.fixture
def row(db: None, _there: int) -> Engagement:
    return Engagement.objects.get(pk=_there)


@pytest.mark.parametrize("situation", SITUATIONS, scope="class")
class TestFromEverySituation:
    @pytest.mark.parametrize(("move", "who"), list(product(BY_HAND, WHO)))
    def test_a_move_is_made_by_whose_it_is_where_it_may_start_and_else_by_nobody(
        self, row: Engagement, situation: str, move: str, who: str
    ) -> None:
        by = who_is(who, row)
        ends = TABLE.get((situation, move, who))
        told = (IllegalMoveError, Engagement.DoesNotExist)
        refusal = Engagement.DoesNotExist if who == "stranger" else told
        written = tried(row, doing(move, row, by), ends=ends, refusal=refusal, all_rows=all_rows)
        kinds = {event.subject_kind for event in written}
        assert ("engagements.engagement" in kinds) == (ends is not None)

    @pytest.mark.parametrize("who", WHO)
    def test_what_is_offered_is_what_is_legal(
        self, row: Engagement, situation: str, who: str
    ) -> None:
        by = who_is(who, row)
        waiting = row.agreements.filter(state="waiting").first()
        offered = {str(move) for move in moves_for(row, waiting, by.pk)}
        assert offered == {move for at, move, whose in TABLE if (at, whose) == (situation, who)}


def test_every_state_and_every_move_is_in_the_table() -> None:
    assert set(TABLE.values()) | {"stated"} == set(Engagement.State.values)
    assert {move for _, move, _ in TABLE} == set(BY_HAND)


def test_sent_twice_it_is_stated_once() -> None:
    row = make.an_introduction(state="accepted")
    said = Said(uuid4(), timezone.localdate(), {"route": "direct", "usd": 900, "hours": 20})
    common: dict[str, Any] = {"introduction": row, "by": row.asker, "said": said, "by_id": None}
    assert actions.begin(**common) == actions.begin(**common)
    assert Agreement.objects.count() == 1


def test_a_refusal_names_the_state_and_what_to_do() -> None:
    row, stater = arrive("change waits")
    with pytest.raises(IllegalMoveError, match=r"A statement waits .* take it back, first"):
        doing("change", row, stater)()
    row, stater = arrive("completed")
    with pytest.raises(IllegalMoveError, match="“Completed” now"):
        doing("end", row, stater)()
