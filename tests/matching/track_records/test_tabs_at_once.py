"""Several tabs of one investor at the same moment: real threads, real PostgreSQL."""

from functools import partial
from uuid import uuid4

from matching.track_records import actions
from matching.track_records.actions import Round, add, remove
from matching.track_records.measuring import told_of
from matching.track_records.models import PastInvestment
from profiles.models import Profile
from tests import make
from tests.matching.racing import at_once

AT_ONCE = 6
OFTEN = ["sector:fintech", "sector:fintech:often", "stage:seed", "stage:seed:often"]


def adding(investor, public_id):
    said = Round(public_id, 2024, "seed", ["fintech"])
    return partial(add, profile=investor, said=said, by_id=None)


def told(investor):
    return Profile.objects.get(pk=investor.pk).funded


def test_what_is_added_at_once_is_told_of_all(transactional_db):
    investor = make.an_investor()
    assert at_once([adding(investor, uuid4()) for _ in range(AT_ONCE)]) == {"done": AT_ONCE}
    assert told(investor) == told_of([investor.pk])[investor.pk] == OFTEN


def test_one_page_sent_several_times_at_once_is_one_round(transactional_db):
    investor, public_id = make.an_investor(), uuid4()
    assert at_once([adding(investor, public_id)] * AT_ONCE) == {"done": AT_ONCE}
    assert PastInvestment.objects.count() == 1
    assert told(investor) == []


def test_no_record_is_filled_beyond_its_most(transactional_db, monkeypatch):
    monkeypatch.setattr(actions, "MOST", 2)
    investor = make.an_investor()
    tried = at_once([adding(investor, uuid4()) for _ in range(AT_ONCE)])
    assert tried == {"done": 2, "refused": AT_ONCE - 2}
    assert PastInvestment.objects.count() == 2


def test_rounds_added_and_removed_at_once_leave_what_the_rows_tell(transactional_db):
    investor = make.an_investor()
    rows = make.has_funded(investor, times=3)
    removing = [
        partial(remove, profile=investor, public_id=row.public_id, by_id=None) for row in rows
    ]
    at_once([*removing, *(adding(investor, uuid4()) for _ in rows)])
    assert PastInvestment.objects.count() == 3
    assert told(investor) == ["sector:fintech", "stage:seed"]
