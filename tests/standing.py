"""A scene that is built once and stands for many tests.

    @pytest.fixture(scope="class")
    def _there(django_db_setup, django_db_blocker):
        with standing(django_db_blocker):
            yield make.a_job().pk

    @pytest.fixture
    def job(db, _there):
        return Opening.objects.get(pk=_there)

Each test is rolled back to it, and reads it anew or has a copy. Where other tests of the file must
not find it, those that do are a class.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from pytest_django import DjangoDbBlocker


@contextmanager
def standing(blocker: DjangoDbBlocker) -> Iterator[None]:
    """What is saved inside stands until the block ends; no test meanwhile may commit."""
    with blocker.unblock(), transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)
