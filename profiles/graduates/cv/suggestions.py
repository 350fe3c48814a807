"""What was found in a CV, as it is stored: codes and numbers, and the lines they come from."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

LONGEST_QUOTE = 240


@dataclass(frozen=True)
class Found:
    """A code (or a number, as text), the line it stands in, and a level where one was said."""

    code: str
    line: int
    level: str = ""


@dataclass(frozen=True)
class Suggestions:
    """`lines` are quoted to the owner only. `unknown` and `left` are what could not be taken over:
    names of skills, and sections of a JSON Resume."""

    skills: list[Found] = field(default_factory=list)
    languages: list[Found] = field(default_factory=list)
    universities: list[Found] = field(default_factory=list)
    degree: Found | None = None
    graduation_year: Found | None = None
    experience_years: Found | None = None
    lines: dict[int, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def each(self) -> list[Found]:
        single = (self.degree, self.graduation_year, self.experience_years)
        said = [one for one in single if one is not None]
        return [*self.skills, *self.languages, *self.universities, *said]

    def quoting(self, lines: list[str]) -> Self:
        """With the lines that something was found in, and no others."""
        return replace(self, lines={one.line: lines[one.line][:LONGEST_QUOTE] for one in self.each})

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Self:
        return cls(
            skills=[Found(**one) for one in said["skills"]],
            languages=[Found(**one) for one in said["languages"]],
            universities=[Found(**one) for one in said["universities"]],
            degree=_one(said["degree"]),
            graduation_year=_one(said["graduation_year"]),
            experience_years=_one(said["experience_years"]),
            lines={int(number): text for number, text in said["lines"].items()},
            unknown=said["unknown"],
            left=said["left"],
        )


def _one(said: dict[str, Any] | None) -> Found | None:
    return Found(**said) if said else None
