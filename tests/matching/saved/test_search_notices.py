"""What a saved search has found stands among the notifications too; its mail is its own."""

import pytest

from ledger.models import Mail, Notification
from matching.models import SavedSearch
from matching.saved import alerts
from tests import make
from tests.matching.introductions.telling import deliver, told
from tests.matching.saved.test_alerts import (  # noqa: F401  its people and its search
    MORNING,
    _site,
    a_new_job,
    a_search,
    graduate,
    user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def search(user):  # noqa: F811
    found = a_search(user)
    a_new_job()
    alerts.send_news(found.pk, MORNING)
    return found


def test_news_lead_to_the_search_and_are_mailed_by_the_search_alone(search, user):  # noqa: F811
    user.notices = "at_once"
    user.save()
    line = told(user)["search.alerted"]
    assert line.text == "One new result: Remote"
    assert line.url == f"/saved/searches/{search.public_id}/"
    assert Mail.objects.count() == 1


def test_a_search_that_was_removed_and_another_persons_have_no_line(search, user):  # noqa: F811
    deliver()
    other = make.an_account()
    Notification.objects.update(user=other)
    assert told(other) == {}
    Notification.objects.update(user=user)
    SavedSearch.objects.all().delete()
    assert told(user) == {}
