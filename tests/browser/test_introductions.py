"""Two people are introduced in a browser: asked, answered, written to, ended, asked elsewhere."""

import re
from typing import Any

from playwright.sync_api import expect

from matching import runs
from matching.introductions.models import Introduction
from tests import make
from tests.browser.corners import WAYS

ONE = re.compile(r"/introductions/[0-9a-f-]{36}/$")


@WAYS
def test_asked_accepted_read_and_ended(side: Any, language: str, scripts: bool) -> None:
    mentor = make.a_mentor(hours_month=6, is_named=False)
    mentor.identity.email = "mentor@example.org"
    mentor.identity.save()
    offer, goals = make.a_mentoring_offer(mentor), make.looks_for_a_mentor(make.a_graduate())
    graduate = side(goals.profile, language, scripts)
    asked = side(mentor, language, scripts)

    graduate.opens("match", offer.public_id, goals.public_id)
    graduate.follows("ask-introduction", offer.public_id, goals.public_id)
    graduate.says(purpose="advice", message="x" * 301, shares="3")
    expect(graduate.tab.locator("textarea")).to_have_value("x" * 301)
    graduate.says(message="May we talk about my next step?")
    expect(graduate.tab).to_have_url(ONE)
    graduate.reads("You asked, and wait for an answer")

    row = Introduction.objects.get()
    asked.opens("dashboard")
    asked.follows("introduction", row.public_id)
    asked.reads("An answer of yours is due")
    expect(asked.tab.locator("blockquote")).to_have_text("May we talk about my next step?")
    expect(asked.tab.locator("main")).to_contain_text(goals.profile.identity.legal_name)
    asked.follows("act-on-introduction", row.public_id, "accept")
    asked.says(shares="4")
    asked.reads("You accepted: you are introduced")

    graduate.opens("introductions")
    graduate.follows("introduction", row.public_id)
    graduate.reads("They accepted: you are introduced")
    expect(graduate.tab.locator("main")).to_contain_text("mentor@example.org")
    graduate.follows("act-on-introduction", row.public_id, "end")
    graduate.says(because="done")
    graduate.reads("This introduction has ended")
    row.refresh_from_db()
    assert row.state == "ended"


@WAYS
def test_declined_and_asked_elsewhere(side: Any, language: str, scripts: bool) -> None:
    search = make.looks_for_a_job(make.a_graduate())
    first, second = make.a_job(title="First"), make.a_job(title="Second")
    runs.run("hiring")
    graduate = side(search.profile, language, scripts)
    owner = side(first.owner, language, scripts)

    graduate.opens("ask-introduction", first.public_id, search.public_id)
    graduate.says(purpose="talk", message="May we talk?", shares="2")
    row = Introduction.objects.get()

    owner.opens("introductions")
    owner.follows("introduction", row.public_id)
    owner.follows("act-on-introduction", row.public_id, "decline")
    owner.says(because="taken")
    owner.reads("You declined")

    graduate.opens("introduction", row.public_id)
    graduate.reads("They declined")
    graduate.follows("ask-introduction", second.public_id, search.public_id)
    graduate.says(purpose="talk", message="May we talk?", shares="2")
    graduate.reads("You asked, and wait for an answer")
    assert Introduction.objects.live().get().opening == second


@WAYS
def test_written_answered_and_once_ended_only_read(side: Any, language: str, scripts: bool) -> None:
    row = make.an_introduction(make.a_job(), state="accepted")
    asker, asked = (side(each, language, scripts) for each in (row.asker, row.asked))

    asker.opens("introduction", row.public_id)
    asker.follows("messages", row.public_id)
    asker.reads("Messages")
    asker.says(text="x" * 2001)
    expect(asker.tab.locator("textarea")).to_have_value("x" * 2001)
    asker.says(text="Shall we talk on Monday?")
    expect(asker.tab.locator("#newest blockquote")).to_have_text("Shall we talk on Monday?")

    asked.opens("introductions")
    expect(asked.tab.locator("main .tag")).to_have_count(1)
    asked.follows("introduction", row.public_id)
    asked.follows("messages", row.public_id)
    expect(asked.tab.locator("#newest blockquote")).to_have_text("Shall we talk on Monday?")
    asked.says(text="نعم، في العاشرة.")
    asked.opens("introductions")
    expect(asked.tab.locator("main .tag")).to_have_count(0)

    asker.opens("messages", row.public_id)
    answer = asker.tab.locator("#newest blockquote")
    expect(answer).to_have_text("نعم، في العاشرة.")
    expect(answer).to_have_attribute("lang", "ar")
    assert answer.evaluate("text => getComputedStyle(text).direction") == "rtl"
    asker.follows("introduction", row.public_id)
    asker.follows("act-on-introduction", row.public_id, "end")
    asker.says(because="done")

    asked.opens("messages", row.public_id)
    asked.reads("Messages")
    expect(asked.tab.locator("blockquote")).to_have_count(2)
    expect(asked.tab.locator("textarea")).to_have_count(0)
