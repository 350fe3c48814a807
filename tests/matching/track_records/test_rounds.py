"""A round is added once and removed at will, and what is told follows at once."""

from random import Random
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from ledger.models import Event
from matching.moves import RefusedError
from matching.pairings.codes import Stage
from matching.track_records import actions
from matching.track_records.actions import Round, add, remove
from matching.track_records.measuring import measure, told_of
from matching.track_records.models import PastInvestment
from profiles.actions import save_profile, write_funded
from profiles.models import Profile
from profiles.privacy.vanishing import come_back, vanish
from tests import make
from tests.loads import loaded

pytestmark = pytest.mark.django_db
SECTORS = ["fintech", "health", "gaming"]


@pytest.fixture
def investor():
    return make.an_investor(external_id="I-1")


def told(investor):
    return Profile.objects.get(pk=investor.pk).funded


def verbs():
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def test_one_round_tells_nothing_of_its_investor(investor):
    make.has_funded(investor)
    assert told(investor) == []
    assert verbs() == ["investment.added"]


def test_the_second_of_a_kind_is_told_and_the_fourth_once_more(investor):
    make.has_funded(investor, times=2)
    assert told(investor) == ["sector:fintech", "stage:seed"]
    make.has_funded(investor, times=2, sectors=[])
    assert told(investor) == ["sector:fintech", "stage:seed", "stage:seed:often"]


def test_rounds_of_different_kinds_tell_nothing_and_are_no_news(investor):
    make.has_funded(investor)
    make.has_funded(investor, stage="growth", sectors=["health"])
    assert told(investor) == []
    assert "profile.funded" not in verbs()


def test_what_is_told_is_taken_back_with_the_round(investor):
    first, _ = make.has_funded(investor, times=2)
    assert remove(profile=investor, public_id=first.public_id, by_id=None)
    assert told(investor) == []
    assert verbs().count("profile.funded") == 2


def test_sent_twice_it_is_one_round(investor):
    said = Round(uuid4(), 2024, "seed", ["fintech"])
    rows = [add(profile=investor, said=said, by_id=None) for _ in range(2)]
    assert rows[0] == rows[1] == PastInvestment.objects.get()
    assert told(investor) == []


def test_the_id_of_somebody_elses_round_adds_nothing(investor):
    (theirs,) = make.has_funded(make.an_investor())
    said = Round(theirs.public_id, 2024, "growth", [])
    with pytest.raises(PastInvestment.DoesNotExist):
        add(profile=investor, said=said, by_id=None)
    assert PastInvestment.objects.get() == theirs


def test_somebody_elses_round_is_not_removed(investor):
    (theirs,) = make.has_funded(make.an_investor())
    assert not remove(profile=investor, public_id=theirs.public_id, by_id=None)
    assert PastInvestment.objects.get() == theirs


def test_removed_twice_it_is_removed_once(investor):
    (row,) = make.has_funded(investor)
    done = [remove(profile=investor, public_id=row.public_id, by_id=None) for _ in range(2)]
    assert done == [True, False]
    assert verbs() == ["investment.added", "investment.removed"]
    assert not PastInvestment.objects.exists()


def test_a_full_record_takes_no_more(investor, monkeypatch):
    monkeypatch.setattr(actions, "MOST", 2)
    make.has_funded(investor, times=2)
    with pytest.raises(RefusedError, match="2 rounds are in your record already"):
        make.has_funded(investor)
    assert PastInvestment.objects.count() == 2


def test_a_loaded_round_that_is_removed_leaves_its_id_and_nothing_else(investor):
    loaded("investments", "external_id,investor,year,stage,governorate\nR-1,I-1,2024,seed,PS-NBS\n")
    row = PastInvestment.objects.get()
    assert remove(profile=investor, public_id=row.public_id, by_id=None)
    row.refresh_from_db()
    kept = (row.external_id, row.is_struck, row.year, row.stage, row.sectors, row.governorate)
    assert kept == ("R-1", True, None, "", [], None)
    assert not PastInvestment.objects.of(investor.pk).exists()


def test_events_say_whose_it_is_and_nothing_of_the_round(investor):
    first, _ = make.has_funded(investor, times=2, sectors=["agritech"], year=1987)
    remove(profile=investor, public_id=first.public_id, by_id=None)
    codes = [event.codes for event in Event.objects.all()]
    assert all(each in ({}, {"profile": investor.pk}) for each in codes)


def test_nobody_adds_to_the_record_of_whoever_vanished_and_all_is_there_again_afterwards(investor):
    user = make.acts_for(investor)
    make.has_funded(investor, times=2)
    vanish(user=user)
    with pytest.raises(Profile.DoesNotExist):
        make.has_funded(investor)
    come_back(user=user)
    assert told(investor) == ["sector:fintech", "stage:seed"]


@pytest.mark.parametrize(
    ("columns", "rule"),
    [
        (
            {"stage": "", "sectors": [], "governorate": None},
            "a_past_investment_has_its_year_and_kind",
        ),
        ({"year": None}, "a_past_investment_has_its_year_and_kind"),
        ({"year": 1949}, "a_past_investment_in_1950_to_2100"),
        ({"external_id": "R-1"}, "a_loaded_investment_has_its_id"),
        ({"source": "loaded"}, "a_loaded_investment_has_its_id"),
        ({"source": "found"}, "a_loaded_investment_has_its_id"),
        ({"is_struck": True}, "a_struck_investment_keeps_its_id_alone"),
    ],
)
def test_the_database_refuses_what_can_be_no_round(investor, columns, rule):
    said = {"year": 2024, "stage": "seed", "sectors": ["fintech"], **columns}
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        PastInvestment.objects.create(profile=investor, **said)


def test_measuring_again_changes_nothing_and_mends_what_was_wrong(investor):
    make.has_funded(investor, times=2)
    assert measure([investor.pk]) == []
    write_funded(profile=investor, kinds=["stage:growth"])
    assert measure([investor.pk]) == [investor.pk]
    assert told(investor) == ["sector:fintech", "stage:seed"]


def test_a_profile_that_was_read_before_is_saved_without_undoing_what_is_told(investor):
    stale = Profile.objects.get(pk=investor.pk)
    make.has_funded(investor, times=2)
    stale.headline = "Angel investor, payments"
    save_profile(profile=stale, by_id=None)
    stored = Profile.objects.get(pk=investor.pk)
    assert stored.headline == "Angel investor, payments"
    assert stored.funded == ["sector:fintech", "stage:seed"]


@pytest.mark.parametrize("seed", range(5))
def test_after_any_sequence_the_column_is_what_the_rows_tell(investor, seed):
    draw = Random(seed)
    others = [make.an_investor(external_id=f"I-{number}") for number in (2, 3)]
    everyone = [investor, *others]
    for _ in range(25):
        one = draw.choice(everyone)
        draw.choice([_adds, _adds, _removes, _loads])(one, draw)
        found = told_of([each.pk for each in everyone])
        for each in everyone:
            assert told(each) == found.get(each.pk, [])


def _adds(investor, draw):
    sectors = draw.sample(SECTORS, draw.randint(0, 2))
    stage = draw.choice(Stage.values) if not sectors or draw.random() < 0.5 else ""
    place = draw.choice(["", "PS-NBS", "PS-GZA"])
    make.has_funded(investor, stage=stage, sectors=sectors, governorate=place)


def _removes(investor, draw):
    rows = list(PastInvestment.objects.of(investor.pk))
    if rows:
        remove(profile=investor, public_id=draw.choice(rows).public_id, by_id=None)


def _loads(investor, draw):
    rows = "".join(
        f"R-{number},{investor.external_id},2024,{draw.choice(Stage.values)},"
        f"{draw.choice(SECTORS)},{draw.choice(['', 'PS-NBS'])}\n"
        for number in draw.sample(range(6), 4)
    )
    loaded("investments", f"external_id,investor,year,stage,sectors,governorate\n{rows}")
