"""Bands: rows of lozenges that draw a match, one lozenge a criterion.

Geometry is integer, in hundredths of a unit of the drawing: one match always gives one path.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django import template

register = template.Library()

PER_MILLE = 1000
BAND_WIDTH, BAND_MIDDLE, BAND_REACH, BAND_INSET = 100_00, 12_00, 11_00, 35
STEP, STEP_MIDDLE, STEP_REACH, STEP_INSET = 15_00, 7_50, 6_70, 80


@dataclass(frozen=True)
class Drawing:
    """Path data of one band: `outline` of what is not fully met, `filled` as far as it is met."""

    width: int
    outline: str
    filled: str


@dataclass(frozen=True)
class Lozenge:
    """One criterion between `left` and `right`, `reach` above and below the line `middle`."""

    left: int
    right: int
    middle: int
    reach: int

    @property
    def waist(self) -> int:
        return (self.left + self.right) // 2

    @property
    def outline(self) -> str:
        return (
            f"M{_units(self.left)} {_units(self.middle)}"
            f" {_units(self.waist)} {_units(self.middle - self.reach)}"
            f" {_units(self.right)} {_units(self.middle)}"
            f" {_units(self.waist)} {_units(self.middle + self.reach)}z"
        )

    def filled(self, fill: int) -> str:
        """Return the part from the start up to `fill` per mille of the width."""
        if fill <= 0:
            return ""
        if fill >= PER_MILLE:
            return self.outline
        cut = self.left + fill * (self.right - self.left) // PER_MILLE
        return self._rising(cut) if cut <= self.waist else self._falling(cut)

    def _rising(self, cut: int) -> str:
        rise = self.reach * (cut - self.left) // (self.waist - self.left)
        return (
            f"M{_units(self.left)} {_units(self.middle)}"
            f" {_units(cut)} {_units(self.middle - rise)}V{_units(self.middle + rise)}z"
        )

    def _falling(self, cut: int) -> str:
        rise = self.reach * (self.right - cut) // (self.right - self.waist)
        return (
            f"M{_units(self.left)} {_units(self.middle)}"
            f" {_units(self.waist)} {_units(self.middle - self.reach)}"
            f" {_units(cut)} {_units(self.middle - rise)}V{_units(self.middle + rise)}"
            f"L{_units(self.waist)} {_units(self.middle + self.reach)}z"
        )


@register.simple_tag
def band_drawing(parts: Sequence[tuple[int, int]]) -> Drawing:
    """Draw (width, fill) parts over 100 units, both per mille; the widths add up to 1000.

    A criterion without weight has no width and is left out.
    Raises ValueError where widths or fills are out of bounds.
    """
    _check(parts)
    lozenges = []
    start = 0
    for width, fill in parts:
        end = start + BAND_WIDTH * width // PER_MILLE
        if width:
            inset = min(BAND_INSET, (end - start) // 4)
            lozenges.append((Lozenge(start + inset, end - inset, BAND_MIDDLE, BAND_REACH), fill))
        start = end
    return _drawing(BAND_WIDTH // 100, lozenges)


@register.simple_tag
def mini_drawing(fills: Sequence[int]) -> Drawing:
    """Draw fills (per mille) as equal lozenges of 15 units each."""
    _check_fills(fills)
    lozenges = [
        (
            Lozenge(i * STEP + STEP_INSET, (i + 1) * STEP - STEP_INSET, STEP_MIDDLE, STEP_REACH),
            fill,
        )
        for i, fill in enumerate(fills)
    ]
    return _drawing(len(fills) * STEP // 100, lozenges)


def _drawing(width: int, lozenges: Sequence[tuple[Lozenge, int]]) -> Drawing:
    return Drawing(
        width=width,
        outline="".join(lozenge.outline for lozenge, fill in lozenges if fill < PER_MILLE),
        filled="".join(lozenge.filled(fill) for lozenge, fill in lozenges),
    )


def _check(parts: Sequence[tuple[int, int]]) -> None:
    _check_fills([fill for _, fill in parts])
    total = sum(width for width, _ in parts)
    if parts and (total != PER_MILLE or any(width < 0 for width, _ in parts)):
        raise ValueError(
            f"The widths of a band add up to 1000 per mille, none below 0; these add up to {total}."
            " Give every criterion of one side its weight."
        )


def _check_fills(fills: Sequence[int]) -> None:
    for fill in fills:
        if not 0 <= fill <= PER_MILLE:
            raise ValueError(f"A lozenge is filled from 0 to 1000 per mille; {fill} is not.")


def _units(hundredths: int) -> str:
    return f"{hundredths / 100:g}"
