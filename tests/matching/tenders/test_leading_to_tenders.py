"""The page of an opening leads to the answers, to answering, or nowhere."""

from typing import Any

import pytest
from django.urls import reverse

from matching.tenders.models import Answer
from profiles.models import Profile
from tests import make
from tests.matching.tenders.on_answers import board, one, read

pytestmark = pytest.mark.django_db


def opening_page(row: Answer, profile: Profile, **account: Any) -> list[tuple[str, str]]:
    return leads(read(profile, reverse("opening", args=[row.opening.public_id]), **account))


def leads(page: Any) -> list[tuple[str, str]]:
    """What this floor says on the page of an opening; others say more."""
    follows = [(follow.heading, follow.url) for follow in page.context["follows"]]
    return [(heading, url) for heading, url in follows if url.startswith("/tenders/")]


def test_the_page_of_a_tender_leads_its_owner_to_the_answers() -> None:
    row = make.an_answer()
    for role in ("owner", "reader"):
        assert opening_page(row, row.owner, role=role) == [("Answers (1)", board(row))]


def test_and_a_local_firm_to_answering_it_or_to_its_answer() -> None:
    row = make.an_answer()
    team = make.offers_a_team(make.a_local_firm())
    answering = reverse("answer-tender", args=[row.opening.public_id])
    assert opening_page(row, team.profile) == [("Answer this tender", answering)]
    assert opening_page(row, row.firm) == [("You answered this tender", one(row))]
    assert opening_page(row, team.profile, role="reader") == []
    for other in (make.a_local_firm(), make.an_international_company(), make.a_graduate()):
        assert opening_page(row, other) == []


def test_other_openings_lead_nowhere_here() -> None:
    job = make.a_job()
    page = read(job.owner, reverse("opening", args=[job.public_id]))
    assert leads(page) == []
