"""The words of each move: what is asked before it and what is said after it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from matching.moves import CandidacyMove, OpeningMove
from matching.pairings.declaration import Side
from matching.pairings.words import Words

DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class MoveWords:
    """question: the heading; means: what follows from it; button; done: the message after it."""

    question: Words
    means: Words
    button: Words
    done: Words
    is_grave: bool = False


_DISCARD = MoveWords(
    _("Delete this draft?"),
    _("Nobody but you has seen it. It cannot be brought back."),
    _("Delete the draft"),
    _("The draft is deleted."),
    is_grave=True,
)

WORDS: dict[tuple[Side, str], MoveWords] = {
    ("opening", OpeningMove.PUBLISH): MoveWords(
        _("Publish this opening?"),
        _("It is listed, and whoever fits is ranked for it."),
        _("Publish"),
        _("Published. Matches are made within minutes."),
    ),
    ("opening", OpeningMove.PAUSE): MoveWords(
        _("Pause this opening?"),
        _("It leaves all lists until you resume it."),
        _("Pause"),
        _("Paused. It is in no list now."),
    ),
    ("opening", OpeningMove.RESUME): MoveWords(
        _("Resume this opening?"),
        _("It is listed again, and matched anew."),
        _("Resume"),
        _("Resumed. Matches are made within minutes."),
    ),
    ("opening", OpeningMove.CLOSE): MoveWords(
        _("Close this opening?"),
        _("It leaves all lists, and nobody is matched with it. You can open it again."),
        _("Close it"),
        _("Closed. It is in no list now."),
        is_grave=True,
    ),
    ("opening", OpeningMove.REOPEN): MoveWords(
        _("Open it again?"),
        _("It is listed again, and matched anew. A date that is over is taken away."),
        _("Open it again"),
        _("Open again. Matches are made within minutes."),
    ),
    ("opening", DISCARD): _DISCARD,
    ("candidacy", CandidacyMove.ACTIVATE): MoveWords(
        _("Agree to be matched?"),
        _("Whoever fits sees that you fit, and why."),
        _("Agree to be matched"),
        _("You agreed. Matches are made within minutes."),
    ),
    ("candidacy", CandidacyMove.PAUSE): MoveWords(
        _("Pause being matched?"),
        _("You leave all lists here until you resume."),
        _("Pause"),
        _("Paused. You are in no list here now."),
    ),
    ("candidacy", CandidacyMove.RESUME): MoveWords(
        _("Resume being matched?"),
        _("Whoever fits sees again that you fit, and why."),
        _("Resume"),
        _("Resumed. Matches are made within minutes."),
    ),
    ("candidacy", CandidacyMove.WITHDRAW): MoveWords(
        _("Withdraw your consent?"),
        _("You leave all lists here at once. You can agree again on any day."),
        _("Withdraw"),
        _("Withdrawn. You are in no list here now."),
        is_grave=True,
    ),
    ("candidacy", CandidacyMove.RENEW): MoveWords(
        _("Agree again to be matched?"),
        _("Whoever fits sees that you fit, and why. A date that is over is taken away."),
        _("Agree again"),
        _("You agreed. Matches are made within minutes."),
    ),
    ("candidacy", DISCARD): _DISCARD,
}
UNVERIFIED = _(
    "It goes live once programme staff have verified your profile; until then nobody sees it."
)
