"""Block and report: the two never meet again, nothing between them stays, and staff can look."""

import pytest

from ledger.models import Event
from matching.introductions import actions
from matching.introductions.models import Introduction, Report
from matching.models import Exclusion
from profiles.actions import consents
from profiles.models import Consent, Profile
from profiles.steps import Step
from tests import make

pytestmark = pytest.mark.django_db


def states() -> list[str]:
    return list(Introduction.objects.order_by("pk").values_list("state", flat=True))


@pytest.mark.parametrize("state", ["waiting", "accepted"])
def test_blocking_ends_what_runs_and_withholds_what_was_shown(state: str) -> None:
    row = make.an_introduction(state=state, shares=Step.CONTACT)
    actions.block(introduction=row, by=row.asked, by_id=None)
    assert states() == ["lapsed"]
    assert not Consent.objects.in_force().exists()
    assert Exclusion.objects.filter(a=row.asked, b=row.asker, reason="blocked").exists()


def test_blocking_ends_all_that_runs_between_a_person_and_the_other_in_every_role() -> None:
    mentor, firm = make.a_mentor(), make.an_international_company()
    account = make.acts_for(mentor)
    graduate = make.a_graduate()
    Profile.objects.filter(pk=graduate.pk).update(user=account)
    graduate.refresh_from_db()
    make.an_introduction(make.a_job(firm), make.looks_for_a_job(graduate), state="accepted")
    placed = make.an_introduction(
        make.a_placement(firm), make.looks_for_a_placement(graduate), state="accepted"
    )
    consents.give(
        owner=mentor, to=firm, step=Step.NAME, purpose="hiring",
        until=Consent.objects.latest("pk").until, by_id=None,
    )  # fmt: skip
    elsewhere = make.an_introduction()
    actions.block(introduction=placed, by=graduate, by_id=None)
    assert states() == ["lapsed", "lapsed", "waiting"]
    between = Consent.objects.in_force().exclude(to=elsewhere.asked)
    assert not between.exists()


def test_blocking_twice_changes_nothing_more() -> None:
    row = make.an_introduction()
    actions.block(introduction=row, by=row.asker, by_id=None)
    events = Event.objects.count()
    actions.block(introduction=row, by=row.asker, by_id=None)
    assert Event.objects.count() == events


def test_a_stranger_neither_blocks_nor_reports() -> None:
    row, stranger = make.an_introduction(), make.a_graduate()
    with pytest.raises(Introduction.DoesNotExist):
        actions.block(introduction=row, by=stranger, by_id=None)
    with pytest.raises(Introduction.DoesNotExist):
        actions.report(introduction=row, by=stranger, why="money", by_id=None)
    assert (states(), Report.objects.count()) == (["waiting"], 0)


def test_reported_twice_it_is_one_report_with_its_first_reason() -> None:
    row = make.an_introduction()
    for why in ("money", "other"):
        actions.report(introduction=row, by=row.asked, why=why, by_id=None)
    assert Report.objects.get().why == "money"
    assert Event.objects.get(verb="introduction.reported").codes == {
        "introduction": row.pk, "by": row.asked_id, "why": "money",
    }  # fmt: skip


def test_what_staff_have_handled_stays_with_whoever_was_first() -> None:
    row = make.an_introduction()
    found = actions.report(introduction=row, by=row.asked, why="money", by_id=None)
    first, second = make.staff(), make.staff()
    actions.handle(found=found, by_id=first.pk)
    assert actions.handle(found=found, by_id=second.pk).handled_by == first
    assert Event.objects.filter(verb="report.handled").count() == 1
