"""Fixtures for every test: a taxonomy that is always there, quick passwords, who is looking."""

from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from profiles import labels
from profiles.browsing.changes import watch
from profiles.models import Skill
from profiles.recognition import viewer_of
from profiles.taxonomy.sync import sync
from profiles.viewer import ANONYMOUS, Viewer
from tests import make

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_reset_sequences"}


@pytest.fixture(autouse=True)
def _taxonomy(request: pytest.FixtureRequest) -> None:
    """A transactional test ends with a flush, which takes the migrated taxonomy along."""
    if not _uses_database(request):
        return
    request.getfixturevalue("db")
    if not Skill.objects.exists():
        sync()
        labels.forget()


def _uses_database(request: pytest.FixtureRequest) -> bool:
    marked = request.node.get_closest_marker("django_db") is not None
    return marked or bool(DATABASE_FIXTURES & set(request.fixturenames))


@pytest.fixture(scope="session")
def _index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


@pytest.fixture(autouse=True)
def _index(settings: Any, _index_folder: Path) -> None:
    """A new database counts its index generations from 1 again: never beside older ones."""
    settings.INDEX_ROOT = _index_folder


@pytest.fixture(autouse=True)
def files_folder(settings: Any, tmp_path: Path) -> Path:
    """Where this test's private files lie."""
    settings.FILES_ROOT = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture(autouse=True)
def _nothing_held(_taxonomy: None) -> None:
    """A test that is rolled back takes rows along that lists have in memory."""
    watch.forget()


@pytest.fixture(autouse=True)
def _english() -> None:
    """A request leaves its language active; the next test starts in English."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def _mail_through_the_ledger(settings: Any) -> None:
    """Django's test runner would keep mail in memory: here it becomes rows, as everywhere."""
    settings.EMAIL_BACKEND = "ledger.mail.Ledger"


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    """A password worth a third of a second each would be half of the suite's time."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


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
