"""Consent to be matched: drafted, given, paused, withdrawn and given again."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ledger.actions import record
from matching.actions.answers import UNCHANGED, Answers, Asked, Levels
from matching.actions.rows import answer, discard, locked
from matching.models import Candidacy
from matching.moves import CandidacyMove, RefusedError, check_in_time, end_of
from matching.pairings.declaration import Pairing
from profiles.models import Profile

CANDIDACY_SAVED = "candidacy.saved"
CANDIDACY_DRAFTED = "candidacy.drafted"
CANDIDACY_DISCARDED = "candidacy.discarded"
ONE_ACTIVE = "one_active_candidacy_per_pairing"


@transaction.atomic
def save_candidacy(*, candidacy: Candidacy, by_id: int | None) -> Candidacy:
    """Save the candidacy's own columns; matches follow by themselves."""
    return _saved(candidacy, by_id, CANDIDACY_SAVED)


def _saved(candidacy: Candidacy, by_id: int | None, verb: str, **codes: str) -> Candidacy:
    candidacy.save()
    codes = {"pairing": candidacy.pairing, **codes}
    record(verb=verb, subject=candidacy, actor_id=by_id, codes=codes)
    return candidacy


@transaction.atomic
def draft_candidacy(
    *, public_id: UUID, profile: Profile, pairing: Pairing, by_id: int | None
) -> Candidacy:
    """Begin a candidacy, which consents to nothing yet. Asked twice, it is begun once.

    One that the profile has begun already, or holds, is gone on with. An id that is another
    profile's raises Candidacy.DoesNotExist.
    """
    Profile.objects.select_for_update().get(pk=profile.pk)
    held = Candidacy.objects.filter(profile=profile, pairing=pairing.slug)
    found: Candidacy | None = held.exclude(status=Candidacy.Status.WITHDRAWN).order_by("pk").first()
    if found is not None:
        return found
    candidacy, is_new = Candidacy.objects.get_or_create(
        public_id=public_id,
        defaults={
            "profile": profile,
            "pairing": pairing.slug,
            "status": Candidacy.Status.DRAFT,
        },
    )
    if (candidacy.profile_id, candidacy.pairing) != (profile.pk, pairing.slug):
        raise Candidacy.DoesNotExist
    return _saved(candidacy, by_id, CANDIDACY_DRAFTED) if is_new else candidacy


@transaction.atomic
def change_candidacy(
    *,
    candidacy: Candidacy,
    answers: Answers,
    by_id: int | None,
    skills: Asked | None = None,
    levels: Levels = UNCHANGED,
) -> Candidacy:
    """Write answers onto the candidacy as it is now, so that two open pages undo nothing.

    Of a draft it is recorded, and nobody is matched anew.
    Raises IllegalMoveError where it is withdrawn.
    """
    row = locked(candidacy)
    if not answer(row, answers, skills, levels):
        return row
    is_draft = row.status == Candidacy.Status.DRAFT
    return _saved(row, by_id, CANDIDACY_DRAFTED if is_draft else CANDIDACY_SAVED)


@transaction.atomic
def move_candidacy(*, candidacy: Candidacy, move: str, by_id: int | None) -> Candidacy:
    """Agree, pause, resume, withdraw or agree again. Raises RefusedError with the reason.

    Consent that is given again after its date has no date any more.
    """
    row = locked(candidacy)
    row.status = end_of(row, move)
    if move == CandidacyMove.RENEW and not row.is_active:
        row.until = None
    if row.status == Candidacy.Status.ACTIVE:
        check_in_time(row.until)
    try:
        with transaction.atomic():
            return _saved(row, by_id, CANDIDACY_SAVED, move=str(move))
    except IntegrityError as error:
        if ONE_ACTIVE not in str(error):
            raise
        raise RefusedError(_second(row)) from None


def _second(row: Candidacy) -> str:
    return _(
        "You have agreed already: “%(what)s” is “%(state)s” once for this profile, and this one "
        "cannot become it too. Nothing was changed."
    ) % {"what": row.declaration.candidate_label, "state": Candidacy.Status.ACTIVE.label}


@transaction.atomic
def discard_candidacy(*, candidacy: Candidacy, by_id: int | None) -> None:
    """Delete a draft with what was typed about it. Raises IllegalMoveError where it is none."""
    discard(candidacy, CANDIDACY_DISCARDED, by_id)
