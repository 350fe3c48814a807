"""One side of a pair asks the other to meet."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.introductions import capacity, outages
from matching.introductions.actions.rows import record_of, show
from matching.introductions.models import Introduction
from matching.models import Candidacy, Opening
from matching.moves import RefusedError
from matching.queries.exclusions import may_meet
from profiles.models import Profile
from profiles.steps import Step

ASKED = "introduction.asked"


@dataclass(frozen=True, slots=True)
class Asking:
    """What an asker says. public_id comes with the form, so that sent twice it is asked once."""

    public_id: UUID
    purpose: str
    message: str
    shares: Step


@transaction.atomic
def ask(
    *, opening: Opening, candidacy: Candidacy, asker: Profile, said: Asking, by_id: int | None
) -> Introduction:
    """One side of the pair asks the other. Raises RefusedError with what stands in the way.

    The asker's row is locked: the limit of open requests holds for two tabs too.
    """
    said_before = Introduction.objects.filter(public_id=said.public_id, asker=asker)
    again: Introduction | None = said_before.first()
    if again is not None:
        return again
    Profile.objects.select_for_update().only("pk").get(pk=asker.pk)
    asked = candidacy.profile if asker.pk == opening.owner_id else opening.owner
    _check_there(opening, candidacy, asker)
    _check_free(opening, candidacy, asker)
    introduction = Introduction(
        public_id=said.public_id,
        opening=opening,
        candidacy=candidacy,
        asker=asker,
        asked=asked,
        purpose=Introduction.Purpose(said.purpose),
        message=said.message,
        shares=said.shares,
        hours=candidacy.hours_month or opening.declaration.hours_month,
    )
    outages.set_clock(introduction)
    introduction.save()
    show(asker, asked, said.shares, by_id)
    record_of(ASKED, introduction, by_id)
    return introduction


def _check_there(opening: Opening, candidacy: Candidacy, asker: Profile) -> None:
    """Both are there, verified and willing, and neither excludes the other."""
    if not (asker.is_active and asker.is_verified):
        raise RefusedError(_("Only verified members ask. Nothing was sent."))
    if not Opening.objects.open().filter(pk=opening.pk).exists():
        raise RefusedError(_("This opening is not open any more. Nothing was sent."))
    if not may_meet(candidacy, opening):
        raise RefusedError(_("They are not to be met here any more. Nothing was sent."))


def _check_free(opening: Opening, candidacy: Candidacy, asker: Profile) -> None:
    if Introduction.objects.live().filter(opening=opening, candidacy=candidacy).exists():
        raise RefusedError(_("One of you has asked already. Nothing was sent."))
    waiting = Introduction.objects.filter(asker=asker, state=Introduction.State.WAITING).count()
    most = settings.INTRODUCTIONS_OPEN_AT_ONCE
    if waiting >= most:
        raise RefusedError(
            ngettext(
                "%(most)d request of yours waits for an answer, as many as may at once. Wait for "
                "one, or withdraw one, then ask again.",
                "%(most)d requests of yours wait for an answer, as many as may at once. Wait for "
                "one, or withdraw one, then ask again.",
                most,
            )
            % {"most": most}
        )
    if capacity.is_full(opening):
        raise RefusedError(_("All places are taken at present. Nothing was sent."))
