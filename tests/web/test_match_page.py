from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from matching.models import Candidacy, Opening
from tests import make

pytestmark = pytest.mark.django_db


def url(opening: Opening, candidacy: Candidacy) -> str:
    return reverse("match", args=[opening.public_id, candidacy.public_id])


def pair(**job: Any) -> tuple[Opening, Candidacy]:
    return make.a_job(**job), make.looks_for_a_job(make.a_graduate(legal_name="Canary Name"))


def test_candidate_reads_every_criterion_with_what_it_counts_for_both(client: Client) -> None:
    job, search = pair()
    client.force_login(make.acts_for(search.profile))
    page = client.get(url(job, search))
    assert {row.label for row in page.context["rows"]} == {
        str(rule.label) for rule in job.declaration.rules
    }
    assert sum(width for width, _ in page.context["own_band"]) == 1000
    assert sum(width for width, _ in page.context["their_band"]) == 1000


def test_both_parties_read_the_same_score_from_their_own_side(client: Client) -> None:
    job, search = pair()
    client.force_login(make.acts_for(search.profile))
    candidate = client.get(url(job, search)).context
    client.force_login(make.acts_for(job.owner))
    owner = client.get(url(job, search)).context
    assert (candidate["fit"], candidate["you"]) == (owner["fit"], owner["them"])


def test_only_the_two_parties_and_staff_may_open_a_match(client: Client) -> None:
    job, search = pair()
    assert client.get(url(job, search)).status_code == 404
    client.force_login(make.acts_for(make.a_graduate()))
    assert client.get(url(job, search)).status_code == 404
    client.force_login(make.acts_for(make.an_international_company()))
    assert client.get(url(job, search)).status_code == 404
    client.force_login(make.staff())
    assert client.get(url(job, search)).status_code == 200


def test_opening_and_candidacy_of_different_pairings_are_no_match(client: Client) -> None:
    _job, search = pair()
    placement = make.a_placement()
    client.force_login(make.acts_for(search.profile))
    assert client.get(url(placement, search)).status_code == 404


def test_excluded_parties_cannot_explain_each_other(client: Client) -> None:
    job, search = pair()
    make.excludes(job.owner, search.profile)
    client.force_login(make.acts_for(search.profile))
    assert client.get(url(job, search)).status_code == 404


def test_pair_that_is_ruled_out_says_why_and_shows_no_score(client: Client) -> None:
    job = make.a_job(usd_min=None, usd_max=500)
    search = make.looks_for_a_job(make.a_graduate(), usd_min=1500)
    client.force_login(make.acts_for(search.profile))
    page = client.get(url(job, search))
    assert page.context["fit"] is None
    assert [label for label, _reason in page.context["vetoes"]] == ["Pay"]
    assert "Why this is not a match" in page.content.decode()


def test_owner_never_reads_the_candidates_name_or_amount(client: Client) -> None:
    job = make.a_job()
    search = make.looks_for_a_job(make.a_graduate(legal_name="Canary Name"), usd_min=1337)
    client.force_login(make.acts_for(job.owner))
    page = client.get(url(job, search)).content.decode()
    assert "1,337" not in page
    assert "Canary" not in page
    assert "They: said, and not shown to you." in page


def test_missing_skill_leads_to_ones_own_skills(client: Client) -> None:
    graduate = make.a_graduate(skills={"python": 3})
    job, search = make.a_job(skills={"python": 1, "docker": 3}), make.looks_for_a_job(graduate)
    client.force_login(make.acts_for(graduate))
    lifts = client.get(url(job, search)).context["lifts"]
    assert lifts[0]["change"] == "Add Docker, if you can show it"
    assert lifts[0]["url"] == f"/profile/skills/?profile={graduate.public_id}"


def test_both_sides_read_that_a_skill_is_held_below_the_level_asked(client: Client) -> None:
    job, search = pair(skills={"python": 3, "git": 1})
    make.asks_for_levels(job, python=4)
    for reader in (search.profile, job.owner):
        client.force_login(make.acts_for(reader))
        page = client.get(url(job, search))
        states = {skill.label: skill.state for skill in page.context["skills"]}
        assert states == {"Python": "in part", "Git": "held"}
        text = page.content.decode()
        assert '<span class="vh">In part: </span>' in text
        assert "(Strong; asked for: Expert)" in text


def test_named_candidate_is_told_that_the_name_is_visible(client: Client) -> None:
    job, search = make.a_job(), make.looks_for_a_job(make.a_graduate(is_named=True))
    client.force_login(make.acts_for(search.profile))
    reached = {label: there for there, label, _ in client.get(url(job, search)).context["stages"]}
    assert reached == {"Capability": True, "Region": True, "Name": True, "Contact": False}


def found(page: Any, label: str) -> str:
    (row,) = (row for row in page.context["rows"] if row.label == label)
    return str(row.finding)


def test_each_side_reads_how_the_other_and_how_oneself_answers(client: Client) -> None:
    job = make.a_job(make.an_international_company(answers=1))
    search = make.looks_for_a_job(make.a_graduate(answers=3))
    slowly, quickly = "slowly, or not always", "usually within a day"
    for party, candidate, owner in (
        (search.profile, f"You: {quickly}.", f"They: {slowly}."),
        (job.owner, f"They: {quickly}.", f"You: {slowly}."),
    ):
        client.force_login(make.acts_for(party))
        page = client.get(url(job, search))
        assert found(page, "Candidate answers") == candidate
        assert found(page, "Owner answers") == owner


def test_answering_that_is_not_known_yet_is_nobodys_silence(client: Client) -> None:
    job, search = pair()
    client.force_login(make.acts_for(search.profile))
    page = client.get(url(job, search))
    assert found(page, "Candidate answers") == "You: not known yet."
    assert found(page, "Owner answers") == "They: not known yet."


def test_answering_within_a_day_would_lift_it_and_leads_to_ones_requests(client: Client) -> None:
    job, search = make.a_job(), make.looks_for_a_job(make.a_graduate(answers=0))
    client.force_login(make.acts_for(search.profile))
    lifts = client.get(url(job, search)).context["lifts"]
    (lift,) = (each for each in lifts if each["change"] == "Answer requests within a day")
    assert (lift["url"], lift["where"]) == ("/introductions/", "In your introductions.")


def test_whoever_answers_within_a_day_is_not_told_to(client: Client) -> None:
    job, search = make.a_job(), make.looks_for_a_job(make.a_graduate(answers=3))
    client.force_login(make.acts_for(search.profile))
    lifts = client.get(url(job, search)).context["lifts"]
    assert "Answer requests within a day" not in [lift["change"] for lift in lifts]
