import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from matching import runs
from tests import make

pytestmark = pytest.mark.django_db
PAGE = "/matches/"


def test_stranger_is_asked_to_log_in(client: Client) -> None:
    assert client.get(PAGE).headers["Location"] == "/accounts/login/?next=/matches/"


def test_account_without_a_candidacy_learns_that_matching_needs_consent(client: Client) -> None:
    client.force_login(make.acts_for(make.a_graduate()))
    assert "only where you have agreed to it" in client.get(PAGE).content.decode()


def test_list_that_was_never_made_says_so(client: Client) -> None:
    graduate = make.a_graduate()
    make.looks_for_a_job(graduate)
    client.force_login(make.acts_for(graduate))
    assert "This list was not made yet" in client.get(PAGE).content.decode()


def test_each_match_stands_with_its_score_and_its_reasons(client: Client) -> None:
    graduate = make.a_graduate(skills={"python": 3, "django": 2})
    make.looks_for_a_job(graduate)
    make.a_job(title="Fits", skills={"python": 3, "django": 2, "docker": 1})
    runs.run("hiring")
    client.force_login(make.acts_for(graduate))
    line = client.get(PAGE).context["lines"][0]
    assert line.title == "Fits"
    assert ("partly", "2 of 3 required skills; missing: Docker") in line.reasons
    assert line.tags == [("Python", "held"), ("Django", "held"), ("Docker", "missing")]


def test_freshness_is_told_on_the_readers_clock(client: Client) -> None:
    graduate = make.a_graduate()
    make.looks_for_a_job(graduate)
    runs.run("hiring")
    client.force_login(make.acts_for(graduate, time_zone="America/Santiago"))
    assert client.get(PAGE).context["fresh"].endswith(" in Santiago")


def test_owner_of_several_sides_chooses_one_by_its_address(client: Client) -> None:
    firm = make.an_international_company()
    make.a_job(firm, title="First job")
    second = make.a_job(firm, title="Second job")
    client.force_login(make.acts_for(firm))
    assert client.get(PAGE).context["own"].label == "First job"
    assert client.get(PAGE, {"of": second.public_id}).context["own"].label == "Second job"


def test_somebody_elses_list_is_unknown(client: Client) -> None:
    job = make.a_job()
    client.force_login(make.acts_for(make.a_graduate()))
    assert client.get(PAGE, {"of": job.public_id}).status_code == 404
    assert client.get(PAGE, {"of": "nonsense"}).status_code == 404


def test_unverified_profile_reads_why_it_is_not_matched(client: Client) -> None:
    graduate = make.a_graduate(verified=False)
    make.looks_for_a_job(graduate)
    client.force_login(make.acts_for(graduate))
    assert "not verified yet" in client.get(PAGE).content.decode()


def test_page_takes_as_many_queries_for_twenty_matches_as_for_two(client: Client) -> None:
    graduate = make.a_graduate()
    make.looks_for_a_job(graduate)
    client.force_login(make.acts_for(graduate))
    make.a_job(make.a_local_firm())
    make.a_job()
    runs.run("hiring")
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    for _ in range(24):
        make.a_job(make.a_local_firm())
    runs.run("hiring")
    with CaptureQueriesContext(connection) as many:
        page = client.get(PAGE)
    assert len(page.context["lines"]) == 20
    assert page.context["next_url"]
    assert len(few) == len(many)


def test_a_missing_skill_keeps_its_reading_order_within_arabic(client: Client) -> None:
    graduate = make.a_graduate(skills={"python": 3})
    make.a_job(skills={"python": 3, "cpp": 3})
    make.looks_for_a_job(graduate)
    runs.run("hiring")
    client.force_login(make.acts_for(graduate, language="ar"))
    page = client.get(f"/ar{PAGE}").content.decode()
    assert "\N{FIRST STRONG ISOLATE}C++\N{POP DIRECTIONAL ISOLATE}" in page


def test_a_skill_below_the_level_that_is_asked_is_marked_in_part_on_its_card(
    client: Client,
) -> None:
    graduate = make.a_graduate(skills={"python": 2, "django": 3})
    make.asks_for_levels(make.a_job(skills={"python": 3, "django": 3}), python=3, django=3)
    make.looks_for_a_job(graduate)
    runs.run("hiring")
    client.force_login(make.acts_for(graduate))
    page = client.get(PAGE).content.decode()
    tags = re.findall(r'<span class="tag([^"]*)">.*?<bdi>([^<]*)</bdi></span>', page)
    assert tags == [(" has", "Django"), (" part", "Python")]


@pytest.mark.parametrize(("answers", "told"), [(None, []), (0, [("not", "Owner answers: seldom")])])
def test_a_list_tells_of_whoever_seldom_answers_and_of_nobody_not_known_yet(
    client: Client, answers: int | None, told: list[tuple[str, str]]
) -> None:
    """How one answers oneself is on the page of the match, and not in every line."""
    graduate = make.a_graduate(answers=0)
    make.looks_for_a_job(graduate)
    make.a_job(make.an_international_company(answers=answers))
    runs.run("hiring")
    client.force_login(make.acts_for(graduate))
    reasons = client.get(PAGE).context["lines"][0].reasons
    assert [each for each in reasons if "answers" in each[1]] == told
