import pytest
from django.test import Client
from django.urls import reverse

from matching import runs
from matching.models import Opening
from tests import make

pytestmark = pytest.mark.django_db


def url(opening: Opening) -> str:
    return reverse("opening", args=[opening.public_id])


def test_stranger_reads_terms_and_skills_with_levels(client: Client) -> None:
    job = make.a_job(title="Backend", skills={"python": 3}, usd_min=1000, usd_max=1800)
    page = client.get(url(job)).content.decode()
    assert "USD 1,000 to 1,800 a month" in page
    assert "Essential" in page
    assert "Any level" in page


def test_the_level_that_is_asked_is_read(client: Client) -> None:
    job = make.a_job(skills={"python": 3, "django": 2})
    make.asks_for_levels(job, python=3)
    page = client.get(url(job)).content.decode()
    assert ("Strong" in page, page.count("Any level")) == (True, 1)


def test_country_and_skills_are_read_in_the_order_in_which_they_count(client: Client) -> None:
    job = make.a_job(skills={"docker": 1, "python": 3, "django": 2}, country="DE")
    page = client.get(url(job))
    assert ("Country", "Germany") in page.context["terms"]
    assert [row.importance for row in page.context["skills"]] == [3, 2, 1]


@pytest.mark.parametrize("state", ["draft", "paused", "closed"])
def test_opening_that_is_not_open_is_unknown_to_others(client: Client, state: str) -> None:
    assert client.get(url(make.a_job(status=state))).status_code == 404


def test_owner_still_reads_an_opening_that_is_closed(client: Client) -> None:
    firm = make.an_international_company()
    job = make.a_job(firm, status="closed")
    client.force_login(make.acts_for(firm))
    assert "Only you see this page" in client.get(url(job)).content.decode()


def test_stranger_learns_nothing_that_describes_an_unnamed_owner(client: Client) -> None:
    firm = make.a_local_firm(legal_name="Canary Name", about="Canary about", headline="Canary head")
    page = client.get(url(make.a_job(firm))).content.decode()
    assert "Canary" not in page
    assert firm.alias_code in page


def test_verified_graduate_reads_what_an_unnamed_owner_does(client: Client) -> None:
    firm = make.a_local_firm(legal_name="Canary Name", about="We write code.")
    client.force_login(make.acts_for(make.a_graduate()))
    page = client.get(url(make.a_job(firm))).content.decode()
    assert "We write code." in page
    assert "Canary" not in page


def test_candidate_reads_the_score_and_where_it_is_explained(client: Client) -> None:
    graduate, job = make.a_graduate(), make.a_job()
    search = make.looks_for_a_job(graduate)
    client.force_login(make.acts_for(graduate))
    page = client.get(url(job))
    assert page.context["fit"] > 50
    assert page.context["match_url"] == reverse("match", args=[job.public_id, search.public_id])


def test_visitor_without_a_candidacy_reads_no_score(client: Client) -> None:
    client.force_login(make.acts_for(make.a_graduate()))
    assert "fit" not in client.get(url(make.a_job())).context


def test_owner_reads_the_best_candidates_by_their_alias(client: Client) -> None:
    firm = make.an_international_company()
    job = make.a_job(firm)
    graduate = make.a_graduate(legal_name="Canary Name")
    make.looks_for_a_job(graduate)
    runs.run("hiring")
    client.force_login(make.acts_for(firm))
    page = client.get(url(job))
    assert len(page.context["candidates"]) == 1
    assert graduate.alias_code in page.content.decode()
    assert "Canary" not in page.content.decode()


def test_offer_that_asks_for_no_skills_says_nothing_of_them(client: Client) -> None:
    offer = make.a_mentoring_offer()
    page = client.get(url(offer)).content.decode()
    assert ">Skills</h2>" not in page
    assert ">Terms</h2>" in page
