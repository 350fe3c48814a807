import pytest

from matching import runs
from tests.canary.planting import Planted, plant
from tests.canary.roles import Clients, everyone
from tests.full import FULL


@pytest.fixture
def planted(db: None) -> Planted:
    return plant()


@pytest.fixture
def clients(planted: Planted) -> Clients:
    """Everyone, with the matches that they have among each other and with who is planted."""
    found = everyone(planted)
    for pairing in ("hiring", "mentorship", "investing") if FULL else ("hiring",):
        runs.run(pairing)
    return found
