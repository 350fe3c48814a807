"""One answer: whose it is, what each side may do with it, and what it says."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from matching.tenders import actions
from matching.tenders.acts import ACTS
from profiles.steps import Step
from tests import make
from tests.matching.tenders.on_answers import MINE, MOST, board, one, outsider, read
from tests.reading import logged_in, queries, text

pytestmark = pytest.mark.django_db


def test_a_stranger_logs_in_first() -> None:
    row = make.an_answer()
    for url in (MINE, board(row), one(row), one(row, "award")):
        assert Client().get(url).url == f"/accounts/login/?next={url}"


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


@pytest.mark.parametrize("state", ["sent", "shortlisted", "awarded", "declined", "closed"])
@pytest.mark.parametrize("side", ["firm", "owner"])
def test_one_answer_costs_at_most_ten_queries(side: str, state: str) -> None:
    row = make.an_answer(state=state, shares=Step.NAME)
    client = logged_in(make.acts_for(getattr(row, side)))
    assert queries(client, one(row)) <= MOST


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
