"""Staff check who somebody is: history, what stands, what was sent back and why."""

import pytest
from django.utils import timezone

from ledger.models import Event
from profiles.actions import verify, withdraw_verification
from profiles.reviewing import REASONS, reason_sent_back, send_back
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def graduate():
    return make.a_graduate(verified=False, submitted_at=timezone.now())


def stands(profile):
    profile.refresh_from_db()
    return profile.is_verified, profile.verified_how


def test_a_check_is_history_and_the_latest_stands(graduate):
    verify(profile=graduate, how="university_email", by_id=None)
    verify(profile=graduate, how="identity", by_id=make.an_account(is_staff=True).pk)
    assert stands(graduate) == (True, "identity")
    assert [row.what for row in graduate.verifications.order_by("pk")] == [
        "university_email",
        "identity",
    ]


def test_a_withdrawn_check_leaves_what_else_was_checked(graduate):
    verify(profile=graduate, how="university_email", by_id=None)
    verify(profile=graduate, how="identity", by_id=None)
    withdraw_verification(verification=graduate.verifications.last(), by_id=None)
    assert stands(graduate) == (True, "university_email")
    withdraw_verification(verification=graduate.verifications.first(), by_id=None)
    assert stands(graduate) == (False, "")


def test_a_check_is_withdrawn_once(graduate):
    verify(profile=graduate, how="identity", by_id=None)
    for _ in range(2):
        withdraw_verification(verification=graduate.verifications.get(), by_id=None)
    assert Event.objects.filter(verb="profile.unverified").count() == 1


def test_a_code_that_nobody_knows_is_refused(graduate):
    with pytest.raises(ValueError, match="palm reading"):
        verify(profile=graduate, how="palm reading", by_id=None)
    assert stands(graduate) == (False, "")


def test_the_owner_reads_why_it_was_sent_back_until_it_is_sent_in_again(graduate):
    assert reason_sent_back(graduate) == ""
    send_back(profile=graduate, reason="mismatch", by_id=None)
    assert reason_sent_back(graduate) == REASONS["mismatch"]
    assert Event.objects.get(verb="profile.sent_back").codes == {"reason": "mismatch"}
    graduate.submitted_at = timezone.now()
    assert reason_sent_back(graduate) == ""


def test_a_reason_that_nobody_knows_is_refused(graduate):
    with pytest.raises(KeyError, match="no reason"):
        send_back(profile=graduate, reason="mood", by_id=None)
