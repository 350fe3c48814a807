"""A firm goes from a planned hire to a printed list of what is met, unmet and missing."""

from typing import Any

import pytest
from playwright.sync_api import expect

from matching.engagements.models import Engagement
from tests import make
from tests.browser.corners import WAYS

ON_THE_JOB = "upskill-on-the-job"


@WAYS
def test_from_ones_own_job_by_its_line_about_grants_to_the_printed_list(
    side: Any, language: str, scripts: bool
) -> None:
    firm = make.a_local_firm(governorate="PS-RBH")
    contract = make.an_engagement(
        make.an_introduction(make.a_tender(), make.offers_a_team(firm), state="accepted")
    )
    assert contract.state == Engagement.State.RUNNING
    job = make.a_job(firm, seniority=2, capacity=2)
    one = side(firm, language, scripts)

    one.opens("opening", job.public_id)
    line = one.tab.locator('main a[href*="?for="]')
    with one.tab.expect_navigation():
        line.click()
    expect(one.tab.locator(f'main a[href="{one.path("opening", job.public_id)}"]')).to_be_visible()
    one.tab.goto(one.path("grant", ON_THE_JOB))
    answer(one, months_operating="5")
    one.tab.goto(one.path("grant", ON_THE_JOB))
    one.presses("Keep a copy")

    one.tab.emulate_media(media="print")
    assert {"met", "not", "unk"} <= one.marks()
    main = one.tab.locator("main")
    for said in ("https://techstart.ps/", "https://www.techstart.ps/"):
        expect(main).to_contain_text(said)
    letter = {"en": "letter of intent", "ar": "خطاب نوايا"}[language]
    expect(main.locator(".rule", has_text=letter).first).to_be_visible()
    assert not one.tab.locator("main button:visible").count()


def answer(one: Any, **given: str) -> None:
    """The one question of that name, on its own page."""
    (name,) = given
    one.tab.goto(one.path("grant-answer", name))
    one.tab.locator(f'[name="{name}"]:not([type=hidden])').fill(given[name])
    with one.tab.expect_navigation():
        one.tab.locator("main form button").first.click()


@pytest.mark.usefixtures("_own_connections")
def test_nobody_else_reads_the_list_that_was_kept(side: Any) -> None:
    firm = make.a_local_firm()
    one, other = (side(each, "en", scripts=False) for each in (firm, make.a_startup()))
    one.tab.goto(one.path("grant", ON_THE_JOB))
    one.presses("Keep a copy")
    answer_of_other = other.tab.goto(one.tab.url)
    assert answer_of_other.status == 404
