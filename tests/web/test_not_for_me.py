"""Not for me: the two never meet again, in matches and lists, until it is taken back in time."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ledger.models import Event
from matching import runs
from matching.models import Exclusion, Opening, TopMatches
from profiles.recognition import viewer_of
from tests import make

pytestmark = pytest.mark.django_db
SEND, UNDO, PAGE = "/matches/not-for-me/", "/matches/undo/", "/matches/"


@pytest.fixture
def pair():
    search = make.looks_for_a_job(make.a_graduate())
    job = make.a_job(title="The job")
    runs.run("hiring")
    return job, search


@pytest.fixture
def reader(client: Client, pair):
    client.force_login(make.acts_for(pair[1].profile))
    return client


def name(pair) -> str:
    return f"{pair[0].public_id}/{pair[1].public_id}"


def shown(client: Client) -> list[str]:
    return [line.title for line in client.get(PAGE).context["lines"]]


def test_match_leaves_the_list_at_once(reader, pair):
    assert shown(reader) == ["The job"]
    answer = reader.post(SEND, {"pair": name(pair)})
    assert answer.url == f"/matches/?of={pair[1].public_id}"
    assert shown(reader) == []


def test_the_choice_of_lists_counts_what_its_list_shows(reader, pair):
    assert counted(reader) == [1]
    reader.post(SEND, {"pair": name(pair)})
    assert counted(reader) == [0]


def counted(client: Client) -> list[int]:
    return [each["count"] for _, own in client.get(PAGE).context["groups"] for each in own]


def test_neither_side_finds_the_other_any_more(reader, pair):
    job, search = pair
    reader.post(SEND, {"pair": name(pair)})
    assert job not in Opening.objects.visible_to(viewer_of(search.profile.user))
    owner = Client()
    owner.force_login(make.acts_for(job.owner))
    assert shown(owner) == []
    assert reader.get(f"/matches/{name(pair)}/").status_code == 404


def test_it_is_never_suggested_again(reader, pair):
    job, search = pair
    reader.post(SEND, {"pair": name(pair)})
    runs.run("hiring")
    assert TopMatches.objects.get(candidacy=search).ids == []
    assert TopMatches.objects.get(opening=job).ids == []


def test_owner_sets_a_candidate_aside(pair):
    job, search = pair
    owner = Client()
    owner.force_login(make.acts_for(job.owner))
    owner.post(SEND, {"pair": name(pair)})
    exclusion = Exclusion.objects.get()
    assert (exclusion.a, exclusion.b) == (job.owner, search.profile)


def test_reason_is_kept_and_recorded_as_a_code(reader, pair):
    reader.post(SEND, {"pair": name(pair), "because": "terms"})
    assert (Exclusion.objects.get().reason, Exclusion.objects.get().because) == (
        "not_for_me",
        "terms",
    )
    assert Event.objects.get(verb="exclusion.added").codes["because"] == "terms"


def test_strange_reason_counts_as_none(reader, pair):
    reader.post(SEND, {"pair": name(pair), "because": "spite"})
    assert Exclusion.objects.get().because == ""


def test_sent_twice_it_is_one(reader, pair):
    for _ in range(2):
        assert reader.post(SEND, {"pair": name(pair)}).status_code == 302
    assert Exclusion.objects.count() == 1


def test_undo_brings_the_match_back(reader, pair):
    reader.post(SEND, {"pair": name(pair)})
    page = reader.get(PAGE)
    (line,) = page.context["set_aside"]
    assert ">Undo<" in page.content.decode()
    reader.post(UNDO, {"who": line["who"], "next": PAGE})
    assert not Exclusion.objects.exists()
    assert shown(reader) == ["The job"]


def test_undo_ends_after_a_day(reader, pair):
    reader.post(SEND, {"pair": name(pair)})
    Exclusion.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert reader.get(PAGE).context["set_aside"] == []
    assert reader.post(UNDO, {"who": pair[0].owner.public_id}).status_code == 404
    assert Exclusion.objects.exists()


def test_what_the_other_side_said_cannot_be_undone_or_seen(reader, pair):
    job, search = pair
    make.excludes(job.owner, search.profile)
    assert reader.get(PAGE).context["set_aside"] == []
    assert reader.post(UNDO, {"who": job.owner.public_id}).status_code == 404


def test_exclusion_for_another_cause_cannot_be_undone_here(reader, pair):
    job, search = pair
    make.excludes(search.profile, job.owner, reason="blocked")
    assert reader.post(UNDO, {"who": job.owner.public_id}).status_code == 404


def test_strangers_to_the_pair_cannot_set_it_aside(client, pair):
    for account in (
        make.acts_for(make.a_graduate()),
        make.acts_for(make.a_diaspora_firm()),
        make.an_account(),
        make.acts_for(pair[0].owner, role="reader"),
    ):
        client.force_login(account)
        assert client.post(SEND, {"pair": name(pair)}).status_code == 404
    client.logout()
    assert client.post(SEND, {"pair": name(pair)}).url.startswith("/accounts/login/")
    assert not Exclusion.objects.exists()


@pytest.mark.parametrize("pair_name", ["", "x", "x/y", "/"])
def test_nonsense_is_unknown(reader, pair_name):
    assert reader.post(SEND, {"pair": pair_name}).status_code == 404


def test_reader_of_a_firm_is_shown_no_button(pair):
    client = Client()
    client.force_login(make.acts_for(pair[0].owner, role="reader"))
    for address in (PAGE, f"/matches/{name(pair)}/"):
        assert "not-for-me" not in client.get(address).content.decode()


def test_both_pages_offer_it_to_whoever_decides(reader, pair):
    assert f'value="{name(pair)}"' in reader.get(PAGE).content.decode()
    page = reader.get(f"/matches/{name(pair)}/").content.decode()
    assert "I would rather not say" in page
