"""An answer and what becomes of it is told to the side that did not act, blind as the board."""

import pytest
from django.utils.translation import override

from ledger.models import Event, Notification
from matching.introductions import actions as introductions
from matching.models import Candidacy, Opening
from matching.tenders import actions
from matching.tenders.moves import MOVES, Move
from matching.tenders.notices import TOLD, answers
from profiles.models import User
from profiles.privacy.vanishing import vanish
from profiles.steps import Step
from tests import make
from tests.matching.introductions.telling import deliver, mails_to, told
from tests.matching.tenders.test_answers_closed import news_arrives
from tests.reading import logged_in, queries

pytestmark = pytest.mark.django_db
NAME = "Canary Softworks"
STATES = {
    "sent": ({"answer.sent"}, set()),
    "shortlisted": ({"answer.sent"}, {"answer.shortlisted"}),
    "awarded": ({"answer.sent"}, {"answer.awarded"}),
    "declined": ({"answer.sent"}, {"answer.declined"}),
    "withdrawn": ({"answer.sent", "answer.withdrawn"}, set()),
    "closed": ({"answer.sent"}, {"answer.closed"}),
}
"""What the company is told of answers, and what the firm is, by the state that was reached."""


def two_sides() -> tuple[Opening, Candidacy, User, User]:
    """The firm is publicly named."""
    firm = make.a_local_firm(legal_name=NAME, is_named=True)
    tender, team = make.a_tender(title="Team of 3"), make.offers_a_team(firm)
    return tender, team, make.acts_for(tender.owner), make.acts_for(firm)


def of_answers(user: User) -> set[str]:
    return {verb for verb in told(user) if verb.startswith("answer.")}


@pytest.mark.parametrize("state", STATES)
def test_each_side_is_told_what_the_other_did(state: str) -> None:
    tender, team, owner, firm = two_sides()
    make.an_answer(tender, team, state=state)
    of_owner, of_firm = STATES[state]
    assert of_answers(owner) == of_owner
    assert of_answers(firm) == of_firm


def test_every_verb_but_the_one_that_decides_nothing_is_told_in_words() -> None:
    verbs = {move.verb for move in MOVES.values()} | {actions.SENT}
    told_of = verbs - {MOVES[Move.UNSHORTLIST].verb}
    assert set(TOLD) == set(answers.TO) == set(answers.WORDS) == told_of


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("state", ["sent", "shortlisted", "declined", "withdrawn", "closed"])
def test_the_company_is_told_by_the_alias_of_the_answer(state: str, language: str) -> None:
    tender, team, owner, _firm = two_sides()
    row = make.an_answer(tender, team, state=state)
    owner.language = language
    owner.save()
    for line in told(owner).values():
        assert NAME not in line.text + line.more
        assert row.firm.alias_code not in line.text + line.more
        assert row.public_id.hex[:4].upper() in line.text


def test_whose_name_was_given_is_told_by_name() -> None:
    tender, team, owner, _firm = two_sides()
    make.an_answer(tender, team, shares=Step.NAME)
    assert told(owner)["answer.sent"].text == f"{NAME} answered your tender: Team of 3"


def test_an_award_names_the_company_to_the_firm_and_is_mailed_at_once() -> None:
    tender, team, owner, firm = two_sides()
    make.an_answer(tender, team, state="awarded")
    line = told(firm)["answer.awarded"]
    assert line.text == f"{tender.owner.identity.legal_name} awarded you the tender: Team of 3"
    assert len(mails_to(firm)) == 1
    assert len(mails_to(owner)) == 0


def test_the_reason_is_told_and_whose_doing_is_not() -> None:
    tender, team, _owner, firm = two_sides()
    make.an_answer(tender, team, state="declined")
    assert told(firm)["answer.declined"].more == "The reason: The rate is too high."
    make.an_answer(make.a_tender(), team, state="closed")
    assert told(firm)["answer.closed"].more == "Nothing can come of it any more."


def test_off_the_shortlist_again_there_is_nothing_to_tell() -> None:
    tender, team, _owner, firm = two_sides()
    row = make.an_answer(tender, team, state="shortlisted")
    assert "answer.shortlisted" in told(firm)
    actions.unshortlist(answer=row, by=tender.owner, by_id=None)
    assert "answer.shortlisted" not in told(firm)


def test_that_an_award_is_over_is_told_by_its_introduction_alone() -> None:
    tender, team, owner, firm = two_sides()
    row = make.an_answer(tender, team, state="awarded")
    introductions.end(
        introduction=row.introduction, by=tender.owner, because="done", by_id=owner.pk
    )
    news_arrives()
    assert Event.objects.filter(verb="answer.closed").exists()
    assert "answer.closed" not in told(firm)
    assert "introduction.ended" in told(firm)


def test_of_a_firm_those_who_may_write_for_it_are_told() -> None:
    tender, team, owner, _firm = two_sides()
    recruiter, reader = (make.acts_for(tender.owner, role=role) for role in ("recruiter", "reader"))
    make.an_answer(tender, team)
    assert of_answers(owner) == of_answers(recruiter) == {"answer.sent"}
    assert told(reader) == {}


@pytest.mark.parametrize("why", ["vanished", "excludes", "is excluded"])
def test_whom_one_may_not_know_any_more_has_no_line(why: str) -> None:
    tender, team, owner, firm = two_sides()
    make.an_answer(tender, team, state="shortlisted")
    deliver()
    if why == "vanished":
        vanish(user=firm)
    else:
        two = (tender.owner, team.profile) if why == "excludes" else (team.profile, tender.owner)
        make.excludes(*two)
        assert of_answers(firm) == set()
    assert of_answers(owner) == set()


def test_no_mail_and_no_event_holds_what_was_written() -> None:
    tender, team, owner, firm = two_sides()
    make.an_answer(tender, team, state="awarded", text="canarytext")
    deliver()
    letters = [*mails_to(owner), *mails_to(firm)]
    assert letters
    assert not [mail for mail in letters if "canarytext" in f"{mail.subject}{mail.text}{mail.html}"]
    assert not Event.objects.filter(codes__icontains="canary").exists()


def test_delivered_twice_each_is_told_once() -> None:
    tender, team, owner, _firm = two_sides()
    make.an_answer(tender, team)
    for _ in range(2):
        deliver()
    assert Notification.objects.of(owner.pk).filter(kind="answer.sent").count() == 1


def test_twenty_answers_on_a_page_cost_what_one_does() -> None:
    tender, team, owner, _firm = two_sides()
    make.an_answer(tender, team)
    deliver()
    client = logged_in(owner)
    few = queries(client, "/notifications/")
    for _ in range(19):
        make.an_answer(tender)
    deliver()
    page = client.get("/notifications/")
    assert page.content.decode().count("answered your tender") >= 19
    assert queries(client, "/notifications/") == few
    with override("ar"):
        assert client.get("/ar/notifications/").status_code == 200
