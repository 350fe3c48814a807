"""Loading openings: whose they are, what their pairing asks, how they are found."""

import datetime

import pytest

from ledger.models import Event
from matching.filters import OpeningFilter
from matching.models import Opening
from tests import make
from tests.loads import loaded

pytestmark = pytest.mark.django_db

JOB = (
    "external_id,pairing,owner,title,description,country,skills,languages,sectors,closes_on,"
    "capacity,mode,seniority,usd_min,usd_max,routes\n"
    "J-1,hiring,F-1,Backend developer,Build it,DE,React:3*3; Docker,en,fintech,2090-01-31,2,"
    "Remote,junior,900,1800,direct; Contractor\n"
)


@pytest.fixture(autouse=True)
def firm():
    return make.an_international_company(external_id="F-1")


def asked_by(opening):
    return set(opening.asked_skills.values_list("skill__slug", "level", "importance"))


def test_a_job_is_loaded_with_its_terms_and_published(firm):
    assert loaded("openings", JOB).counts == (1, 0, 0, 0)
    job = Opening.objects.get(external_id="J-1")
    assert (job.owner, job.pairing, job.status, str(job.country)) == (
        firm,
        "hiring",
        "published",
        "DE",
    )
    assert (job.mode, job.seniority, job.usd_min, job.usd_max, job.routes) == (
        "remote",
        1,
        900,
        1800,
        ["direct", "contractor"],
    )
    assert asked_by(job) == {("react", 3, 3), ("docker", None, 2)}
    assert (job.languages, job.sectors, job.capacity) == (["en"], ["fintech"], 2)
    assert job.closes_on == datetime.date(2090, 1, 31)
    assert Opening.objects.open().count() == 1


def test_an_opening_is_found_by_its_skills_in_both_languages():
    loaded("openings", JOB.replace("React:3*3", "بايثون"))
    (job,) = OpeningFilter({"q": "python"}).qs
    assert (list(OpeningFilter({"q": "بايثون"}).qs), "بايثون" in job.folded) == ([job], True)


def test_loading_the_same_openings_again_changes_nothing():
    loaded("openings", JOB)
    before = Opening.objects.values().get()
    assert loaded("openings", JOB).counts == (0, 0, 1, 0)
    assert Opening.objects.values().get() == before
    assert Event.objects.filter(verb="openings.loaded").count() == 1


def test_terms_that_the_file_does_not_have_stay_and_the_text_is_folded_anew():
    loaded("openings", JOB)
    loaded("openings", "external_id,pairing,owner,title\nJ-1,hiring,F-1,Frontend developer\n")
    job = Opening.objects.get()
    assert (job.usd_max, job.routes, asked_by(job)) == (
        1800,
        ["direct", "contractor"],
        {("react", 3, 3), ("docker", None, 2)},
    )
    assert "frontend" in job.folded
    assert "docker" in job.folded


def test_terms_that_no_column_holds_are_kept_beside():
    loaded(
        "openings",
        "external_id,pairing,owner,title,headcount,duration_months\n"
        "T-1,contracting,F-1,A team,4,6\n",
    )
    tender = Opening.objects.get()
    assert (tender.headcount, tender.terms) == (4, {"duration_months": 6})


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("J-1,hirng,F-1,T,,", "pairing: “hirng” is no pairing. Write one of hiring,"),
        ("J-1,hiring,F-9,T,,", "owner: no firm is called “F-9”. Load that file first."),
        ("J-1,investing,F-1,T,,", "owner: no investor is called “F-1”. There is a firm"),
        ("J-1,hiring,F-1,,,", "title: is empty. Write something such as"),
        ("J-1,hiring,F-1,T,9,", "weeks: is not asked in hiring. Leave it empty; hiring asks mode"),
        ("J-1,internships,F-1,T,99,", "weeks: Ensure this value is less than or equal to 52."),
        ("J-1,internships,F-1,T,,floating", "Write one of: onsite, hybrid, remote."),
    ],
)
def test_an_opening_that_cannot_be_is_refused_with_a_sentence(row, sentence):
    found = loaded("openings", f"external_id,pairing,owner,title,weeks,mode\n{row}\n")
    assert found.counts == (0, 0, 0, 1)
    assert sentence in found.refused[0]
    assert Opening.objects.count() == 0


def test_a_lower_amount_above_the_upper_one_is_refused():
    found = loaded("openings", JOB.replace("900,1800", "1900,1800"))
    assert "usd_max: Give at least as much as the lower amount." in found.refused[0]


def test_an_opening_does_not_change_its_pairing():
    loaded("openings", JOB)
    found = loaded("openings", "external_id,pairing,owner,title\nJ-1,internships,F-1,T\n")
    assert "pairing: the opening is one of hiring. Give another external_id." in found.refused[0]


def test_the_event_names_the_pairings_that_changed():
    text = "external_id,pairing,owner,title\nJ-1,hiring,F-1,T\nP-1,internships,F-1,T\n"
    loaded("openings", text)
    loaded("openings", text.replace("P-1,internships,F-1,T", "P-1,internships,F-1,Other"))
    first, second = Event.objects.filter(verb="openings.loaded").order_by("pk")
    assert (first.codes["touched"], second.codes["touched"]) == (
        ["hiring", "internships"],
        ["internships"],
    )
