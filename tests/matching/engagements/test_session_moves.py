"""Every state, move, moment and whoever may try it, from one table; all else changes nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from matching.engagements import actions as engaging
from matching.engagements.models import Absence, Engagement, Session
from matching.engagements.sessions import actions
from matching.engagements.sessions.actions import Proposal
from matching.engagements.sessions.moves import MOVES, Move, moves_for
from matching.moves import IllegalMoveError, RefusedError
from profiles.models import Profile
from tests import make
from tests.matching.trying import Refusals, tried
from tests.standing import standing

pytestmark = pytest.mark.django_db
SITUATIONS = (
    "proposed", "booked", "just begun", "begun", "held", "missed", "cancelled", "superseded",
    "stale", "proposed, over", "booked, over", "begun, over",
)  # fmt: skip
WHO = ("proposer", "other", "stranger")
BEGUN = ("begun", "begun, over")
TABLE = {
    ("proposed", "book", "other"): "booked",
    **{(at, "other-times", who): "superseded" for at in ("proposed", "stale") for who in WHO[:2]},
    **{(at, "cancel", who): "cancelled" for at in ("proposed", "stale") for who in WHO[:2]},
    **{("booked", "cancel", who): "cancelled" for who in WHO[:2]},
    **{("booked", "move", who): "proposed" for who in WHO[:2]},
    **{(at, "held", who): "held" for at in ("just begun", *BEGUN) for who in WHO[:2]},
    **{(at, "missed", who): "missed" for at in BEGUN for who in WHO[:2]},
}


def arrive(situation: str) -> Session:
    state, _, over = situation.partition(", ")
    if state == "just begun":
        row = make.a_session(state="begun", starts_at=timezone.now() - timedelta(minutes=14))
    else:
        row = make.a_session(state="proposed" if state == "stale" else state)
    if state == "stale":
        Session.objects.update(times=[timezone.now() - timedelta(minutes=1)])
    if over:
        found = row.engagement
        engaging.end(
            engagement=found,
            by=found.owner,
            because="no_time",
            on=timezone.localdate(),
            by_id=None,
        )
    row.refresh_from_db()
    return row


def proposal(*days: int) -> Proposal:
    now = timezone.now().replace(second=0, microsecond=0)
    return Proposal(uuid4(), tuple(now + timedelta(days=each) for each in days), 30, "text")


def doing(move: str, row: Session, by: Profile) -> Callable[[], Any]:
    common: dict[str, Any] = {"session": row, "by": by, "by_id": None}
    name, further = {
        "book": ("book", {"at": row.times[0]}),
        "other-times": ("counter", {"said": proposal(8)}),
        "move": ("move", {"said": proposal(8, 9)}),
        "cancel": ("cancel", {"because": "no_line"}),
        "held": ("hold", {"minutes": 30, "text": "Of chapter two"}),
        "missed": ("miss", {"absent": [row.engagement.owner]}),
    }[move]
    return lambda: getattr(actions, name)(**common, **further)


def who_is(who: str, row: Session) -> Profile:
    other = row.engagement.party(row.proposed_by_id)
    return {"proposer": row.proposed_by, "other": other, "stranger": make.a_graduate()}[who]


def all_rows() -> list[Any]:
    return [*Session.objects.order_by("pk").values(), *Absence.objects.values()]


@pytest.fixture(scope="class")
def _there(
    situation: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[int]:
    with standing(django_db_blocker):
        yield arrive(situation).pk


@pytest.fixture
def row(db: None, _there: int) -> Session:
    return Session.objects.get(pk=_there)


@pytest.mark.parametrize("situation", SITUATIONS, scope="class")
class TestFromEverySituation:
    @pytest.mark.parametrize(("move", "who"), list(product(map(str, MOVES), WHO)))
    def test_a_move_is_made_by_whose_it_is_where_it_may_start_and_else_by_nobody(
        self, row: Session, situation: str, move: str, who: str
    ) -> None:
        by = who_is(who, row)
        ends = TABLE.get((situation, move, who))
        refusal: Refusals = (
            Session.DoesNotExist if who == "stranger" else (IllegalMoveError, Session.DoesNotExist)
        )
        written = tried(row, doing(move, row, by), ends=ends, refusal=refusal, all_rows=all_rows)
        told = [event for event in written if event.verb.startswith("session.")]
        assert bool(told) == (ends is not None)

    @pytest.mark.parametrize("who", WHO)
    def test_what_is_offered_is_what_is_legal(self, row: Session, situation: str, who: str) -> None:
        offered = {str(move) for move in moves_for(row, who_is(who, row).pk, timezone.now())}
        assert offered == {move for at, move, whose in TABLE if (at, whose) == (situation, who)}


def test_every_move_and_every_state_is_in_the_table() -> None:
    assert {move for _, move, _ in TABLE} == set(map(str, MOVES)) == set(Move.values)
    assert set(TABLE.values()) == set(Session.State.values)


def test_sent_twice_it_is_proposed_once() -> None:
    row = make.mentoring()
    said = proposal(1, 2)
    common: dict[str, Any] = {"engagement": row, "by": row.owner, "said": said, "by_id": None}
    assert actions.propose(**common) == actions.propose(**common)
    found = Session.objects.get()
    other: dict[str, Any] = {
        "session": found,
        "by": row.candidate,
        "said": proposal(3),
        "by_id": None,
    }
    assert actions.counter(**other) == actions.counter(**other)
    assert list(Session.objects.order_by("pk").values_list("state", flat=True)) == [
        "superseded",
        "proposed",
    ]


def test_under_the_name_of_another_row_nothing_is_proposed() -> None:
    other, row = make.a_session(), make.mentoring()
    said = replace(proposal(3), public_id=other.public_id)
    first = make.a_session(row)
    common: dict[str, Any] = {"by": row.owner, "said": said, "by_id": None}
    with pytest.raises(RefusedError, match="This page is out of date"):
        actions.propose(engagement=row, **common)
    with pytest.raises(RefusedError, match="This page is out of date"):
        actions.counter(session=first, **common)
    assert set(Session.objects.values_list("state", flat=True)) == {"proposed"}


def test_nothing_is_proposed_where_there_are_no_sessions_or_by_a_stranger_or_when_it_is_over() -> (
    None
):
    hire, mentoring = make.an_engagement(), make.mentoring()
    for row, by in ((hire, hire.owner), (mentoring, make.a_mentor())):
        with pytest.raises(Engagement.DoesNotExist):
            actions.propose(engagement=row, by=by, said=proposal(1), by_id=None)
    over = make.mentoring(state="completed")
    with pytest.raises(IllegalMoveError, match="Nothing was proposed"):
        actions.propose(engagement=over, by=over.owner, said=proposal(1), by_id=None)
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ((), "one to three"),
        ((1, 2, 3, 4), "one to three"),
        ((1, 1), "different times"),
        ((-1,), "has passed"),
        ((61,), "within the next 60 days"),
    ],
)
def test_times_are_few_different_to_come_and_near(days: tuple[int, ...], why: str) -> None:
    row = make.mentoring()
    with pytest.raises(RefusedError, match=why):
        actions.propose(engagement=row, by=row.owner, said=proposal(*days), by_id=None)
    assert not Session.objects.exists()


def test_a_refusal_says_when_it_may_be_done() -> None:
    with pytest.raises(IllegalMoveError, match="Wait for 15 minutes"):
        doing("missed", *_by_proposer("just begun"))()
    with pytest.raises(IllegalMoveError, match="It has not begun yet"):
        doing("held", *_by_proposer("booked"))()
    stale = arrive("stale")
    with pytest.raises(IllegalMoveError, match="All of these times have passed"):
        doing("book", stale, stale.engagement.owner)()
    with pytest.raises(IllegalMoveError, match="It has begun already"):
        doing("cancel", *_by_proposer("begun"))()


def _by_proposer(situation: str) -> tuple[Session, Profile]:
    row = arrive(situation)
    return row, row.proposed_by


def test_a_time_that_was_not_proposed_or_has_passed_is_not_booked() -> None:
    row = make.a_session()
    other: dict[str, Any] = {"session": row, "by": row.engagement.owner, "by_id": None}
    with pytest.raises(RefusedError, match="not the times any more"):
        actions.book(**other, at=timezone.now() + timedelta(hours=5))
    past = timezone.now() - timedelta(minutes=1)
    Session.objects.update(times=[past, row.times[1]])
    with pytest.raises(RefusedError, match="has passed"):
        actions.book(**other, at=past)
    row.refresh_from_db()
    assert (row.state, row.starts_at) == ("proposed", None)


def test_moved_and_cancelled_its_sequence_grows_and_its_identity_stays() -> None:
    row = make.a_session(state="booked")
    first = row.public_id
    doing("move", row, row.proposed_by)()
    row.refresh_from_db()
    assert (row.public_id, row.sequence, row.starts_at, row.remind_at) == (first, 1, None, None)
    actions.book(session=row, by=row.engagement.owner, at=row.times[1], by_id=None)
    doing("cancel", row, row.proposed_by)()
    row.refresh_from_db()
    assert (row.public_id, row.sequence, row.because) == (first, 2, "no_line")
