"""Stored matches as a viewer may read them: the list of one opening or one candidacy."""

from dataclasses import dataclass

from matching.models import Candidacy, Opening, TopMatches
from matching.queries.candidacies import CandidacyQuerySet
from matching.queries.exclusions import candidacies_apart_from, openings_apart_from
from matching.queries.openings import OpeningQuerySet
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


def top_for(
    own: Opening | Candidacy, viewer: Viewer, *, limit: int = 50, in_full: bool = True
) -> list[Match]:
    """The best counterparts, best first, in a fixed number of queries.

    Whoever has gone, hidden or excluded the viewer since the list was stored is left out.
    in_full: with all that their cards show; else names and regions only, as lines need them.
    """
    stored: TopMatches | None = getattr(own, "top_matches", None)
    if stored is None:
        return []
    rows = _counterparts(own, viewer, stored.ids)
    shown = {row.pk: row for row in (rows.for_cards() if in_full else rows.for_names())}
    there = [
        (key, score) for key, score in zip(stored.ids, stored.scores, strict=True) if key in shown
    ]
    return [
        _match(own, shown[key], score, rank)
        for rank, (key, score) in enumerate(there[:limit], start=1)
    ]


def _counterparts(
    own: Opening | Candidacy, viewer: Viewer, ids: list[int]
) -> OpeningQuerySet | CandidacyQuerySet:
    """The rows behind the ids, if the viewer may see them.

    The pair itself is asked about too: staff see everyone, and a list may be older than an
    exclusion.
    """
    if isinstance(own, Opening):
        candidacies = Candidacy.objects.active().visible_to(viewer).filter(pk__in=ids)
        return candidacies.exclude(candidacies_apart_from(own))
    openings = Opening.objects.open().visible_to(viewer).filter(pk__in=ids)
    return openings.exclude(openings_apart_from(own))


def _match(own: Opening | Candidacy, other: Opening | Candidacy, score: int, rank: int) -> Match:
    opening, candidacy = (own, other) if isinstance(own, Opening) else (other, own)
    assert isinstance(opening, Opening)
    assert isinstance(candidacy, Candidacy)
    return Match(opening, candidacy, score, rank)
