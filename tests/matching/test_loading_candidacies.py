"""Loading candidacies: a row is someone's consent, and a file never takes back a withdrawal."""

import pytest

from ledger import tasks
from ledger.models import Event, Outbox
from matching.models import Candidacy, TopMatches
from tests import make
from tests.loads import loaded

pytestmark = pytest.mark.django_db

SEARCH = "profile,pairing,mode,usd_min,routes\nG-1,hiring,remote,1000,direct\n"


@pytest.fixture(autouse=True)
def graduate():
    return make.a_graduate(external_id="G-1")


def test_a_candidacy_is_loaded_with_its_terms(graduate):
    assert loaded("candidacies", SEARCH).counts == (1, 0, 0, 0)
    search = Candidacy.objects.active().get()
    assert (search.profile, search.pairing, search.mode, search.usd_min, search.routes) == (
        graduate,
        "hiring",
        "remote",
        1000,
        ["direct"],
    )


def test_goals_have_skills_topics_and_words():
    loaded(
        "candidacies",
        "profile,pairing,skills,topics,goals\nG-1,mentorship,React*3,CV and portfolio,A job\n",
    )
    goals = Candidacy.objects.get()
    assert (goals.topics, goals.terms) == (["cv"], {"goals": "A job"})
    assert list(goals.asked_skills.values_list("skill__slug", "importance")) == [("react", 3)]


def test_loading_the_same_candidacies_again_changes_nothing():
    loaded("candidacies", SEARCH)
    before = Candidacy.objects.values().get()
    assert loaded("candidacies", SEARCH).counts == (0, 0, 1, 0)
    assert Candidacy.objects.values().get() == before


def test_a_withdrawal_stands_against_the_next_load(graduate):
    search = make.looks_for_a_job(graduate, status="withdrawn")
    assert loaded("candidacies", SEARCH).counts == (0, 1, 0, 0)
    found = loaded("candidacies", "profile,pairing,status\nG-1,hiring,active\n")
    assert "status: was withdrawn. Only the person, or staff" in found.refused[0]
    assert Candidacy.objects.get() == search
    assert Candidacy.objects.get().status == "withdrawn"


def test_a_file_may_withdraw():
    loaded("candidacies", SEARCH)
    loaded("candidacies", "profile,pairing,status\nG-1,hiring,withdrawn\n")
    assert Candidacy.objects.get().status == "withdrawn"


def test_an_id_of_two_kinds_needs_its_kind():
    startup = make.a_startup(external_id="G-1")
    found = loaded("candidacies", "profile,pairing\nG-1,mentorship\n")
    assert "both a firm and a graduate is called" in found.refused[0]
    loaded("candidacies", "profile,kind,pairing\nG-1,firm,mentorship\n")
    assert Candidacy.objects.get().profile == startup


def test_the_same_candidacy_twice_in_a_file_is_refused():
    found = loaded("candidacies", "profile,kind,pairing\nG-1,,hiring\nG-1,graduate,hiring\n")
    assert found.counts == (1, 0, 0, 1)
    assert found.refused == ["line 3: profile: line 2 is the same candidacy. Keep one of them."]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("G-9,,hiring", "profile: no graduate is called “G-9”. Load that file first."),
        ("G-1,,contracting", "profile: no firm is called “G-1”. There is a graduate"),
        ("G-1,mentor,hiring", "kind: hiring is for a graduate. Correct the kind or the pairing."),
    ],
)
def test_a_candidacy_that_cannot_be_is_refused_with_a_sentence(row, sentence):
    found = loaded("candidacies", f"profile,kind,pairing\n{row}\n")
    assert found.counts == (0, 0, 0, 1)
    assert sentence in found.refused[0]


def listed():
    return TopMatches.objects.filter(pairing="hiring").count()


def deliver():
    for row in Outbox.objects.due():
        tasks.deliver(row.pk)


def test_a_load_gives_fresh_matches_to_the_pairings_it_changed():
    make.a_job()
    loaded("candidacies", SEARCH)
    deliver()
    assert listed() == 2
    loaded("candidacies", "profile,pairing,status\nG-1,hiring,paused\n")
    deliver()
    assert listed() == 1
    assert Event.objects.filter(verb="candidacies.loaded").count() == 2


def test_loading_a_changed_profile_gives_fresh_matches(graduate):
    search, job = make.looks_for_a_job(graduate), make.a_job()
    loaded("graduates", "external_id,status\nG-1,paused\n")
    deliver()
    assert TopMatches.objects.get(opening=job).ids == []
    loaded("graduates", "external_id,status\nG-1,active\n")
    deliver()
    assert TopMatches.objects.get(opening=job).ids == [search.pk]


def test_a_team_is_listed_by_a_file_and_never_against_a_no():
    firm = make.a_local_firm(external_id="F-1")
    row = "profile,pairing,headcount,listed\nF-1,contracting,5,{}\n"
    loaded("candidacies", row.format("Yes"))
    assert Candidacy.objects.get(profile=firm).terms == {"listed": "yes"}
    assert loaded("candidacies", "profile,pairing\nF-1,contracting\n").counts == (0, 0, 1, 0)
    loaded("candidacies", row.format("no"))
    assert Candidacy.objects.get(profile=firm).terms == {"listed": "no"}
    found = loaded("candidacies", row.format("yes"))
    assert "listed: was answered no. Only the owner" in found.refused[0]
    assert Candidacy.objects.get(profile=firm).terms == {"listed": "no"}


def test_what_is_neither_yes_nor_no_is_refused():
    make.a_local_firm(external_id="F-1")
    found = loaded("candidacies", "profile,pairing,listed\nF-1,contracting,perhaps\n")
    assert "listed" in found.refused[0]
    assert not Candidacy.objects.exists()
