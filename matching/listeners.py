"""What the engine does about news from below: whoever was saved gets fresh matches."""

from collections.abc import Sequence

from ledger.models import Event
from matching import runs
from matching.models import Candidacy, Opening
from matching.pairings import registry


def rescore_profiles(events: Sequence[Event]) -> None:
    """Score anew every pairing in which one of these profiles takes part, both sides.

    Whose skills alone were saved counts only where those are read: where the profile holds.
    """
    skilled = {event.subject_id for event in events if "skills" in event.codes}
    others = {event.subject_id for event in events if "skills" not in event.codes}
    _rescore(_pairings_of(others) | _pairings_held_by(skilled))


def rescore_the_two(events: Sequence[Event]) -> None:
    """Score anew every pairing in which one of the two profiles of an exclusion takes part."""
    _rescore(_pairings_of({event.codes[which] for event in events for which in ("a", "b")}))


def rescore_pairings(events: Sequence[Event]) -> None:
    """Score anew the pairings that the events name."""
    for pairing in sorted({event.codes["pairing"] for event in events}):
        runs.run(pairing)


def rescore_loaded_kinds(events: Sequence[Event]) -> None:
    """Score anew the pairings of the kinds of which a file changed profiles that were there.

    A profile that the file created has no opening and no candidacy yet.
    """
    kinds = {kind for e in events if e.codes.get("updated") for kind in e.codes["touched"]}
    for pairing in registry.all_pairings().values():
        if kinds & (pairing.owner_kinds | pairing.candidate_kinds):
            runs.run(pairing.slug)


def rescore_loaded(events: Sequence[Event]) -> None:
    """Score anew, once each, the pairings in which files changed openings or candidacies."""
    for pairing in sorted({pairing for event in events for pairing in event.codes["touched"]}):
        runs.run(pairing)


def _rescore(pairings: set[str]) -> None:
    for pairing in sorted(pairings):
        runs.run(pairing)


def _pairings_of(profiles: set[int | None]) -> set[str]:
    return _owned(profiles) | _sought(profiles)


def _pairings_held_by(profiles: set[int | None]) -> set[str]:
    """Pairings in which one of the profiles is the one who has, not the one who needs."""
    holders = {pairing.slug: pairing.holder for pairing in registry.all_pairings().values()}
    owned = {slug for slug in _owned(profiles) if holders[slug] == "opening"}
    return owned | {slug for slug in _sought(profiles) if holders[slug] == "candidacy"}


def _owned(profiles: set[int | None]) -> set[str]:
    return set(Opening.objects.filter(owner__in=profiles).values_list("pairing", flat=True))


def _sought(profiles: set[int | None]) -> set[str]:
    return set(Candidacy.objects.filter(profile__in=profiles).values_list("pairing", flat=True))
