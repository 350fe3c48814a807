"""Times are read on the clock where somebody lives, unless they chose another themselves."""

import pytest

from ledger.models import Event
from profiles.joining import open_profile
from profiles.preferences import describe_place, set_preferences
from tests import make
from tests.profiles.onboarding.conftest import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(client):
    user = make.an_account(time_zone="Asia/Hebron")
    client.force_login(user)
    return user


def zone_of(user):
    user.refresh_from_db()
    return user.time_zone


def test_who_says_where_they_live_reads_times_on_that_clock(client, user):
    mentor = open_profile(user=user, kind="mentor")
    assert ask(client, "where", {"country": "SE"}).status_code == 302
    assert zone_of(user) == "Europe/Stockholm"
    event = Event.objects.get(verb="account.zone_followed", subject_id=user.pk)
    assert event.codes == {"profile": mentor.pk}


def test_where_a_country_has_several_clocks_the_one_that_was_said_counts(client, user):
    open_profile(user=user, kind="mentor")
    ask(client, "where", {"country": "US"})
    ask(client, "zone", {"time_zone": "America/Chicago"})
    assert zone_of(user) == "America/Chicago"


def test_a_zone_that_was_chosen_in_the_account_settings_stays(client, user):
    open_profile(user=user, kind="mentor")
    set_preferences(user=user, language="en", time_zone="Asia/Amman")
    ask(client, "where", {"country": "SE"})
    assert zone_of(user) == "Asia/Amman"


def test_who_chose_only_a_language_has_not_chosen_a_zone(client, user):
    open_profile(user=user, kind="mentor")
    set_preferences(user=user, language="ar", time_zone=user.time_zone)
    ask(client, "where", {"country": "SE"})
    assert zone_of(user) == "Europe/Stockholm"


def test_a_firms_place_and_another_hand_leave_the_account_alone(client, user):
    open_profile(user=user, kind="firm")
    ask(client, "where", {"country": "SE"})
    mentor = open_profile(user=user, kind="mentor")
    describe_place(profile=mentor, by_id=make.staff().pk, country="SE", time_zone="Europe/Paris")
    assert zone_of(user) == "Asia/Hebron"
    assert not Event.objects.filter(verb="account.zone_followed").exists()
