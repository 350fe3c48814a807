"""Two tabs and two readers at once: one standing consent, one note a day, with real threads."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from django.db import connections
from django.utils import timezone

from ledger.models import Event
from profiles.actions import consents
from profiles.models import Consent
from profiles.recognition import viewer_of
from profiles.reveals import note_reveal
from profiles.steps import Step
from tests import make

AT_ONCE = 8


def at_once(act: Callable[[int], object]) -> None:
    start = Barrier(AT_ONCE)

    def run(number: int) -> None:
        try:
            start.wait()
            act(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(run, range(AT_ONCE)))


def give(owner, to, step=Step.NAME):
    until = timezone.localdate() + timedelta(days=30)
    consents.give(owner=owner, to=to, step=step, purpose="hiring", until=until, by_id=None)


def test_given_in_many_tabs_at_once_one_stands_and_what_was_before_is_history(
    transactional_db: None,
) -> None:
    owner, reader = make.a_graduate(), make.an_international_company()
    at_once(lambda number: give(owner, reader, Step(1 + number % 4)))
    assert Consent.objects.in_force().count() == 1
    given = Event.objects.filter(verb="consent.given").count()
    assert Consent.objects.count() == given > 1


def test_the_same_said_in_many_tabs_at_once_is_given_once(transactional_db: None) -> None:
    owner, reader = make.a_graduate(), make.an_international_company()
    at_once(lambda _number: give(owner, reader))
    assert Event.objects.filter(verb="consent.given").count() == 1


def test_pages_opened_at_once_leave_one_note(transactional_db: None) -> None:
    owner, reader = make.a_graduate(), make.an_international_company()
    give(owner, reader)
    viewer = viewer_of(make.acts_for(reader))
    at_once(lambda _number: note_reveal(owner, viewer))
    assert Event.objects.filter(verb="consent.read").count() == 1
