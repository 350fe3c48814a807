"""The two of an engagement as one of them may read them."""

from matching.engagements.models import Engagement
from matching.introductions.parties import Parties
from profiles.viewer import Viewer


def parties_of(row: Engagement, viewer: Viewer) -> Parties:
    """Of a row `with_parties`; whoever is both, by two firms, reads it as the candidate."""
    is_candidate = viewer.owns(row.candidate_id)
    own, other = (row.candidate, row.owner) if is_candidate else (row.owner, row.candidate)
    is_seen: bool = row.owner_is_seen if is_candidate else row.candidate_is_seen  # type: ignore[attr-defined]
    return Parties(own, other, is_seen and not other.is_hidden)
