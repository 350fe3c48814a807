"""`match`, `suggestions` and `explain`: the stored lists as staff read them."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ledger.models import Job
from matching.models import Opening
from tests import make

pytestmark = pytest.mark.django_db


def run(*arguments):
    out, err = StringIO(), StringIO()
    call_command(*map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def pair():
    graduate = make.a_graduate(external_id="G-1")
    firm = make.an_international_company()
    job = make.a_job(firm)
    Opening.objects.filter(pk=job.pk).update(external_id="J-1")
    return job, make.looks_for_a_job(graduate)


def test_match_says_what_it_matched_and_closes_its_job(pair):
    out, _ = run("match", "--pairing", "hiring")
    assert out.startswith("hiring: 1 openings, 1 candidacies, ")
    job = Job.objects.get()
    assert (job.kind, job.state, job.done, job.total) == ("match:hiring", "done", 2, 2)


def test_match_without_a_pairing_runs_all_five():
    out, _ = run("match")
    assert [line.split(":")[0] for line in out.splitlines()] == [
        "hiring", "contracting", "internships", "investing", "mentorship",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ["match", "--pairing", "hirng"],
        ["suggestions", "hirng"],
        ["explain", "hirng", "J-1", "G-1"],
    ],
)
def test_a_wrong_pairing_is_answered_with_those_there_are(arguments):
    with pytest.raises(CommandError, match="no pairing 'hirng': choose one of hiring") as told:
        run(*arguments)
    assert told.value.returncode == 2


@pytest.mark.parametrize("side", ["openings", "candidates"])
def test_suggestions_are_rows_of_external_ids(pair, side):
    run("match", "--pairing", "hiring")
    out, err = run("suggestions", "hiring", "--side", side)
    header, row = out.splitlines()
    assert header == "opening,candidate,rank,score"
    assert row.startswith("J-1,G-1,1,")
    assert err == ""


def test_suggestions_fall_back_to_public_ids_and_escape_formulas():
    job = make.a_job()
    search = make.looks_for_a_job(make.a_graduate(external_id="=1+1"))
    run("match", "--pairing", "hiring")
    out, _ = run("suggestions", "hiring")
    assert out.splitlines()[1].startswith(f"{job.public_id},'=1+1,1,")
    assert search.pk


def test_suggestions_hold_at_most_k_places_a_list():
    make.a_job()
    for _ in range(4):
        make.looks_for_a_job(make.a_graduate())
    run("match", "--pairing", "hiring")
    out, _ = run("suggestions", "hiring", "--k", "3")
    assert [line.split(",")[2] for line in out.splitlines()[1:]] == ["1", "2", "3"]


def test_whoever_left_since_the_match_is_no_suggestion():
    job = make.a_job()
    gone, excluded, there = (make.a_graduate(external_id=name) for name in ("A", "B", "C"))
    for graduate in (gone, excluded, there):
        make.looks_for_a_job(graduate)
    run("match", "--pairing", "hiring")
    gone.status = "paused"
    gone.save()
    make.excludes(job.owner, excluded)
    out, _ = run("suggestions", "hiring")
    assert [line.split(",")[1:3] for line in out.splitlines()[1:]] == [["C", "1"]]


def test_suggestions_without_a_candidacy_say_why():
    make.a_job()
    out, err = run("suggestions", "hiring")
    assert out == "opening,candidate,rank,score\n"
    assert err == (
        "No candidacies: load a candidacies file; only a candidacy is consent to be matched.\n"
    )


def test_suggestions_before_any_match_say_what_to_run(pair):
    _, err = run("suggestions", "hiring")
    assert err == "Nothing is matched yet: run manage.py match --pairing hiring.\n"


@pytest.mark.parametrize("k", ["0", "61"])
def test_more_places_than_are_kept_are_refused(k):
    with pytest.raises(CommandError, match="Lists hold 60 places: give --k 1 to 60"):
        run("suggestions", "hiring", "--k", k)


def test_a_pair_is_explained_criterion_by_criterion_to_both_sides(pair):
    job, search = pair
    out, _ = run("explain", "hiring", "J-1", "G-1")
    assert "Pay" in out
    assert "Best change for the opening: " in out
    assert "Best change for the candidate: " in out
    assert run("explain", "hiring", job.public_id, search.public_id)[0] == out


def test_a_pair_that_is_ruled_out_is_told_by_what(pair):
    job, _ = pair
    Opening.objects.filter(pk=job.pk).update(usd_min=100, usd_max=200)
    out, _ = run("explain", "hiring", "J-1", "G-1")
    assert "ruled out" in out.splitlines()[0]
    assert out.splitlines()[1] == "Ruled out by: Pay"


@pytest.mark.parametrize(
    ("opening", "candidate", "sentence"),
    [
        ("J-9", "G-1", "There is no opening “J-9” in hiring: load it first."),
        ("J-1", "G-9", "“G-9” has no candidacy in hiring: load a candidacies file"),
    ],
)
def test_someone_unknown_is_answered_with_a_sentence(pair, opening, candidate, sentence):
    with pytest.raises(CommandError, match=sentence):
        run("explain", "hiring", opening, candidate)
