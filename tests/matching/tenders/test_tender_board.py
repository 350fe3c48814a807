"""The answers to a tender as its owner reads them: whose they are, and in which order."""

import pytest
from django.urls import reverse

from matching.tenders import actions
from profiles.steps import Step
from tests import make
from tests.matching.tenders.on_answers import MOST, board, one, outsider, read
from tests.reading import logged_in, queries, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["firm", "another firm", "another company", "graduate", "staff"])
def test_the_board_is_its_owners_and_nobody_elses(who: str) -> None:
    row = make.an_answer()
    reader = outsider(row, who)
    assert reader.get(board(row)).status_code == 404
    assert read(row.owner, board(row), role="reader").status_code == 200


def test_the_shortlist_stands_first_then_the_newest_and_what_is_over_is_gone() -> None:
    tender = make.a_tender(capacity=9)
    oldest, listed, newest = (make.an_answer(tender) for _ in range(3))
    awarded = make.an_answer(tender, state="awarded")
    actions.shortlist(answer=listed, by=tender.owner, by_id=None)
    for state in ("declined", "withdrawn", "closed"):
        make.an_answer(tender, state=state)
    page = read(tender.owner, board(oldest))
    assert [line.url for line in page.context["lines"]] == [
        one(row) for row in (awarded, listed, newest, oldest)
    ]
    assert page.context["heading"] == "4 answers to your tender"


def test_a_board_without_answers_says_what_happens_and_what_to_do() -> None:
    tender = make.a_tender()
    page = text(read(tender.owner, reverse("tender-answers", args=[tender.public_id])))
    assert "No answers yet" in page
    assert page.count('class="empty') == 1


def test_no_board_is_there_of_a_draft_or_of_what_is_no_tender() -> None:
    for opening in (make.a_tender(status="draft"), make.a_job()):
        url = reverse("tender-answers", args=[opening.public_id])
        assert read(opening.owner, url).status_code == 404


def test_a_full_board_costs_what_a_short_one_does_and_has_pages() -> None:
    tender = make.a_tender()
    rows = [make.an_answer(tender, shares=Step.NAME) for _ in range(2)]
    client = logged_in(make.acts_for(tender.owner))
    short = queries(client, board(rows[0]))
    for number in range(20):
        make.an_answer(tender, shares=Step.NAME if number % 2 else Step.ALIAS)
    assert queries(client, board(rows[0])) == short <= MOST
    page = client.get(board(rows[0]))
    assert len(page.context["lines"]) == 20
    assert len(client.get(page.context["next_url"]).context["lines"]) == 2
