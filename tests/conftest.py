"""Fixtures for every test: a taxonomy that is always there, quick passwords, who is looking."""

import gc
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.test import TransactionTestCase, override_settings
from django.utils import translation
from pytest_django import DjangoDbBlocker

from profiles import labels, related
from profiles.browsing.changes import watch
from profiles.recognition import viewer_of
from profiles.viewer import ANONYMOUS, Viewer
from tests import make, pristine


def pytest_collection_finish() -> None:
    """What was imported stays: to look through it again and again was a fifth of a run."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        pristine.remember()
        related.told_by(())  # read once a process: no page that a test counts pays for it


@pytest.fixture(scope="session", autouse=True)
def _quick_way_back() -> Iterator[None]:
    """A test that commits ends with `pristine.restore` instead of Django's `flush`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", _restore)
        yield


def _restore(_: TransactionTestCase) -> None:
    pristine.restore()
    labels.forget()


@pytest.fixture(scope="session", autouse=True)
def _settings_of_tests(
    django_test_environment: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """What differs from production, for every test."""
    with override_settings(
        # A new database counts its index generations from 1 again: never beside older ones.
        INDEX_ROOT=tmp_path_factory.mktemp("index"),
        # Django's test runner would keep mail in memory: here it becomes rows, as everywhere.
        EMAIL_BACKEND="ledger.mail.Ledger",
        # A password worth a third of a second each would be half of the suite's time.
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        # WhiteNoise would list all files for each new client: half of the time of a page's test.
        WHITENOISE_AUTOREFRESH=True,
    ):
        yield


@pytest.fixture(scope="session")
def _folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names that nothing has yet: most tests keep no file, and need no folder."""
    root = tmp_path_factory.mktemp("files")
    return (root / str(number) for number in count(1))


@pytest.fixture(autouse=True)
def files_folder(settings: Any, _folders: Iterator[Path]) -> Path:
    """Where this test's private files lie."""
    settings.FILES_ROOT = next(_folders)
    return settings.FILES_ROOT


@pytest.fixture(autouse=True)
def _nothing_held() -> None:
    """A test that is rolled back takes rows along that lists have in memory."""
    watch.forget()


@pytest.fixture(autouse=True)
def _english() -> None:
    """A request leaves its language active; the next test starts in English."""
    translation.activate("en")


@pytest.fixture
def stranger() -> Viewer:
    """Nobody who logged in."""
    return ANONYMOUS


@pytest.fixture
def outsider(db: None) -> Viewer:
    """An account that is not anybody yet."""
    return viewer_of(make.an_account())


@pytest.fixture
def staff(db: None) -> Viewer:
    return viewer_of(make.an_account(is_staff=True))
