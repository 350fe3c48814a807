"""What came of introductions: whose it is, in which order, by state, and what it costs."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from matching.engagements.models import Engagement
from profiles.models import Profile
from profiles.privacy.vanishing import vanish
from tests import make
from tests.reading import logged_in, queries

pytestmark = pytest.mark.django_db
PAGE = "/engagements/"


def read(profile: Profile, query: str = "") -> Any:
    return logged_in(make.acts_for(profile)).get(f"{PAGE}{query}")


def urls(page: Any) -> list[str]:
    return [line.url for line in page.context["lines"]]


def url(row: Engagement) -> str:
    return reverse("engagement", args=[row.public_id])


def of(job: Any, **said: Any) -> Engagement:
    return make.an_engagement(make.an_introduction(job, state="accepted"), **said)


def test_a_stranger_logs_in_first():
    assert Client().get(PAGE).url == f"/accounts/login/?next={PAGE}"


def test_each_side_reads_its_own_and_nobody_elses():
    row, _other = make.an_engagement(), make.an_engagement()
    assert urls(read(row.owner)) == urls(read(row.candidate)) == [url(row)]
    assert urls(read(make.a_graduate())) == []
    assert urls(logged_in(make.staff()).get(PAGE)) == []


def test_what_waits_comes_first_then_what_runs_then_the_rest():
    job = make.a_job(capacity=5)
    ended, running, waits = (of(job, state=state) for state in ("ended", "running", "stated"))
    assert urls(read(job.owner)) == [url(row) for row in (waits, running, ended)]


def test_the_heading_says_how_many_wait_for_the_readers_word_and_not_for_the_others():
    job = make.a_job(capacity=5)
    assert read(job.owner).context["heading"] == "What came of introductions"
    waits = of(job, state="stated")
    changes = of(job)
    make.states(changes, changes.candidate, usd=1900)
    of(job, by=job.owner, state="stated")
    assert read(job.owner).context["heading"] == "2 statements wait for your word"
    assert read(waits.candidate).context["heading"] == "What came of introductions"


def test_states_are_links_with_their_counts():
    job = make.a_job(capacity=5)
    rows = [of(job, state="stated") for _ in range(2)]
    of(job)
    page = read(job.owner, "?state=stated")
    assert [(each["label"], each["count"]) for each in page.context["states"]] == [
        ("All", 3), ("Waits to be confirmed", 2), ("Runs", 1),
    ]  # fmt: skip
    assert set(urls(page)) == {url(row) for row in rows}


@pytest.mark.parametrize("query", ["?state=nonsense", "?page=99"])
def test_an_address_that_names_nothing_shows_all(query):
    row = make.an_engagement()
    assert urls(read(row.owner, query)) == [url(row)]


@pytest.mark.parametrize(
    ("query", "says"),
    [("", "Nothing was recorded yet."), ("?state=ended", "Nothing of yours is in that state.")],
)
def test_an_empty_list_says_why_and_what_to_do(query, says):
    page = read(make.a_graduate(), query).content.decode()
    assert says in page
    assert page.count('class="empty') == 1


def test_whoever_vanished_or_is_apart_is_an_alias():
    firm = make.an_international_company(is_named=True)
    job = make.a_job(firm, capacity=5)
    gone, apart = (
        make.an_engagement(make.an_introduction(job, shares=3, state="accepted")) for _ in range(2)
    )
    vanish(user=make.acts_for(gone.candidate))
    make.excludes(apart.candidate, firm)
    lines = read(firm).context["lines"]
    names = {gone.candidate.identity.legal_name, apart.candidate.identity.legal_name}
    assert {line.who for line in lines}.isdisjoint(names)
    assert {line.where for line in lines} == {""}


def test_a_line_says_the_outcome_where_it_stands_and_until_when():
    row = make.an_engagement(state="stated")
    (line,) = read(row.owner).context["lines"]
    assert (line.kind, line.word) == ("Hire", "They recorded this. Is that so?")
    assert line.due == "13 days left"
    row.agreements.update(due_at=None)
    (line,) = read(row.owner).context["lines"]
    assert line.due == "the clock stands still"


def test_the_day_on_which_it_was_recorded_is_the_readers():
    row = make.an_engagement()
    Engagement.objects.update(stated_at=datetime(2025, 11, 20, 23, tzinfo=UTC))
    account = make.acts_for(row.candidate, time_zone="Asia/Hebron")
    (line,) = logged_in(account).get(PAGE).context["lines"]
    assert line.asked == "recorded on 21 Nov 2025"


def test_a_long_list_has_pages_and_costs_what_a_short_one_does():
    job = make.a_job(capacity=50)
    earlier = timezone.localdate() - timedelta(days=9)
    for _ in range(2):
        of(job, from_on=earlier)
    client = logged_in(make.acts_for(job.owner))
    few = queries(client, PAGE)
    for _ in range(23):
        of(job, from_on=earlier)
    assert queries(client, PAGE) == few <= 10
    page = client.get(PAGE)
    assert len(page.context["lines"]) == 20
    assert len(client.get(page.context["next_url"]).context["lines"]) == 5
