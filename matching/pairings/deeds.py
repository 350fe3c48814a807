"""Kinds of rounds that an investor took part in, as codes: told from two rounds of a kind on.

`stage:seed`, `sector:fintech` and `place:PS-NBS` are kinds. One that was funded often is told a
second time, with `:often` behind it. A single round tells nothing, so that nobody's can be read
off a list.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import chain

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.pairings.codes import Stage, places
from matching.pairings.facts import Facts
from profiles.labels import (
    governorate_bit,
    governorate_code,
    governorate_label,
    sector_bit,
    sector_label,
)

SOME, MANY = 2, 4
HOW_OFTEN = {True: _("at least four times"), False: _("at least twice")}
STAGE, SECTOR, PLACE, OFTEN = "stage:", "sector:", "place:", ":often"
MOST_SECTORS = MOST_PLACES = 24
HALF = len(Stage) + MOST_SECTORS
WIDTH, WIDTH_OF_PLACES = 2 * HALF, 2 * MOST_PLACES
"""Bits of a mask: those of all kinds, then the same again for what was funded often."""


def kinds(stages: Iterable[str], sectors: Iterable[str], governorate: str = "") -> list[str]:
    """Of which kinds one round is."""
    place = [PLACE + governorate] if governorate else []
    return [*(STAGE + slug for slug in stages), *(SECTOR + slug for slug in sectors), *place]


def told(rounds: Iterable[Iterable[str]]) -> list[str]:
    """The codes that these rounds tell of, sorted; of each round its kinds are given."""
    counts = Counter(chain.from_iterable(map(set, rounds)))
    some = [kind for kind, count in counts.items() if count >= SOME]
    many = [kind + OFTEN for kind, count in counts.items() if count >= MANY]
    return sorted([*some, *many])


def funded(facts: Facts) -> int | None:
    """The mask of an investor: stages and sectors."""
    return _mask((code for code in facts.funded if not code.startswith(PLACE)), HALF)


def funded_there(facts: Facts) -> int | None:
    """Likewise, of the governorates."""
    return _mask((code for code in facts.funded if code.startswith(PLACE)), MOST_PLACES)


def raised(facts: Facts) -> int | None:
    """The mask of a startup: its stages and sectors, in both halves."""
    return _mask(_in_both(kinds(facts.stages, facts.sectors)), HALF)


def raised_there(facts: Facts) -> int | None:
    place = governorate_code(facts.governorate)
    return _mask(_in_both(kinds((), (), place)), MOST_PLACES)


def _in_both(kinds: Iterable[str]) -> Iterable[str]:
    return chain.from_iterable((kind, kind + OFTEN) for kind in kinds)


def _mask(codes: Iterable[str], half: int) -> int | None:
    return sum(1 << _place(code) + half * code.endswith(OFTEN) for code in codes) or None


def _place(code: str) -> int:
    """The bit of a kind. A stage, sector or governorate that nobody knows raises KeyError."""
    kind = code.removesuffix(OFTEN)
    if kind.startswith(STAGE):
        return places(Stage)[kind.removeprefix(STAGE)]
    if kind.startswith(PLACE):
        return governorate_bit(kind.removeprefix(PLACE))
    return len(Stage) + sector_bit(kind.removeprefix(SECTOR))


def in_order(codes: Collection[str]) -> list[tuple[str, bool]]:
    """(kind, whether it was funded often) of what is told: stages, sectors, then places."""
    found = {code.removesuffix(OFTEN) for code in codes}
    by_kind = sorted(found, key=lambda kind: (kind.startswith(PLACE), _place(kind)))
    return [(kind, kind + OFTEN in codes) for kind in by_kind]


def says_funded(facts: Facts) -> str:
    return _says([code for code in facts.funded if not code.startswith(PLACE)])


def says_places(facts: Facts) -> str:
    return _says([code for code in facts.funded if code.startswith(PLACE)])


def _says(codes: Collection[str]) -> str:
    parts = (_says_kinds(codes, is_often) for is_often in HOW_OFTEN)
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
    if kind.startswith(PLACE):
        return governorate_label(kind.removeprefix(PLACE))
    return sector_label(kind.removeprefix(SECTOR))
