"""The best matches of the profile one acts as: of the list whose first place is highest."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from matching.lists import ranked
from matching.pairs import explain_many
from matching.views.lines import MatchLine, match_line
from matching.views.sides import OwnSide
from profiles.viewer import Viewer
from silah.dashboard.links import url

MOST = 3


@dataclass(frozen=True, slots=True)
class Best:
    """heading says for what; of: the opening's own title or "", lines the matches, best first."""

    heading: str
    of: str
    language: str
    lines: list[MatchLine]
    all_url: str


def best_of(sides: Sequence[OwnSide], viewer: Viewer) -> Best | None:
    """`None` where nothing is matched yet."""
    matched = [own for own in sides if own.stored and own.stored.ids and not own.why_not_matched]
    if not matched:
        return None
    own = max(matched, key=_first_score)
    query = urlencode({"of": own.public_id})
    return Best(
        heading=_heading(own),
        of=own.label if own.side == "opening" else "",
        language=own.language,
        lines=_lines(own, viewer),
        all_url=f"{url('my-matches')}?{query}",
    )


def _first_score(own: OwnSide) -> int:
    assert own.stored is not None
    return own.stored.scores[0]


def _heading(own: OwnSide) -> str:
    if own.pairing.slug == "investing" and own.side == "opening":
        return _("Startups that fit your mandate")
    if own.side == "opening":
        return _("Who fits best")
    return _("Best matches: %(kind)s") % {"kind": own.pairing.label}


def _lines(own: OwnSide, viewer: Viewer) -> list[MatchLine]:
    found = ranked(own.row, own.stored, viewer)[:MOST]
    others = [match.candidacy if own.side == "opening" else match.opening for match in found]
    views = explain_many(own.row, others)
    return [
        match_line(match, views[other.pk], viewer)
        for match, other in zip(found, others, strict=True)
    ]
