"""What the engine does about news from below: whoever was saved gets fresh matches."""

from collections.abc import Sequence

from ledger.models import Event
from matching import runs
from matching.models import Candidacy, Opening


def rescore_profiles(events: Sequence[Event]) -> None:
    """Score anew every pairing in which one of these profiles takes part, both sides."""
    profiles = {event.subject_id for event in events}
    for pairing in sorted(_pairings_of(profiles)):
        runs.run(pairing)


def rescore_pairings(events: Sequence[Event]) -> None:
    """Score anew the pairings that the events name."""
    for pairing in sorted({event.codes["pairing"] for event in events}):
        runs.run(pairing)


def _pairings_of(profiles: set[int | None]) -> set[str]:
    owned = Opening.objects.filter(owner__in=profiles).values_list("pairing", flat=True)
    sought = Candidacy.objects.filter(profile__in=profiles).values_list("pairing", flat=True)
    return {*owned, *sought}
