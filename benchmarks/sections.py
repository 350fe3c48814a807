"""What one run prints: sections of text, each with the figures that it is about."""

from dataclasses import dataclass

Value = float | int | str


@dataclass(frozen=True, slots=True)
class Section:
    """A title, the text below it, and the figures by their stable names."""

    title: str
    text: str
    figures: dict[str, Value]

    def __str__(self) -> str:
        return f"== {self.title}\n\n{self.text}\n"


def thousands(count: int) -> str:
    """10000 as it stands in the name of a figure: 10k; 8000000: 8m."""
    for unit, letter in ((1_000_000, "m"), (1000, "k")):
        if count % unit == 0:
            return f"{count // unit}{letter}"
    return str(count)
