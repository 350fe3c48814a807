"""What was received and sent: whose it is, in which order, by state, and how much it costs."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from matching.introductions.models import Introduction
from profiles.models import Profile
from profiles.privacy.vanishing import vanish
from tests import make
from tests.reading import logged_in, queries

pytestmark = pytest.mark.django_db
PAGE = "/introductions/"


def read(profile: Profile, query: str = "") -> Any:
    client = Client()
    client.force_login(make.acts_for(profile))
    return client.get(f"{PAGE}{query}")


def urls(page: Any) -> list[str]:
    return [line.url for line in page.context["lines"]]


def url(row: Introduction) -> str:
    return reverse("introduction", args=[row.public_id])


def test_a_stranger_logs_in_first() -> None:
    assert Client().get(PAGE).url == f"/accounts/login/?next={PAGE}"


def test_each_side_reads_its_own_and_nobody_elses() -> None:
    row, _other = make.an_introduction(), make.an_introduction()
    assert urls(read(row.asked)) == [url(row)]
    assert urls(read(row.asker)) == [url(row)]
    assert urls(read(make.a_graduate())) == []


def test_staff_read_none_of_them_here() -> None:
    make.an_introduction()
    client = Client()
    client.force_login(make.staff())
    assert urls(client.get(PAGE)) == []


def test_what_waits_comes_first_the_soonest_due_before_the_rest() -> None:
    job, now = make.a_job(), timezone.now()
    ended = make.an_introduction(job, state="ended")
    later = make.an_introduction(job, due_at=now + timedelta(hours=60))
    sooner = make.an_introduction(job, due_at=now + timedelta(hours=5))
    stopped = make.an_introduction(job, due_at=None)
    accepted = make.an_introduction(job, state="accepted")
    page = read(job.owner)
    assert urls(page) == [url(row) for row in (sooner, later, stopped, accepted, ended)]
    assert page.context["heading"] == "3 requests wait for your answer"
    assert [line.due for line in page.context["lines"]][2:4] == ["the clock stands still", ""]


def test_states_are_links_with_their_counts() -> None:
    job = make.a_job()
    make.an_introduction(job)
    declined = [make.an_introduction(job, state="declined") for _ in range(2)]
    page = read(job.owner, "?state=declined")
    assert [(each["label"], each["count"]) for each in page.context["states"]] == [
        ("All", 3), ("Waiting for an answer", 1), ("Declined", 2),
    ]  # fmt: skip
    assert set(urls(page)) == {url(row) for row in declined}


def test_sent_is_shown_where_nothing_was_received() -> None:
    row = make.an_introduction()
    page = read(row.asker)
    assert [(each["label"], each["count"]) for each in page.context["drawers"]] == [
        ("Received", 0), ("Sent", 1),
    ]  # fmt: skip
    assert page.context["show"] == "sent"


def test_those_of_one_opening_can_be_had_alone() -> None:
    firm = make.an_international_company()
    job, other = make.a_job(firm), make.a_job(firm)
    row, _elsewhere = make.an_introduction(job), make.an_introduction(other)
    page = read(firm, f"?opening={job.public_id}")
    assert urls(page) == [url(row)]
    assert page.context["drawers"][0]["count"] == 1


@pytest.mark.parametrize("query", ["?state=nonsense", "?show=x&opening=y", "?page=99"])
def test_an_address_that_names_nothing_shows_all(query: str) -> None:
    row = make.an_introduction()
    assert urls(read(row.asked, query)) == [url(row)]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("?show=received", "Nobody has asked you yet."),
        ("?show=sent", "You have asked nobody yet."),
        ("?state=declined", "None of your introductions is in that state."),
    ],
)
def test_an_empty_list_says_why_and_what_to_do(query: str, says: str) -> None:
    page = read(make.a_graduate(), query).content.decode()
    assert says in page
    assert page.count('class="empty') == 1


def test_whoever_vanished_or_excluded_the_reader_is_an_alias() -> None:
    firm = make.an_international_company(is_named=True)
    job = make.a_job(firm)
    gone = make.an_introduction(job, shares=3)
    apart = make.an_introduction(job, shares=3)
    vanish(user=make.acts_for(gone.asker))
    make.excludes(apart.asker, firm)
    page = read(firm)
    names = {gone.asker.identity.legal_name, apart.asker.identity.legal_name}
    assert {line.who for line in page.context["lines"]}.isdisjoint(names)
    assert {line.where for line in page.context["lines"]} == {""}


def test_a_long_list_has_pages_and_costs_what_a_short_one_does() -> None:
    job = make.a_job()
    make.an_introduction(job)
    client = logged_in(make.acts_for(job.owner))
    few = queries(client, PAGE)
    for _ in range(24):
        make.an_introduction(job)
    assert queries(client, PAGE) == few <= 10
    page = client.get(PAGE)
    assert len(page.context["lines"]) == 20
    assert len(client.get(page.context["next_url"]).context["lines"]) == 5
