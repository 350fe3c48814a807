"""The board, one answer and one's own: whose they are, in which order, and what they cost."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matching.tenders import actions
from matching.tenders.acts import ACTS
from matching.tenders.models import Answer
from profiles.models import Profile
from profiles.steps import Step
from tests import make
from tests.reading import logged_in, text

pytestmark = pytest.mark.django_db
MINE = "/tenders/"
MOST = 10
"""Queries of a page."""


def board(row: Answer) -> str:
    return reverse("tender-answers", args=[row.opening.public_id])


def one(row: Answer, act: str = "") -> str:
    return f"{reverse('answer', args=[row.public_id])}{act}{'/' if act else ''}"


def read(profile: Profile, url: str, **account: Any) -> Any:
    return logged_in(make.acts_for(profile, **account)).get(url)


def queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_a_stranger_logs_in_first() -> None:
    row = make.an_answer()
    for url in (MINE, board(row), one(row), one(row, "award")):
        assert Client().get(url).url == f"/accounts/login/?next={url}"


@pytest.mark.parametrize("who", ["firm", "another firm", "another company", "graduate", "staff"])
def test_the_board_is_its_owners_and_nobody_elses(who: str) -> None:
    row = make.an_answer()
    reader = outsider(row, who)
    assert reader.get(board(row)).status_code == 404
    assert read(row.owner, board(row), role="reader").status_code == 200


@pytest.mark.parametrize("who", ["another firm", "another company", "graduate", "staff"])
def test_an_answer_is_between_two(who: str) -> None:
    row = make.an_answer()
    reader = outsider(row, who)
    assert reader.get(one(row)).status_code == 404
    for act in ACTS:
        assert reader.get(one(row, act)).status_code == 404
        assert reader.post(one(row, act)).status_code == 404
    row.refresh_from_db()
    assert row.state == "sent"


def outsider(row: Answer, who: str) -> Client:
    """Another firm and another company that have an answer of their own between them."""
    if who == "staff":
        return logged_in(make.staff())
    other = make.an_answer()
    profile = {
        "firm": row.firm,
        "another firm": other.firm,
        "another company": other.owner,
        "graduate": make.a_graduate(),
    }[who]
    return logged_in(make.acts_for(profile))


@pytest.mark.parametrize("side", ["firm", "owner"])
def test_readers_of_a_firm_read_and_do_nothing(side: str) -> None:
    row = make.an_answer()
    client = logged_in(make.acts_for(getattr(row, side), role="reader"))
    assert client.get(one(row)).context["actions"] == []
    for act in ACTS:
        assert client.post(one(row, act)).status_code == 404
    row.refresh_from_db()
    assert row.state == "sent"


def test_a_withdrawn_answer_is_given_again_by_whoever_writes_for_the_firm() -> None:
    row = make.an_answer(state="withdrawn")
    again = reverse("answer-tender", args=[row.opening.public_id])
    assert again in text(read(row.firm, one(row)))
    assert again not in text(read(row.firm, one(row), role="reader"))
    assert read(row.firm, again, role="reader").status_code == 404


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


@pytest.mark.parametrize("state", ["sent", "shortlisted", "awarded", "declined", "closed"])
@pytest.mark.parametrize("side", ["firm", "owner"])
def test_one_answer_costs_at_most_ten_queries(side: str, state: str) -> None:
    row = make.an_answer(state=state, shares=Step.NAME)
    client = logged_in(make.acts_for(getattr(row, side)))
    assert queries(client, one(row)) <= MOST


def test_the_page_of_answering_costs_at_most_ten_queries() -> None:
    tender, team = make.a_tender(), make.offers_a_team(make.a_local_firm())
    client = logged_in(make.acts_for(team.profile))
    assert queries(client, reverse("answer-tender", args=[tender.public_id])) <= MOST


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


def labels(page: Any) -> list[str]:
    return [action.label for action in page.context["actions"]]


def test_each_side_is_offered_what_the_table_allows() -> None:
    row = make.an_answer()
    assert labels(read(row.firm, one(row))) == ["Withdraw"]
    assert labels(read(row.owner, one(row))) == [
        "Put on the shortlist", "Award the tender", "Do not choose them",
    ]  # fmt: skip
    actions.shortlist(answer=row, by=row.owner, by_id=None)
    assert labels(read(row.owner, one(row))) == [
        "Award the tender", "Take off the shortlist", "Do not choose them",
    ]  # fmt: skip


def test_every_act_is_asked_on_a_page_and_done_by_its_button() -> None:
    ends = {
        "shortlist": ("owner", "sent", "shortlisted", {}),
        "unshortlist": ("owner", "shortlisted", "sent", {}),
        "award": ("owner", "sent", "awarded", {}),
        "decline": ("owner", "sent", "declined", {"because": "size"}),
        "withdraw": ("firm", "shortlisted", "withdrawn", {}),
    }
    assert set(ends) == set(ACTS)
    for act, (side, start, end, said) in ends.items():
        row = make.an_answer(state=start)
        client = logged_in(make.acts_for(getattr(row, side)))
        assert str(ACTS[act].question) in text(client.get(one(row, act)))
        row.refresh_from_db()
        assert row.state == start
        done = client.post(one(row, act), said, follow=True)
        assert str(ACTS[act].done) in text(done).replace("&#x27;", "'")
        row.refresh_from_db()
        assert row.state == end


def test_declined_without_a_reason_it_is_asked_for_and_nothing_changed() -> None:
    row = make.an_answer()
    page = logged_in(make.acts_for(row.owner)).post(one(row, "decline"))
    row.refresh_from_db()
    assert (page.status_code, row.state) == (422, "sent")


def test_pressed_twice_or_on_a_stale_page_it_says_how_it_stands() -> None:
    row = make.an_answer()
    client = logged_in(make.acts_for(row.owner))
    for _ in range(2):
        page = client.post(one(row, "award"), follow=True)
    assert "This answer is “Awarded” now. Nothing was changed." in text(page)
    assert "“Awarded” now" in text(client.get(one(row, "decline"), follow=True))
    assert "This is not yours to do." in text(client.get(one(row, "withdraw"), follow=True))
    assert client.post(one(row, "withdraw")).status_code == 404


def test_the_last_place_is_said_to_close_the_other_answers() -> None:
    row = make.an_answer(make.a_tender(capacity=2))
    client = logged_in(make.acts_for(row.owner))
    assert "It takes one of your 2 places" in text(client.get(one(row, "award")))
    make.an_answer(row.opening, state="awarded")
    assert "It takes the last place" in text(client.get(one(row, "award")))


def test_a_full_tender_is_not_awarded_and_the_page_says_what_to_do() -> None:
    row = make.an_answer()
    make.an_answer(row.opening, state="awarded")
    page = logged_in(make.acts_for(row.owner)).post(one(row, "award"), follow=True)
    assert "The only place is awarded. End that introduction, or add a place" in text(page)


def test_awarded_both_are_led_to_the_introduction_and_read_names() -> None:
    row = make.an_answer(state="awarded")
    url = reverse("introduction", args=[row.introduction.public_id])
    for own, other in ((row.firm, row.owner), (row.owner, row.firm)):
        page = text(read(own, one(row)))
        assert url in page
        assert other.identity.legal_name in page


def test_what_is_over_keeps_the_firms_words_for_the_firm_alone() -> None:
    for state in ("declined", "withdrawn", "closed"):
        row = make.an_answer(state=state, text="Our own words.")
        assert "Our own words." in text(read(row.firm, one(row)))
        assert "Our own words." not in text(read(row.owner, one(row)))


def test_the_reason_is_read_by_the_firm() -> None:
    row = make.an_answer(state="declined")
    page = text(read(row.firm, one(row)))
    assert "The reason: The rate is too high." in page
    assert "They did not choose you: The rate is too high" in page


def test_both_sides_read_one_timeline() -> None:
    row = make.an_answer(state="shortlisted")
    told = {
        side: read(getattr(row, side), one(row)).context["timeline"] for side in ("firm", "owner")
    }
    assert [each.text for each in told["firm"]] == [
        "You answered", "They put you on the shortlist",
    ]  # fmt: skip
    assert [each.text for each in told["owner"]] == [
        "They answered", "You put them on the shortlist",
    ]  # fmt: skip


def test_verified_firms_find_their_tenders_in_the_menu_and_nobody_else() -> None:
    link = f'href="{MINE}"'
    for firm in (make.a_local_firm(), make.an_international_company()):
        assert link in text(read(firm, "/openings/"))
    for other in (make.a_graduate(), make.a_local_firm(verified=False)):
        assert link not in text(read(other, "/openings/"))


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
