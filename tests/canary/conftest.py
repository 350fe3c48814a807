from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from matching import runs
from tests.canary.planting import Planted, plant
from tests.canary.roles import Clients, everyone
from tests.full import FULL
from tests.standing import standing


@pytest.fixture(scope="module", autouse=True)
def files_folder(
    _settings_of_tests: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """Where the files of what is planted lie."""
    folder = tmp_path_factory.mktemp("files")
    with override_settings(FILES_ROOT=folder):
        yield folder


@pytest.fixture(scope="module")
def _planted(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, files_folder: Path
) -> Iterator[Planted]:
    with standing(django_db_blocker):
        yield plant()


@pytest.fixture(scope="module")
def _clients(_planted: Planted, django_db_blocker: DjangoDbBlocker) -> Clients:
    with django_db_blocker.unblock():
        found = everyone(_planted)
        for pairing in ("hiring", "mentorship", "investing") if FULL else ("hiring",):
            runs.run(pairing)
        return found


@pytest.fixture
def planted(db: None, _planted: Planted) -> Planted:
    return deepcopy(_planted)


@pytest.fixture
def clients(db: None, _clients: Clients, planted: Planted) -> Clients:
    """Everyone, with the matches that they have among each other and with who is planted."""
    return {who: _in_the_same_session(client) for who, client in _clients.items()}


def _in_the_same_session(client: Client) -> Client:
    another = Client()
    another.cookies = deepcopy(client.cookies)
    return another
