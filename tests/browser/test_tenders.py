"""A tender is answered, shortlisted and awarded in a browser: blind first, then both by name."""

from typing import Any

from playwright.sync_api import expect

from matching.tenders.models import Answer
from tests import make
from tests.browser.corners import WAYS

TEXT = "We have run two payment platforms, in your hours."
NAME = "Sindyan Softworks"


@WAYS
def test_answered_blind_shortlisted_awarded_and_read_by_name(
    side: Any, language: str, scripts: bool
) -> None:
    tender, team = make.a_tender(), make.offers_a_team(make.a_local_firm(legal_name=NAME))
    firm = side(team.profile, language, scripts)
    company = side(tender.owner, language, scripts)

    firm.opens("opening", tender.public_id)
    firm.follows("answer-tender", tender.public_id)
    answers = {"headcount": "5", "usd": "2600", "starts_on": "2030-01-15"}
    firm.says(**answers, text=f"{TEXT} Write to us@sindyan.example.org")
    expect(firm.tab.locator("textarea")).to_have_value(f"{TEXT} Write to us@sindyan.example.org")
    firm.says(text=TEXT)
    firm.reads("You answered, and they have not decided")

    row = Answer.objects.get()
    company.opens("opening", tender.public_id)
    company.follows("tender-answers", tender.public_id)
    expect(company.tab.locator("h2 a")).to_contain_text(row.public_id.hex[:4].upper())
    company.follows("answer", row.public_id)
    company.reads("An answer to your tender")
    expect(company.tab.locator("blockquote")).to_have_text(TEXT)
    expect(company.tab.locator("main")).not_to_contain_text(NAME)
    company.follows("act-on-answer", row.public_id, "shortlist")
    company.says()
    company.reads("On your shortlist")

    firm.opens("my-tenders")
    firm.follows("answer", row.public_id)
    firm.reads("You are on the shortlist")

    company.follows("act-on-answer", row.public_id, "award")
    company.says()
    company.reads("You awarded the tender: you are introduced")
    expect(company.tab.locator("main")).to_contain_text(NAME)

    firm.opens("my-tenders")
    firm.follows("answer", row.public_id)
    firm.reads("The tender is yours: you are introduced")
    expect(firm.tab.locator("main")).to_contain_text(tender.owner.identity.legal_name)
    row.refresh_from_db()
    firm.follows("introduction", row.introduction.public_id)
    firm.reads("They accepted: you are introduced")


@WAYS
def test_declined_with_a_reason_and_answered_again_by_name(
    side: Any, language: str, scripts: bool
) -> None:
    row = make.an_answer()
    firm, company = side(row.firm, language, scripts), side(row.owner, language, scripts)

    company.opens("answer", row.public_id)
    company.follows("act-on-answer", row.public_id, "decline")
    company.says(because="rate")
    company.reads("You did not choose them")

    firm.opens("answer", row.public_id)
    firm.reads("They did not choose you")
    firm.follows("answer-tender", row.opening.public_id)
    firm.says(headcount="5", usd="2000", starts_on="2030-01-15", text=TEXT, shares="3")
    firm.reads("You answered, and they have not decided")

    company.opens("tender-answers", row.opening.public_id)
    expect(company.tab.locator("h2 a")).to_have_text(row.firm.identity.legal_name)


def test_characters_that_are_left_are_counted_and_written_as_their_most(side: Any) -> None:
    tender, team = make.a_tender(), make.offers_a_team(make.a_local_firm())
    firm = side(team.profile, "ar", scripts=True)
    firm.opens("answer-tender", tender.public_id)
    left = firm.tab.locator("[data-left] bdi")
    expect(left).to_have_text("1,000")
    firm.tab.locator("textarea").fill(TEXT)
    expect(left).to_have_text(str(1000 - len(TEXT)))
