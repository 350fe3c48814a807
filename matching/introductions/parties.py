"""The two of an introduction as one of them may read them."""

from dataclasses import dataclass

from matching.introductions.models import Introduction
from profiles.disclosure import alias, heading
from profiles.models import Profile
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Parties:
    """own and other side; is_seen: whether the reader may know more than that the other was there.

    Of a row that `with_parties` fetched.
    """

    own: Profile
    other: Profile
    is_seen: bool

    def title(self, viewer: Viewer) -> tuple[str, str]:
        """What the other is called, and where they are."""
        return heading(self.other, viewer) if self.is_seen else (alias(self.other), "")


def parties_of(row: Introduction, viewer: Viewer) -> Parties:
    """Whoever is both, by two firms, reads it as the one who was asked."""
    is_asked = viewer.owns(row.asked_id)
    own, other = (row.asked, row.asker) if is_asked else (row.asker, row.asked)
    is_seen: bool = row.asker_is_seen if is_asked else row.asked_is_seen  # type: ignore[attr-defined]
    return Parties(own, other, is_seen and not other.is_hidden)
