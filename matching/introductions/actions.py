"""Ask to meet, answer, withdraw, let it run out, end it: each in one transaction with its event."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ledger.actions import record
from matching.introductions import capacity, outages
from matching.introductions.clock import REMINDERS
from matching.introductions.models import Introduction
from matching.introductions.moves import MOVES, Move, check, is_theirs
from matching.models import Candidacy, Opening
from matching.moves import RefusedError
from matching.queries.exclusions import candidacies_apart_from
from profiles.actions import consents
from profiles.models import Consent, Profile
from profiles.steps import Step

ASKED = "introduction.asked"
REMINDED = "introduction.reminded"

State = Introduction.State


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
    _show(asker, asked, said.shares, by_id)
    _record(ASKED, introduction, by_id)
    return introduction


def _check_there(opening: Opening, candidacy: Candidacy, asker: Profile) -> None:
    """Both are there, verified and willing, and neither excludes the other."""
    if not (asker.is_active and asker.is_verified):
        raise RefusedError(_("Only verified members ask. Nothing was sent."))
    if not Opening.objects.open().filter(pk=opening.pk).exists():
        raise RefusedError(_("This opening is not open any more. Nothing was sent."))
    rows = Candidacy.objects.active().filter(pk=candidacy.pk, pairing=opening.pairing)
    if not rows.exclude(candidacies_apart_from(opening)).exists():
        raise RefusedError(_("They are not to be met here any more. Nothing was sent."))


def _check_free(opening: Opening, candidacy: Candidacy, asker: Profile) -> None:
    if Introduction.objects.live().filter(opening=opening, candidacy=candidacy).exists():
        raise RefusedError(_("One of you has asked already. Nothing was sent."))
    waiting = Introduction.objects.filter(asker=asker, state=State.WAITING).count()
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


@transaction.atomic
def accept(
    *, introduction: Introduction, by: Profile, shares: Step, by_id: int | None
) -> Introduction:
    """The one who was asked agrees, and shows themselves as far as `shares`.

    Raises IllegalMoveError in another state, FullError where no place or hour is left.
    """
    opening = capacity.hold(introduction)
    row = _moved(introduction, Move.ACCEPT, by)
    _check_asker_is_there(row)
    capacity.check(row, opening)
    row.answered_at = timezone.now()
    _show(row.asked, row.asker, shares, by_id)
    return _save(row, Move.ACCEPT, by_id)


def _check_asker_is_there(row: Introduction) -> None:
    if row.asker.is_hidden:
        raise RefusedError(_("Whoever asked is not here any more. Nothing was changed."))


@transaction.atomic
def decline(
    *, introduction: Introduction, by: Profile, because: str, by_id: int | None
) -> Introduction:
    """The one who was asked says no, and why; what the asker showed is withheld again."""
    row = _moved(introduction, Move.DECLINE, by)
    row.because = Introduction.Because(because)
    row.answered_at = timezone.now()
    _hide(row, by_id)
    return _save(row, Move.DECLINE, by_id)


@transaction.atomic
def withdraw(*, introduction: Introduction, by: Profile, by_id: int | None) -> Introduction:
    """Whoever asked takes it back; they may ask again."""
    row = _moved(introduction, Move.WITHDRAW, by)
    _hide(row, by_id)
    return _save(row, Move.WITHDRAW, by_id)


@transaction.atomic
def end(
    *, introduction: Introduction, by: Profile, because: str, by_id: int | None
) -> Introduction:
    """Either of the two ends what was accepted: its place and its hours are free again."""
    row = _moved(introduction, Move.END, by)
    row.because = Introduction.Because(because)
    row.ended_at = timezone.now()
    return _save(row, Move.END, by_id)


@transaction.atomic
def expire(*, introduction: Introduction, now: datetime) -> bool:
    """Nobody answered in time; whether that is still so. Another worker's turn changes nothing."""
    row = _locked(introduction.pk)
    if row is None or row.state != State.WAITING or row.due_at is None or row.due_at > now:
        return False
    row.state = State.EXPIRED
    _hide(row, None)
    _save(row, Move.EXPIRE, None)
    return True


@transaction.atomic
def remind(*, introduction: Introduction, now: datetime) -> bool:
    """A day has passed on the clock; whether a reminder was due."""
    row = _locked(introduction.pk)
    if row is None or row.state != State.WAITING or row.remind_at is None or row.remind_at > now:
        return False
    row.reminders = min(row.reminders + 1, len(REMINDERS))
    outages.set_clock(row)
    row.save(update_fields=["reminders", "remind_at", "due_at"])
    _record(REMINDED, row, None, nth=row.reminders)
    return True


def _moved(introduction: Introduction, move: Move, by: Profile) -> Introduction:
    """The row as it is now, locked, in the state in which the move ends (not saved).

    Raises IllegalMoveError where it may not start; DoesNotExist where it is not `by`'s to make.
    """
    row = _locked(introduction.pk)
    if row is None or not is_theirs(row, move, by.pk):
        raise Introduction.DoesNotExist
    row.state = check(row, move).end
    return row


def _locked(pk: int) -> Introduction | None:
    rows = Introduction.objects.select_for_update(of=("self",)).filter(pk=pk)
    row: Introduction | None = rows.select_related("asker", "asked").first()
    return row


def _save(row: Introduction, move: Move, by_id: int | None) -> Introduction:
    row.due_at = row.remind_at = None
    row.save()
    _record(MOVES[move].verb, row, by_id)
    return row


def _show(owner: Profile, to: Profile, step: Step, by_id: int | None) -> None:
    """Let the other side read that far, unless they may read further already."""
    standing = Consent.objects.in_force().filter(owner=owner, to=to).first()
    if standing is None or standing.step < step:
        consents.give(
            owner=owner,
            to=to,
            step=step,
            purpose=Consent.Purpose.INTRODUCTION,
            until=timezone.localdate() + consents.USUAL,
            by_id=by_id,
        )


def _hide(row: Introduction, by_id: int | None) -> None:
    """Nothing came of it: what was shown for it alone is withheld again.

    Where the two meet in another pairing as well, it stays.
    """
    if Introduction.objects.live().between(row.asker_id, row.asked_id).exclude(pk=row.pk).exists():
        return
    for owner, to in ((row.asker, row.asked), (row.asked, row.asker)):
        given = Consent.objects.in_force().filter(owner=owner, to=to)
        if given.filter(purpose=Consent.Purpose.INTRODUCTION).exists():
            consents.revoke(owner=owner, to=to, by_id=by_id)


def _record(verb: str, row: Introduction, by_id: int | None, **codes: object) -> None:
    said = {
        "pairing": row.opening.pairing,
        "opening": row.opening_id,
        "candidacy": row.candidacy_id,
        "asker": row.asker_id,
        "asked": row.asked_id,
        **({"because": row.because} if row.because else {}),
        **codes,
    }
    record(verb=verb, subject=row, actor_id=by_id, codes=said)
