"""A local firm answers a tender."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from matching.introductions.languages import language_of
from matching.models import Candidacy, Opening
from matching.moves import RefusedError
from matching.pairings.contracting import PAIRING
from matching.queries.exclusions import may_meet
from matching.tenders import places
from matching.tenders.actions.rows import record_of, show
from matching.tenders.models import Answer
from profiles.steps import Step

SENT = "answer.sent"


@dataclass(frozen=True, slots=True)
class Answering:
    """What a firm says. public_id comes with the form, so that sent twice it is one answer.

    usd: a month for each person; shares: what the company reads of the firm from now on
    """

    public_id: UUID
    headcount: int
    usd: int
    starts_on: date
    text: str
    shares: Step


@transaction.atomic
def answer(*, opening: Opening, candidacy: Candidacy, said: Answering, by_id: int | None) -> Answer:
    """The firm of this candidacy answers. Raises RefusedError with what stands in the way.

    The tender is locked: one live answer of a firm, from two tabs too.
    """
    opening = Opening.objects.select_for_update().get(pk=opening.pk)
    known = Answer.objects.filter(public_id=said.public_id).first()
    if known is not None:
        return _sent_before(known, opening, candidacy)
    _check_there(opening, candidacy)
    _check_free(opening, candidacy)
    row = Answer.objects.create(
        public_id=said.public_id,
        opening=opening,
        candidacy=candidacy,
        headcount=said.headcount,
        usd=said.usd,
        starts_on=said.starts_on,
        text=said.text,
        language=language_of(said.text, candidacy.profile.language),
        consent=show(candidacy.profile, opening.owner, said.shares, by_id),
    )
    record_of(SENT, row, by_id)
    return row


def _sent_before(known: Answer, opening: Opening, candidacy: Candidacy) -> Answer:
    if (known.opening_id, known.candidacy_id) != (opening.pk, candidacy.pk):
        raise Answer.DoesNotExist
    return known


def _check_there(opening: Opening, candidacy: Candidacy) -> None:
    """Both are there, verified and willing, and neither excludes the other."""
    tenders = Opening.objects.open().filter(pk=opening.pk, pairing=PAIRING.slug)
    if not tenders.exists():
        raise RefusedError(_("This tender is not open any more. Nothing was sent."))
    if not may_meet(candidacy, opening):
        raise RefusedError(
            _("Only verified firms that offer a team here can answer. Nothing was sent.")
        )


def _check_free(opening: Opening, candidacy: Candidacy) -> None:
    if Answer.objects.live().filter(opening=opening, candidacy=candidacy).exists():
        raise RefusedError(_("You have answered this tender already. Nothing was sent."))
    if places.left(opening) < 1:
        raise RefusedError(_("This tender is awarded already. Nothing was sent."))
