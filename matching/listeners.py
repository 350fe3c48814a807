"""What the engine does about news from below: whoever was saved gets fresh matches."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from ledger.models import Event
from matching import freshening
from matching.models import Candidacy, Opening
from matching.pairings import registry
from matching.pairings.declaration import Side


class Changed(NamedTuple):
    """One party that may have changed."""

    pairing: str
    side: Side
    id: int


def rescore_profiles(events: Sequence[Event]) -> None:
    """Bring lists in line with every opening and candidacy of these profiles.

    Whose skills alone were saved counts only where those are read: where the profile holds.
    """
    skilled = {event.subject_id for event in events if "skills" in event.codes}
    others = {event.subject_id for event in events if "skills" not in event.codes}
    _rescore([*_parties_of(others), *filter(_holds, _parties_of(skilled))])


def rescore_the_two(events: Sequence[Event]) -> None:
    """Bring lists in line with two profiles who may not meet, or may again.

    What belongs to one of them is enough: the other's lists change only where they meet it.
    """
    _rescore([party for event in events for party in _meeting(event)])


def rescore_openings(events: Sequence[Event]) -> None:
    _rescore(_subjects(events, "opening"))


def rescore_candidacies(events: Sequence[Event]) -> None:
    _rescore(_subjects(events, "candidacy"))


def rescore_pairings(events: Sequence[Event]) -> None:
    """Score anew everyone of the pairings whose weights the events name."""
    for pairing in sorted({event.codes["pairing"] for event in events}):
        freshening.score_everyone(pairing)


def rescore_loaded_kinds(events: Sequence[Event]) -> None:
    """Index and score anew the pairings of kinds of which a file changed profiles that were there.

    A profile that the file created has no opening and no candidacy yet.
    """
    kinds = {kind for e in events if e.codes.get("updated") for kind in e.codes["touched"]}
    for slug, pairing in sorted(registry.all_pairings().items()):
        if kinds & (pairing.owner_kinds | pairing.candidate_kinds):
            freshening.index_everyone(slug)


def rescore_loaded(events: Sequence[Event]) -> None:
    """Index and score anew, once each, the pairings whose openings or candidacies files changed."""
    for pairing in sorted({pairing for event in events for pairing in event.codes["touched"]}):
        freshening.index_everyone(pairing)


def _subjects(events: Sequence[Event], side: Side) -> Iterator[Changed]:
    for event in events:
        assert event.subject_id is not None
        yield Changed(event.codes["pairing"], side, event.subject_id)


def _parties_of(profiles: Collection[int | None]) -> Iterator[Changed]:
    for pairing, id_ in Opening.objects.filter(owner__in=profiles).values_list("pairing", "pk"):
        yield Changed(pairing, "opening", id_)
    sought = Candidacy.objects.filter(profile__in=profiles)
    for pairing, id_ in sought.values_list("pairing", "pk"):
        yield Changed(pairing, "candidacy", id_)


def _meeting(event: Event) -> list[Changed]:
    """What belongs to `a` where something of `b`'s takes part too."""
    known = {party.pairing for party in _parties_of({event.codes["b"]})}
    return [party for party in _parties_of({event.codes["a"]}) if party.pairing in known]


def _holds(party: Changed) -> bool:
    """Whether the party is the one who has, not the one who needs."""
    return registry.get(party.pairing).holder == party.side


def _rescore(parties: Iterable[Changed]) -> None:
    """One pairing after the other, always in the same order: no two workers block each other."""
    found: dict[str, dict[Side, set[int]]] = defaultdict(lambda: defaultdict(set))
    for party in parties:
        found[party.pairing][party.side].add(party.id)
    for pairing in sorted(found):
        freshening.follow(pairing, found[pairing])
