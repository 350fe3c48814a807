"""What a reader may be told of the other side of an engagement, outside of its own page."""

from django.db.models import Q

from matching.engagements.models import Engagement
from profiles.disclosure import heading
from profiles.exclusions import never_met_by
from profiles.isolation import isolated
from profiles.viewer import Viewer

SIDES = ("owner", "candidate")


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
