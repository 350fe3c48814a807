"""A party as the engine takes it, as numbers that JSON keeps."""

from typing import Any

from matching.engine.parties import Asked, Holder, Party, Requirer

Numbers = dict[str, Any]


def to_numbers(party: Party) -> Numbers:
    """Everything but the id."""
    common = {"levels": party.levels, "masks": party.masks}
    if isinstance(party, Holder):
        return {**common, "skills": sorted(party.skills.items())}
    return {**common, "needs": party.needs, "skills": sorted(party.skills.items())}


def holder(id_: int, numbers: Numbers) -> Holder:
    return Holder(
        id=id_,
        levels=tuple(numbers["levels"]),
        masks=tuple(numbers["masks"]),
        skills=dict(numbers["skills"]),
    )


def requirer(id_: int, numbers: Numbers) -> Requirer:
    return Requirer(
        id=id_,
        levels=tuple(numbers["levels"]),
        masks=tuple(numbers["masks"]),
        needs=tuple(numbers["needs"]),
        skills={skill: Asked(*asked) for skill, asked in numbers["skills"]},
    )
