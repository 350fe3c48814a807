import pytest

from tests import make


@pytest.fixture
def graduate():
    return make.a_graduate(
        skills={"python": 4, "git": 1},
        languages={"ar": "C2"},
        university="an-najah",
        degree="",
        graduation_year=None,
        experience_years=None,
    )


@pytest.fixture
def own(client, graduate):
    client.force_login(make.acts_for(graduate))
    return client
