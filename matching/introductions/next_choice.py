"""The cascade: after no answer, or a no, whom the asker could ask next."""

from matching.introductions import capacity
from matching.introductions.models import Introduction
from matching.lists import Match, ranked
from matching.models import Candidacy, Opening, TopMatches
from profiles.recognition import standing_of

CAME_TO_NOTHING = frozenset({Introduction.State.DECLINED, Introduction.State.EXPIRED})


def next_choice(introduction: Introduction) -> Match | None:
    """The best stored match of the asker's own side whom they have not asked, and who has a place.

    `None` after any other state, where nobody is left, or where the asker takes no part any more.
    """
    own = _own(introduction)
    if introduction.state not in CAME_TO_NOTHING or not _takes_part(own):
        return None
    stored = TopMatches.objects.filter(**_belonging(own)).first()
    if stored is None:
        return None
    asked, uses = _asked_and_used(own, stored)
    for match in ranked(own, stored, standing_of(introduction.asker)):
        pair = match.opening.pk, match.candidacy.pk
        use = uses.get(match.opening.pk, capacity.Use())
        if pair not in asked and not use.is_full(match.opening):
            return match
    return None


def _own(introduction: Introduction) -> Opening | Candidacy:
    is_owner = introduction.asker_id == introduction.opening.owner_id
    return introduction.opening if is_owner else introduction.candidacy


def _takes_part(own: Opening | Candidacy) -> bool:
    return own.is_open if isinstance(own, Opening) else own.is_active


def _belonging(own: Opening | Candidacy) -> dict[str, object]:
    return {"opening": own} if isinstance(own, Opening) else {"candidacy": own}


def _asked_and_used(
    own: Opening | Candidacy, stored: TopMatches
) -> tuple[set[tuple[int, int]], dict[int, capacity.Use]]:
    """Pairs of one's own that were asked or are live, and what runs by opening: in one query."""
    rows = Introduction.objects.filter(**_belonging(own))
    if isinstance(own, Candidacy):
        runs = Introduction.objects.filter(opening__in=stored.ids, state="accepted")
        rows = rows | runs
    asked, uses = set(), dict[int, capacity.Use]()
    columns = rows.values_list("opening", "candidacy", "state", "takes")
    for opening_id, candidacy_id, state, takes in columns:
        asked.add((opening_id, candidacy_id))
        if state == Introduction.State.ACCEPTED:
            filled, talks = uses.get(opening_id, capacity.Use())
            uses[opening_id] = capacity.Use(filled + (takes == "place"), talks + (takes == "talk"))
    return asked, uses
