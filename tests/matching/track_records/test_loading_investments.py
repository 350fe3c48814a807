"""Loading past investments: twice changes nothing, and what was removed stays removed."""

import pytest
import time_machine

from ledger.models import Event
from ledger.tasks import sweep_outbox
from matching import runs
from matching.models import TopMatches
from matching.track_records.actions import remove
from matching.track_records.models import PastInvestment
from profiles.models import Profile
from tests import make
from tests.loads import loaded

pytestmark = pytest.mark.django_db
HEAD = "external_id,investor,year,stage,sectors,governorate\n"
TWO = f"{HEAD}R-1,I-1,2023,seed,fintech,\nR-2,I-1,2024,Seed,Health; gaming,Nablus\n"


@pytest.fixture(autouse=True)
def investor():
    return make.an_investor(external_id="I-1")


def told():
    return Profile.objects.get(external_id="I-1").funded


def test_rounds_are_loaded_and_what_they_share_is_told(investor):
    assert loaded("investments", TWO).counts == (2, 0, 0, 0)
    rows = PastInvestment.objects.of(investor.pk)
    assert [(row.external_id, row.year, row.stage, row.sectors, row.source) for row in rows] == [
        ("R-2", 2024, "seed", ["health", "gaming"], "loaded"),
        ("R-1", 2023, "seed", ["fintech"], "loaded"),
    ]
    assert told() == ["stage:seed"]


def test_loading_the_same_rounds_again_changes_nothing():
    loaded("investments", TWO)
    before = list(PastInvestment.objects.order_by("pk").values())
    assert loaded("investments", TWO).counts == (0, 0, 2, 0)
    assert list(PastInvestment.objects.order_by("pk").values()) == before
    assert Event.objects.filter(verb="investments.loaded").count() == 1


def test_a_dry_run_tells_nothing():
    assert loaded("investments", TWO, dry_run=True).counts == (2, 0, 0, 0)
    assert (told(), PastInvestment.objects.count(), Event.objects.count()) == ([], 0, 0)


def test_a_corrected_round_takes_back_what_it_told():
    loaded("investments", TWO)
    assert loaded("investments", f"{HEAD}R-2,I-1,2024,growth,health,\n").counts == (0, 1, 0, 0)
    assert told() == []


def test_a_column_that_the_file_does_not_have_stays_as_it_is(investor):
    loaded("investments", TWO)
    assert loaded("investments", "external_id,investor,year\nR-1,I-1,2020\n").counts == (0, 1, 0, 0)
    row = PastInvestment.objects.get(external_id="R-1")
    assert (row.year, row.stage, row.sectors) == (2020, "seed", ["fintech"])


def test_what_its_investor_removed_is_not_brought_back(investor):
    loaded("investments", TWO)
    row = PastInvestment.objects.get(external_id="R-1")
    remove(profile=investor, public_id=row.public_id, by_id=None)
    assert loaded("investments", TWO).counts == (0, 0, 2, 0)
    row.refresh_from_db()
    assert (row.is_struck, row.stage, row.sectors, told()) == (True, "", [], [])


def test_one_round_may_be_of_several_investors():
    make.an_investor(external_id="I-2")
    rows = f"{HEAD}R-1,I-1,2023,seed,,\nR-1,I-2,2023,seed,,\n"
    assert loaded("investments", rows).counts == (2, 0, 0, 0)


def test_the_same_round_twice_in_a_file_is_refused():
    found = loaded("investments", f"{HEAD}R-1,I-1,2023,seed,,\nR-1,I-1,2024,growth,,\n")
    assert found.counts == (1, 0, 0, 1)
    assert found.refused == ["line 3: “I-1 R-1” is in line 2 already. Keep one of them."]


@time_machine.travel("2026-11-26T12:00Z")
@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("R-1,I-9,2023,seed,,", "investor: no investor is called “I-9”. Load that file first."),
        ("R-1,I-1,1949,seed,,", "year: “1949” is not a whole number from 1950 to 2026."),
        ("R-1,I-1,2027,seed,,", "year: “2027” is not a whole number from 1950 to 2026."),
        ("R-1,I-1,,seed,,", "year: is empty. Write something such as 2024."),
        ("R-1,I-1,2023,late,,", "stage: “late” is not one of: idea, pre_seed, seed"),
        ("R-1,I-1,2023,,crypto,", "sectors: “crypto” is not a sector."),
        (
            "R-1,I-1,2023,,,",
            "stage: is empty, and so are the sectors and the governorate. Write one",
        ),
        ("R-1,I-1,2023,,,Atlantis", "governorate: “Atlantis” is not a governorate."),
        (",I-1,2023,seed,,", "external_id: is empty."),
    ],
)
def test_a_round_that_cannot_be_is_refused_with_its_line_and_a_sentence(row, sentence):
    found = loaded("investments", f"{HEAD}{row}\n")
    assert found.counts == (0, 0, 0, 1)
    assert found.refused[0].startswith("line 2: ")
    assert sentence in found.refused[0]
    assert not PastInvestment.objects.exists()


def test_a_load_scores_investing_anew_once_and_only_where_something_else_is_told(investor):
    mandate, raising = make.a_mandate(investor), make.raises(make.a_startup())
    runs.run("investing")
    before = TopMatches.objects.get(opening=mandate).scores
    loaded("investments", f"{HEAD}R-1,I-1,2023,pre_seed,,\nR-2,I-1,2023,,fintech,\n")
    assert _touched() == [[]]
    loaded("investments", f"{HEAD}R-3,I-1,2024,pre_seed,,\nR-4,I-1,2023,,fintech,\n")
    assert _touched() == [[], ["investing"]]
    sweep_outbox()
    after = TopMatches.objects.get(opening=mandate)
    assert after.ids == [raising.pk]
    assert after.scores > before
    assert not Event.objects.filter(verb="profile.funded").exists()


def _touched():
    events = Event.objects.filter(verb="investments.loaded").order_by("pk")
    return [event.codes["touched"] for event in events]
