"""Mail from the delivery: to whom it was promised at once, one letter, nothing in its subject."""

import pytest
from django.db import transaction
from django.utils.translation import override

from ledger.actions import record
from ledger.models import Mail, Notification
from ledger.telling import tell
from profiles.letters import at_once
from tests import make
from tests.profiles.letters.happening import chooses, happens

pytestmark = pytest.mark.django_db
MAILED = {
    "usual": {"at_once"},
    "at_once": {"at_once", "daily"},
    "daily": set(),
    "never": set(),
}


@pytest.mark.parametrize("rhythm", ["at_once", "daily", "never"])
@pytest.mark.parametrize("notices", MAILED)
def test_mail_comes_at_once_as_the_account_has_chosen(user, notices, rhythm):
    chooses(user, notices)
    happens(user, rhythm=rhythm)
    assert Mail.objects.exists() is (rhythm in MAILED[notices])
    assert Notification.objects.filter(mailed_at=None).exists() is not Mail.objects.exists()
    assert Notification.objects.count() == 1


def test_the_letter_says_it_with_whole_links_and_its_subject_says_nothing(user):
    happens(user, rhythm="at_once", what="Canary asks to meet")
    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == ("lina@example.org", "Something in Silah waits for you")
    assert "News: Canary asks to meet\nhttps://silah.example/openings/\n" in mail.text
    assert "All notifications: https://silah.example/notifications/" in mail.text
    assert "https://silah.example/accounts/notifications/" in mail.text


def test_the_letter_is_in_the_language_of_its_reader_and_leads_to_its_pages(user):
    user.language = "ar"
    user.save()
    happens(user, rhythm="at_once")
    mail = Mail.objects.get()
    assert "https://silah.example/ar/notifications/" in mail.text
    with override("ar"):
        assert mail.subject == str(at_once.SUBJECT)


def test_many_at_once_are_one_letter_an_account(user):
    other = make.an_account()
    with transaction.atomic():
        said = [{"users": [user.pk, other.pk], "what": f"thing {n}"} for n in range(10)]
        tell([record(verb="test.at_once", codes=codes) for codes in said])
    first, second = Mail.objects.order_by("to")
    assert first.to != second.to
    assert first.text.count("News: thing") == second.text.count("News: thing") == 10


def test_delivered_twice_it_is_mailed_once(user):
    event = happens(user, rhythm="at_once")
    tell([event])
    assert Mail.objects.count() == 1


def test_what_the_reader_may_not_know_is_not_mailed(user):
    happens(user, rhythm="at_once", what="Canary", secret=True)
    assert not Mail.objects.exists()


def test_a_closed_account_gets_none(user):
    user.is_active = False
    user.save()
    happens(user, rhythm="at_once")
    assert not Mail.objects.exists()


def test_rolled_back_with_the_delivery_nothing_was_written(user):
    with transaction.atomic():
        happens(user, rhythm="at_once")
        transaction.set_rollback(True)
    assert not Mail.objects.exists()
    assert not Notification.objects.exists()
    user.refresh_from_db()
    assert user.unread_notices == 0
