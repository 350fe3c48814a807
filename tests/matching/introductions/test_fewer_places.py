"""An opening keeps the places of what runs through it, on the page, in the admin, at once."""

import pytest
from django.test import Client
from django.urls import reverse

from matching.actions import change_opening
from matching.introductions import actions, capacity
from matching.introductions.models import Introduction
from matching.models import Opening
from matching.moves import RefusedError
from profiles.steps import Step
from tests import make
from tests.matching.racing import at_once


def running(offer: Opening, count: int) -> list[Introduction]:
    return [make.an_introduction(offer, state="accepted") for _ in range(count)]


def test_fewer_than_run_is_refused_and_names_how_many(db: None) -> None:
    offer = make.a_mentoring_offer(capacity=4)
    rows = running(offer, 3)
    with pytest.raises(RefusedError, match=r"3 introductions run .* takes 1 place first"):
        change_opening(opening=offer, answers={"capacity": 2}, by_id=None)
    assert Opening.objects.get().capacity == 4
    actions.end(introduction=rows[0], by=offer.owner, because="done", by_id=None)
    change_opening(opening=offer, answers={"capacity": 2}, by_id=None)
    assert Opening.objects.get().capacity == 2


@pytest.mark.parametrize(("talks", "needs"), [(5, 1), (6, 2)])
def test_talks_need_a_place_for_every_five(db: None, talks: int, needs: int) -> None:
    job = make.a_job(capacity=3)
    running(job, talks)
    assert capacity.what_runs(job)[:2] == (talks, needs)


def test_an_award_needs_its_place_before_a_contract_comes_of_it(db: None) -> None:
    tender = make.a_tender(capacity=2)
    make.an_answer(tender, state="awarded")
    running(tender, 1)
    assert capacity.what_runs(tender)[:2] == (2, 2)


def test_the_page_says_what_runs_with_a_way_there_and_keeps_what_was_typed(db: None) -> None:
    offer = make.a_mentoring_offer(capacity=3)
    running(offer, 2)
    client = Client()
    client.force_login(make.acts_for(offer.owner))
    url = reverse("edit-opening", args=[offer.public_id, "closing"])
    listed = f"{reverse('introductions')}?state=accepted&amp;opening={offer.public_id}"
    assert listed in client.get(url).content.decode()
    page = client.post(url, {"capacity": "1"})
    assert page.status_code == 422
    assert "2 introductions run through it now" in page.content.decode()
    assert Opening.objects.get().capacity == 3


def test_staff_are_told_the_same(db: None) -> None:
    offer = make.a_mentoring_offer(capacity=3)
    running(offer, 2)
    client = Client()
    client.force_login(make.staff(is_superuser=True))
    url = reverse("admin:matching_opening_change", args=[offer.pk])
    form = client.get(url).context["adminform"].form
    said = {name: value for name, value in form.initial.items() if value not in (None, "")}
    page = client.post(url, said | {"capacity": "1"})
    assert "2 introductions run through it now" in page.content.decode()


def test_a_last_accept_and_fewer_places_at_once_never_leave_one_without(
    transactional_db: None,
) -> None:
    offer = make.a_mentoring_offer(capacity=2)
    running(offer, 1)
    row = make.an_introduction(offer)

    def accept() -> None:
        actions.accept(introduction=row, by=row.asked, shares=Step.REGION, by_id=None)

    def lower() -> None:
        change_opening(opening=offer, answers={"capacity": 1}, by_id=None)

    for _ in range(10):
        Introduction.objects.filter(pk=row.pk).update(state="waiting")
        Opening.objects.update(capacity=2)
        assert at_once([accept, lower]) == {"done": 1, "refused": 1}
        offer.refresh_from_db()
        assert capacity.running(offer).count() <= offer.capacity
