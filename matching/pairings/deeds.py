"""Kinds of rounds that an investor took part in, as codes: told from two rounds of a kind on.

`stage:seed` and `sector:fintech` are kinds. One that was funded often is told a second time, with
`:often` behind it. A single round tells nothing, so that nobody's can be read off a list.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import chain

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.pairings.codes import Stage, places
from matching.pairings.facts import Facts
from profiles.labels import sector_label, sector_mask

SOME, MANY = 2, 4
HOW_OFTEN = {True: _("at least four times"), False: _("at least twice")}
STAGE, SECTOR, OFTEN = "stage:", "sector:", ":often"
MOST_SECTORS = 24
HALF = len(Stage) + MOST_SECTORS
WIDTH = 2 * HALF
"""Bits of a mask: stages and sectors, then the same again for what was funded often."""


def kinds(stages: Iterable[str], sectors: Iterable[str]) -> list[str]:
    """Of which kinds one round is."""
    return [*(STAGE + slug for slug in stages), *(SECTOR + slug for slug in sectors)]


def told(rounds: Iterable[Iterable[str]]) -> list[str]:
    """The codes that these rounds tell of, sorted; of each round its kinds are given."""
    counts = Counter(chain.from_iterable(map(set, rounds)))
    some = [kind for kind, count in counts.items() if count >= SOME]
    many = [kind + OFTEN for kind, count in counts.items() if count >= MANY]
    return sorted([*some, *many])


def funded(facts: Facts) -> int | None:
    """The mask of an investor."""
    return sum(map(_bit, facts.funded)) or None


def raised(facts: Facts) -> int | None:
    """The mask of a startup: its kinds, in both halves."""
    bits = sum(map(_bit, kinds(facts.stages, facts.sectors)))
    return bits | bits << HALF or None


def _bit(code: str) -> int:
    """A stage or sector that nobody knows raises KeyError."""
    kind = code.removesuffix(OFTEN)
    bit = (
        1 << places(Stage)[kind.removeprefix(STAGE)]
        if kind.startswith(STAGE)
        else (sector_mask([kind.removeprefix(SECTOR)]) or 0) << len(Stage)
    )
    return bit if kind == code else bit << HALF


def in_order(codes: Collection[str]) -> list[tuple[str, bool]]:
    """(kind, whether it was funded often) of what is told, stages first."""
    found = {code.removesuffix(OFTEN) for code in codes}
    return [(kind, kind + OFTEN in codes) for kind in sorted(found, key=_bit)]


def says_funded(facts: Facts) -> str:
    parts = (_says_kinds(facts.funded, is_often) for is_often in HOW_OFTEN)
    return gettext("; ").join(filter(None, parts)) or gettext("not known yet")


def _says_kinds(codes: Collection[str], wanted: bool) -> str:
    labels = [label(kind) for kind, is_often in in_order(codes) if is_often == wanted]
    if not labels:
        return ""
    return gettext("%(kinds)s (%(often)s)") % {
        "kinds": gettext(", ").join(labels),
        "often": HOW_OFTEN[wanted],
    }


def label(kind: str) -> str:
    """In the reader's language."""
    if kind.startswith(STAGE):
        return str(Stage(kind.removeprefix(STAGE)).label)
    return sector_label(kind.removeprefix(SECTOR))
