"""One's own answers and tenders: told apart, counted, and found in the menu."""

import pytest

from tests import make
from tests.matching.tenders.on_answers import MINE, MOST, board, one, read
from tests.reading import logged_in, queries, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("show", ["answers", "tenders"])
def test_ones_own_list_costs_what_a_short_one_does(show: str) -> None:
    company, team = make.an_international_company(), make.offers_a_team(make.a_local_firm())
    client = logged_in(make.acts_for(team.profile if show == "answers" else company))
    for _ in range(2):
        make.an_answer(make.a_tender(company), team)
    short = queries(client, f"{MINE}?show={show}")
    for _ in range(20):
        make.an_answer(make.a_tender(company), team)
    page = client.get(f"{MINE}?show={show}")
    assert queries(client, f"{MINE}?show={show}") == short <= MOST
    assert len(page.context["lines"]) == 20
    assert len(client.get(page.context["next_url"]).context["lines"]) == 2


def test_own_answers_and_own_tenders_are_told_apart_with_counts() -> None:
    row, _other = make.an_answer(), make.an_answer()
    firms = read(row.firm, MINE)
    assert [line.url for line in firms.context["lines"]] == [one(row)]
    assert firms.context["lines"][0].word == "You answered, and they have not decided"
    owners = read(row.owner, MINE)
    assert [(each["label"], each["count"]) for each in owners.context["drawers"]] == [
        ("Your answers", 0), ("Your tenders", 1),
    ]  # fmt: skip
    assert [(line.url, line.word) for line in owners.context["lines"]] == [
        (board(row), "One answer")
    ]


@pytest.mark.parametrize("query", ["?show=nonsense", "?page=99", "?page=x"])
def test_an_address_that_names_nothing_shows_what_there_is(query: str) -> None:
    row = make.an_answer()
    page = read(row.firm, f"{MINE}{query}")
    assert [line.url for line in page.context["lines"]] == [one(row)]


def test_empty_lists_say_why_and_what_to_do() -> None:
    for show, says in (("answers", "answered no tender"), ("tenders", "posted no tender")):
        page = text(read(make.a_local_firm(), f"{MINE}?show={show}"))
        assert says in page
        assert page.count('class="empty') == 1


def test_verified_firms_find_their_tenders_in_the_menu_and_nobody_else() -> None:
    link = f'href="{MINE}"'
    for firm in (make.a_local_firm(), make.an_international_company()):
        assert link in text(read(firm, "/openings/"))
    for other in (make.a_graduate(), make.a_local_firm(verified=False)):
        assert link not in text(read(other, "/openings/"))
