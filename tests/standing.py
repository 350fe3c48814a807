"""A scene that is built once and stands while the tests of a file run.

    @pytest.fixture(scope="module")
    def _standing(django_db_setup, django_db_blocker):
        with standing(django_db_blocker):
            yield make.a_job()

Each test is rolled back to it: what a test is given of it is a copy, or is read anew.
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
