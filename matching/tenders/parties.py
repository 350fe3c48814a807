"""The two of an answer as one of them may read them."""

from dataclasses import dataclass

from matching.introductions.parties import Parties
from matching.tenders.blind import title_of
from matching.tenders.models import Answer
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class AnswerParties(Parties):
    """To the company the firm is called by the alias of its answer, until it may read the name."""

    row: Answer

    @property
    def is_ours(self) -> bool:
        """Whether the reader is of the firm that sent it."""
        return self.own == self.row.firm

    def title(self, viewer: Viewer) -> tuple[str, str]:
        return Parties.title(self, viewer) if self.is_ours else title_of(self.row, viewer)


def parties_of(row: Answer, viewer: Viewer) -> AnswerParties:
    """Of a row `with_sides`; whoever is of both reads it as the firm."""
    if viewer.owns(row.firm.pk):
        is_seen = row.owner_is_seen and not row.owner.is_hidden
        return AnswerParties(row.firm, row.owner, is_seen, row)
    return AnswerParties(row.owner, row.firm, row.is_named, row)
