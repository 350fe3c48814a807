"""A team is said to be as large as its band: its number would tell which firm it is."""

import pytest

from profiles.firms.filters import team_band


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (None, ""), (0, "Up to 9"), (9, "Up to 9"), (10, "10 to 49"), (49, "10 to 49"),
        (50, "50 to 199"), (199, "50 to 199"), (200, "200 or more"), (5000, "200 or more"),
    ],
)  # fmt: skip
def test_the_size_of_a_team_is_a_band(people: int | None, said: str) -> None:
    assert team_band(people) == said
