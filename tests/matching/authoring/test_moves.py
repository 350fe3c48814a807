"""Openings and candidacies move by their tables; any other move is refused, naming both states."""

from itertools import product

import pytest
from django.http import QueryDict
from django.utils import timezone

from ledger.models import Event
from matching.actions import (
    discard_candidacy,
    discard_opening,
    move_candidacy,
    move_opening,
)
from matching.models import Candidacy, Opening
from matching.moves import (
    CANDIDACY_MOVES,
    OPENING_MOVES,
    CandidacyMove,
    IllegalMoveError,
    OpeningMove,
    RefusedError,
)
from profiles import drafts
from profiles.models import Draft
from tests import make

pytestmark = pytest.mark.django_db
OPENINGS = {
    "publish": {"draft": "published"},
    "pause": {"published": "paused"},
    "resume": {"paused": "published"},
    "close": {"published": "closed", "paused": "closed"},
    "reopen": {"closed": "published"},
}
CANDIDACIES = {
    "activate": {"draft": "active"},
    "pause": {"active": "paused"},
    "resume": {"paused": "active"},
    "withdraw": {"active": "withdrawn", "paused": "withdrawn"},
    "renew": {"withdrawn": "active"},
}


def test_the_tables_name_every_move():
    assert set(OPENING_MOVES) == set(OpeningMove)
    assert set(CANDIDACY_MOVES) == set(CandidacyMove)


@pytest.mark.parametrize(("move", "state"), list(product(OPENINGS, Opening.Status.values)))
def test_an_opening_makes_the_moves_of_the_table_and_no_other(move, state):
    opening = make.a_job(status=state)
    wanted = OPENINGS[move].get(state)
    if wanted is None:
        end = OPENING_MOVES[move].end
        with pytest.raises(IllegalMoveError, match=named(Opening, state, end)):
            move_opening(opening=opening, move=move, by_id=None)
    else:
        move_opening(opening=opening, move=move, by_id=None)
    opening.refresh_from_db()
    assert opening.status == (wanted or state)
    assert Event.objects.count() == (wanted is not None)


@pytest.mark.parametrize(("move", "state"), list(product(CANDIDACIES, Candidacy.Status.values)))
def test_a_candidacy_makes_the_moves_of_the_table_and_no_other(move, state):
    candidacy = make.looks_for_a_job(make.a_graduate(), status=state)
    wanted = CANDIDACIES[move].get(state)
    if wanted is None:
        end = CANDIDACY_MOVES[move].end
        with pytest.raises(IllegalMoveError, match=named(Candidacy, state, end)):
            move_candidacy(candidacy=candidacy, move=move, by_id=None)
    else:
        move_candidacy(candidacy=candidacy, move=move, by_id=None)
    candidacy.refresh_from_db()
    assert candidacy.status == (wanted or state)
    assert Event.objects.count() == (wanted is not None)


def named(model, state, wanted):
    """Both states stand in the sentence; where they are one, it stands there once."""
    now, end = (model.Status(one).label for one in (state, wanted))
    return f"“{now}” already" if now == end else f"“{now}” now and cannot become “{end}”"


@pytest.mark.parametrize("state", Opening.Status.values)
def test_only_a_draft_of_an_opening_is_deleted(state):
    opening = make.a_job(status=state)
    if state == "draft":
        discard_opening(opening=opening, by_id=None)
    else:
        with pytest.raises(IllegalMoveError, match="only a draft can be deleted"):
            discard_opening(opening=opening, by_id=None)
    assert Opening.objects.filter(pk=opening.pk).exists() == (state != "draft")


@pytest.mark.parametrize("state", Candidacy.Status.values)
def test_only_a_draft_of_a_candidacy_is_deleted(state):
    candidacy = make.looks_for_a_job(make.a_graduate(), status=state)
    if state == "draft":
        discard_candidacy(candidacy=candidacy, by_id=None)
    else:
        with pytest.raises(IllegalMoveError, match="only a draft can be deleted"):
            discard_candidacy(candidacy=candidacy, by_id=None)
    assert Candidacy.objects.filter(pk=candidacy.pk).exists() == (state != "draft")


def test_what_was_typed_about_a_discarded_draft_goes_with_it():
    user = make.an_account()
    job, search = (
        make.a_job(status="draft"),
        make.looks_for_a_job(make.a_graduate(), status="draft"),
    )
    for row in (job, search, make.a_job(status="draft")):
        drafts.keep(user.pk, f"question:about:{row.public_id}", QueryDict("title=typed"))
    discard_opening(opening=job, by_id=None)
    discard_candidacy(candidacy=search, by_id=None)
    assert Draft.objects.count() == 1


def test_a_second_consent_in_one_pairing_is_refused_in_words_and_nothing_changes():
    graduate = make.a_graduate()
    make.looks_for_a_job(graduate)
    second = make.looks_for_a_job(graduate, status="withdrawn")
    with pytest.raises(RefusedError, match="“Looking for a job” is “Active” once"):
        move_candidacy(candidacy=second, move="renew", by_id=None)
    second.refresh_from_db()
    assert second.status == "withdrawn"
    assert not Event.objects.exists()


def test_what_is_opened_again_after_its_date_has_no_date():
    job = make.a_job(status="closed", closes_on=timezone.localdate().replace(year=2020))
    move_opening(opening=job, move="reopen", by_id=None)
    job.refresh_from_db()
    assert (job.closes_on, job.is_open) == (None, True)


@pytest.mark.parametrize(("state", "move"), [("draft", "publish"), ("paused", "resume")])
def test_what_would_end_before_it_began_is_refused(state, move):
    job = make.a_job(status=state, closes_on=timezone.localdate().replace(year=2020))
    with pytest.raises(RefusedError, match="Its last day is over"):
        move_opening(opening=job, move=move, by_id=None)
    job.refresh_from_db()
    assert job.status == state


def test_consent_that_is_given_again_after_its_date_has_no_date():
    search = make.looks_for_a_job(
        make.a_graduate(), status="withdrawn", until=timezone.localdate().replace(year=2020)
    )
    move_candidacy(candidacy=search, move="renew", by_id=None)
    search.refresh_from_db()
    assert (search.until, search.is_active) == (None, True)
