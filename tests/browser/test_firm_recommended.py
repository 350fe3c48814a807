"""A client hands a link on, another company asks through it, the firm stops it."""

from typing import Any

from playwright.sync_api import expect

from matching.engagements.models import Referral
from matching.models import Candidacy
from tests import make
from tests.browser.corners import WAYS


@WAYS
def test_recommended_followed_asked_and_stopped(side: Any, language: str, scripts: bool) -> None:
    row = make.a_contract()
    team = Candidacy.objects.get(profile=row.candidate)
    company = make.an_international_company()
    client, firm, asker = (
        side(each, language, scripts) for each in (row.owner, row.candidate, company)
    )

    client.opens("recommend", row.public_id)
    client.reads("Recommend this firm")
    client.says(sentence="Write to team@firm.example")
    expect(client.tab.locator("textarea")).to_have_value("Write to team@firm.example")
    client.says(sentence="They deliver what they say.")
    client.reads("Recommend this firm")
    referral = Referral.objects.get()
    link = client.path("recommended", referral.public_id)
    expect(client.tab.locator(f'main a[href$="{link}"]')).to_have_count(1)

    asker.opens("recommended", referral.public_id)
    asker.reads("A firm that was recommended to you")
    expect(asker.tab.locator("blockquote")).to_have_text("They deliver what they say.")
    asker.follows("new-opening", "contracting")
    tender = make.a_tender(company)
    asker.opens("recommended", referral.public_id)
    asker.follows("ask-introduction", tender.public_id, team.public_id)
    asker.says(purpose="talk", message="You were recommended to us.", shares="3")
    asker.reads("You asked, and wait for an answer")
    referral.refresh_from_db()
    assert referral.introduction.opening == tender

    firm.opens("recommend", row.public_id)
    firm.reads("Recommendations of your firm")
    with firm.tab.expect_navigation():
        firm.tab.locator('main form[action$="/stop/"] button').click()
    expect(firm.tab.locator("blockquote")).to_have_count(0)
    asker.opens("recommended", referral.public_id)
    asker.reads("This recommendation is not open any more")
