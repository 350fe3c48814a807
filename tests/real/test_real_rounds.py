"""A published round with its answer: ten residents who list, four programmes with ten places."""

import json
from pathlib import Path

from matching.rounds.rankings import Rankings
from matching.rounds.stability import faults
from matching.rounds.stable import assign


def test_everybody_gets_the_place_that_was_published(data: Path) -> None:
    given = json.loads((data / "stable_matching" / "hr_small.json").read_text())
    programmes = {name: place for place, name in enumerate(given["programs"])}
    rankings = Rankings.from_lists(
        {int(id_): [programmes[name] for name in its] for id_, its in given["residents"].items()},
        {programmes[name]: its for name, its in given["programs"].items()},
        {programmes[name]: capacity for name, capacity in given["capacity"].items()},
    )
    found = assign(rankings)
    published = {int(id_): programmes[name] for id_, name in given["expected"].items() if name}
    assert rankings.by_id(found) == published
    assert not faults(rankings, found)
