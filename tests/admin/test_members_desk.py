"""Staff say who acts for a firm: its members leave its lists at once, and come back."""

from typing import Any

import pytest
from django.test import Client

from ledger.models import Event
from ledger.tasks import sweep_outbox
from matching import runs
from matching.models import Opening, TopMatches
from profiles.firms.models import FirmMember
from profiles.models import Profile
from tests import make
from tests.admin.forms import as_shown

pytestmark = pytest.mark.django_db
MEMBERS = "/admin/firms/firmmember/"


@pytest.fixture
def graduate() -> Profile:
    graduate = make.a_graduate(user=make.an_account())
    make.looks_for_a_job(graduate)
    return graduate


@pytest.fixture
def job(graduate: Profile) -> Opening:
    """A job in whose list the graduate stands."""
    job = make.a_job()
    runs.run("hiring")
    assert listed(job) == 1
    return job


def listed(job: Opening) -> int:
    """How many stand in the list of a job, after what is owed was delivered."""
    sweep_outbox()
    return len(TopMatches.objects.get(opening=job).ids)


def saved(desk: Client, page: str, **typed: Any) -> None:
    assert desk.post(page, as_shown(desk.get(page), **typed)).status_code == 302


def test_whoever_joins_on_the_firms_page_leaves_its_list(
    desk: Client, job: Opening, graduate: Profile
) -> None:
    row = FirmMember.objects.filter(firm=job.owner_id).count()
    member = {f"members-{row}-user": graduate.user_id, f"members-{row}-role": "reader"}
    saved(desk, f"/admin/firms/firm/{job.owner_id}/change/", **member)
    assert listed(job) == 0


def test_a_page_saved_as_it_stands_is_followed_by_nothing(desk: Client, job: Opening) -> None:
    make.acts_for(job.owner)
    row = FirmMember.objects.filter(firm=job.owner_id).first()
    saved(desk, f"/admin/firms/firm/{job.owner_id}/change/")
    saved(desk, f"{MEMBERS}{row.pk}/change/")
    assert not Event.objects.filter(verb="firm.members").exists()


def test_a_member_moved_to_another_firm_is_met_again_there(
    desk: Client, job: Opening, graduate: Profile
) -> None:
    saved(desk, f"{MEMBERS}add/", firm=job.owner_id, user=graduate.user_id, role="reader")
    assert listed(job) == 0
    row = FirmMember.objects.get(user=graduate.user_id)
    other = make.a_job()
    saved(desk, f"{MEMBERS}{row.pk}/change/", firm=other.owner_id)
    assert listed(job) == 1
    assert listed(other) == 0


@pytest.mark.parametrize("at_once", [True, False])
def test_whoever_left_the_firm_is_met_again(
    desk: Client, job: Opening, graduate: Profile, at_once: bool
) -> None:
    saved(desk, f"{MEMBERS}add/", firm=job.owner_id, user=graduate.user_id, role="reader")
    row = FirmMember.objects.get(user=graduate.user_id)
    assert listed(job) == 0
    if at_once:
        chosen = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
        desk.post(MEMBERS, chosen)
    else:
        desk.post(f"{MEMBERS}{row.pk}/delete/", {"post": "yes"})
    assert listed(job) == 1
