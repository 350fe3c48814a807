"""Stored matches as a viewer may read them: the list of one opening or one candidacy."""

from dataclasses import dataclass

from matching.models import Candidacy, Opening, TopMatches
from matching.queries.exclusions import candidacies_apart_from, openings_apart_from
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Match:
    """One place in a stored list. Score 0..1,000,000; rank counts from 1 among what is shown."""

    opening: Opening
    candidacy: Candidacy
    score: int
    rank: int

    @property
    def fit(self) -> int:
        """The score of 100, as people read it."""
        return self.score // 10_000


def top_for(own: Opening | Candidacy, viewer: Viewer, *, limit: int = 50) -> list[Match]:
    """The best counterparts, best first, in a fixed number of queries.

    Whoever has gone, hidden or excluded the viewer since the list was stored is left out.
    """
    stored = TopMatches.objects.filter(**_belongs_to(own)).first()
    return ranked(own, stored, viewer, with_cards=True)[:limit]


def ranked(
    own: Opening | Candidacy,
    stored: TopMatches | None,
    viewer: Viewer,
    *,
    with_cards: bool = False,
) -> list[Match]:
    """All that is left of a stored list; `complete` the few rows that are shown of it."""
    if stored is None:
        return []
    shown = _counterparts(own, viewer, stored.ids, with_cards=with_cards)
    there = [
        (key, score) for key, score in zip(stored.ids, stored.scores, strict=True) if key in shown
    ]
    return [
        _match(own, shown[key], score, rank) for rank, (key, score) in enumerate(there, start=1)
    ]


def _belongs_to(own: Opening | Candidacy) -> dict[str, object]:
    return {"opening": own} if isinstance(own, Opening) else {"candidacy": own}


def _counterparts(
    own: Opening | Candidacy, viewer: Viewer, ids: list[int], *, with_cards: bool
) -> dict[int, Opening | Candidacy]:
    """The rows behind the ids, with those whose they are, if the viewer may see them.

    The pair itself is asked about too: staff see everyone, and a list may be older than an
    exclusion.
    """
    if isinstance(own, Opening):
        candidacies = Candidacy.objects.active().visible_to(viewer).filter(pk__in=ids)
        candidacies = candidacies.exclude(candidacies_apart_from(own))
        found = candidacies.for_cards() if with_cards else candidacies.with_profile()
        return {row.pk: row for row in found}
    openings = Opening.objects.open().visible_to(viewer).filter(pk__in=ids)
    openings = openings.exclude(openings_apart_from(own))
    rows = openings.for_cards() if with_cards else openings.with_owner()
    return {row.pk: row for row in rows}


def _match(own: Opening | Candidacy, other: Opening | Candidacy, score: int, rank: int) -> Match:
    opening, candidacy = (own, other) if isinstance(own, Opening) else (other, own)
    assert isinstance(opening, Opening)
    assert isinstance(candidacy, Candidacy)
    return Match(opening, candidacy, score, rank)
