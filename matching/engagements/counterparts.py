"""Who is told of what one side of an engagement did, and what of that side, outside of its page."""

from collections.abc import Sequence

from django.db.models import Q

from ledger.models import Event
from matching.engagements.models import Engagement
from profiles.disclosure import heading
from profiles.exclusions import never_met_by
from profiles.isolation import isolated
from profiles.queries import EDITORS, accounts_of
from profiles.viewer import Viewer

SIDES = ("owner", "candidate")


def recipients(events: Sequence[Event]) -> dict[int, list[int]]:
    """Whoever may write for the side that did not act; of what nobody did, for either."""
    accounts = accounts_of({event.codes[side] for event in events for side in SIDES}, EDITORS)
    return {event.pk: _told(event, accounts) for event in events}


def _told(event: Event, accounts: dict[int, list[int]]) -> list[int]:
    """Whoever decides for both sides knows what they did themselves."""
    sides = [event.codes[side] for side in SIDES if event.codes[side] != event.codes.get("by")]
    users = [user for side in sides for user in accounts.get(side, [])]
    return [user for user in users if user != event.actor_id]


def met_by(reader: Viewer, prefix: str = "") -> Q:
    """A condition: it is the reader's own, and its other side is still to be met.

    prefix: of a row that points to an engagement, the name of that relation and "__"
    """
    own = sorted(reader.profile_ids)
    met = Q(pk__in=[])
    for side, other in (SIDES, SIDES[::-1]):
        ours = Q(**{f"{prefix}{side}__in": own})
        met |= ours & ~never_met_by(reader, f"{prefix}{other}")
    for side in SIDES:
        met &= ~Q(**{f"{prefix}{side}__status": "hidden"})
    return met


def relations(prefix: str = "") -> list[str]:
    """What the names of both sides are made of, for `select_related`."""
    return [f"{prefix}{side}__{part}" for side in SIDES for part in ("identity", "governorate")]


def other_side(row: Engagement, reader: Viewer) -> str:
    """The other side, named as this reader may name it."""
    other = row.owner if row.candidate_id in reader.profile_ids else row.candidate
    return isolated(heading(other, reader)[0])
