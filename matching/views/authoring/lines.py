"""One's own row as the list shows it: its state in words, its matches, and what can be done."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from matching.authoring.standing import Standing, standing
from matching.models import Candidacy, Opening
from matching.moves import SETTLED, CandidacyMove, OpeningMove, moves_of
from matching.views.authoring.confirming import DISCARD
from matching.views.authoring.rows import Addresses
from matching.views.wording import short_terms

Action = tuple[str | Promise, str]
ASKED_FIRST = frozenset(
    {str(OpeningMove.CLOSE), str(CandidacyMove.WITHDRAW), str(CandidacyMove.RENEW)}
)
"""Moves that are links to a page that asks; the others are buttons that do them at once."""
SENT_FROM_CHECK = frozenset({str(OpeningMove.PUBLISH), str(CandidacyMove.ACTIVATE)})


@dataclass(frozen=True, slots=True)
class OwnLine:
    """title "" where the row has none; links and buttons are (label, address)."""

    row: Opening | Candidacy
    title: str
    language: str
    url: str
    standing: Standing
    facts: list[str]
    matches: int | None
    matches_url: str
    links: list[Action]
    buttons: list[Action]

    @property
    def is_live(self) -> bool:
        return self.standing.is_live


def own_line(row: Opening | Candidacy, may_write: bool) -> OwnLine:
    where = standing(row)
    stored = getattr(row, "top_matches", None)
    addresses = Addresses(row)
    return OwnLine(
        row=row,
        title=row.title if isinstance(row, Opening) else "",
        language=row.language if isinstance(row, Opening) else "",
        url=addresses.check() if may_write else "",
        standing=where,
        facts=short_terms(row),
        matches=len(stored.ids) if stored and where.is_live else None,
        matches_url=addresses.matches(),
        links=_links(row, addresses) if may_write else [],
        buttons=_buttons(row, addresses) if may_write else [],
    )


def _links(row: Opening | Candidacy, addresses: Addresses) -> list[Action]:
    is_draft = row.status == type(row).Status.DRAFT
    first: list[Action] = []
    if row.status not in SETTLED:
        first = [(_("Go on") if is_draft else _("Change"), addresses.check())]
    asked: list[Action] = [(name.label, addresses.move(name)) for name in _moves(row, asked=True)]
    discard: list[Action] = [(_("Delete the draft"), addresses.move(DISCARD))]
    return [*first, *asked, *(discard if is_draft else [])]


def _buttons(row: Opening | Candidacy, addresses: Addresses) -> list[Action]:
    return [(name.label, addresses.move(name)) for name in _moves(row, asked=False)]


def _moves(row: Opening | Candidacy, *, asked: bool) -> list[OpeningMove | CandidacyMove]:
    names = OpeningMove if isinstance(row, Opening) else CandidacyMove
    legal = moves_of(row)
    return [
        name
        for name in names
        if row.status in legal[name].starts
        and name not in SENT_FROM_CHECK
        and (name in ASKED_FIRST) == asked
    ]
