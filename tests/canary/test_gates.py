"""Each gate opened by itself: a walk that would not notice proves nothing."""

import pytest
from django.db.models import Q

from grants import rounds
from matching.engagements.queries import EngagementQuerySet
from matching.engagements.reviews.queries import ReviewQuerySet
from matching.engagements.sessions.queries import SessionQuerySet
from matching.introductions.queries import IntroductionQuerySet
from matching.queries import exclusions as pairs
from matching.track_records import views
from profiles import disclosure, visibility
from profiles.models import Profile
from profiles.steps import Step
from tests.canary.planting import KEPT_APART
from tests.canary.walking import fields, finders, some, walk

pytestmark = pytest.mark.django_db


def test_with_the_gate_of_identity_open_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(disclosure, "step_for", lambda profile, viewer: Step.CONTACT)
    leaks = walk(some(clients, "stranger", "company"), planted, caplog, named="openings")
    leaks += walk(some(clients, "stranger", "company"), planted, caplog, named="profile")
    assert {"firm.identity.legal_name", "graduate.identity.phone"} <= fields(leaks)


def test_with_exclusions_ignored_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    for module in (visibility, pairs):
        monkeypatch.setattr(module, "never_met_by", lambda viewer, prefix="": Q(pk__in=[]))
    leaks = walk(some(clients, "company", *sorted(KEPT_APART)), planted, caplog, named="profile")
    assert finders(leaks, "graduate.profile.headline") == KEPT_APART


def test_with_the_audience_ignored_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(visibility, "audience_of", lambda profile: "everyone")
    monkeypatch.setattr(disclosure, "is_listed_to", lambda profile, viewer: True)
    monkeypatch.setattr(
        visibility,
        "_listed_to",
        lambda viewer, at: Q(**{f"{at}status": "active", f"{at}verified_at__isnull": False}),
    )
    leaks = walk(some(clients, "stranger"), planted, caplog, named="profile")
    assert ("stranger", "mentor.profile.headline") in {(who, where) for who, _, where in leaks}


def test_with_hiding_ignored_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(disclosure, "is_listed_to", lambda profile, viewer: True)
    monkeypatch.setattr(visibility, "_listed_to", lambda viewer, at: Q(**{f"{at}pk__gt": 0}))
    leaks = walk(some(clients, "stranger"), planted, caplog, named="profile")
    assert {"gone mentor.identity.legal_name", "gone graduate.profile.headline"} <= fields(leaks)


def test_with_threads_open_to_all_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(IntroductionQuerySet, "visible_to", lambda rows, viewer: rows)
    leaks = walk(some(clients, "graduate", "company"), planted, caplog, named="messages")
    assert finders(leaks, "graduate.message.text") == {"graduate", "company"}


def test_with_track_records_open_to_all_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(views, "editable_by", lambda user: Profile.objects.all())
    leaks = walk(some(clients, "startup", "investor"), planted, caplog, named="track-record")
    assert finders(leaks, "investor.past investment.sectors") == {"startup", "investor"}


def test_with_sessions_open_to_all_the_walk_finds_it(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(SessionQuerySet, "visible_to", lambda rows, viewer: rows)
    leaks = walk(some(clients, "graduate", "company"), planted, caplog, named="session")
    assert finders(leaks, "graduate.session.text") == {"graduate", "company"}


def test_with_reviews_open_to_all_what_is_private_stays_its_authors(
    clients, planted, caplog, monkeypatch
):
    monkeypatch.setattr(ReviewQuerySet, "visible_to", lambda rows, viewer: rows)
    roles = some(clients, "graduate", "company")
    assert walk(roles, planted, caplog, named="review") == []
    planted.review.kind = "evaluation"
    planted.review.save()
    leaks = walk(roles, planted, caplog, named="review")
    assert finders(leaks, "graduate.review.text") == {"graduate", "company"}


def test_with_engagements_open_to_all_the_walk_finds_the_goals(
    clients, planted, caplog, monkeypatch
):
    monkeypatch.setattr(EngagementQuerySet, "visible_to", lambda rows, viewer: rows)
    leaks = walk(some(clients, "graduate", "company"), planted, caplog, named="engagement")
    assert finders(leaks, "graduate.agreement.text") == {"graduate", "company"}


def test_with_rounds_open_to_all_the_walk_finds_the_amount(clients, planted, caplog, monkeypatch):
    monkeypatch.setattr(EngagementQuerySet, "visible_to", lambda rows, viewer: rows)
    monkeypatch.setattr(rounds, "may_read", lambda row, viewer: True)
    for page, amount in (("grant-round", "round.confirmed"), ("engagement", "agreement.usd")):
        leaks = walk(some(clients, "investor", "company"), planted, caplog, named=page)
        assert finders(leaks, f"startup.{amount}") == {"investor", "company"}
