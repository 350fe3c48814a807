"""A profile is sent in: staff, or what was proved already, verify it."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ledger.actions import record
from profiles.actions import locked, verify
from profiles.models import Profile
from profiles.onboarding.flows import flow_of
from profiles.onboarding.queries import with_answers
from profiles.questions.declaration import Question

PROFILE_SUBMITTED = "profile.submitted"

_proofs: dict[str, Callable[[Profile], str]] = {}


class NotCompleteError(Exception):
    """A needed answer is missing; the text is a sentence that names all of them."""


def proves(kind: str, proof: Callable[[Profile], str]) -> None:
    """A kind registers what verifies its profiles without staff: a code of how, or ""."""
    _proofs[kind] = proof


@transaction.atomic
def submit_profile(*, profile: Profile, by_id: int | None) -> Profile:
    """Ask for verification. Done twice, or once verified, it changes nothing.

    Raises NotCompleteError where an answer is missing.
    """
    row = locked(profile)
    if row.submitted_at or row.is_verified:
        return row
    missing = flow_of(row).missing(with_answers().get(pk=row.pk))
    if missing:
        raise NotCompleteError(missing_sentence(missing))
    row.submitted_at = timezone.now()
    row.save(update_fields=["submitted_at", "updated_at"])
    record(verb=PROFILE_SUBMITTED, subject=row, actor_id=by_id, codes={"kind": row.kind})
    proof = _proofs.get(row.kind)
    if proof and (how := proof(row)):
        verify(profile=row, how=how, by_id=by_id)
    return row


def missing_sentence(missing: list[Question]) -> str:
    names = _(", ").join(str(question.title) for question in missing)
    sentence = ngettext(
        "One answer is still missing: %(names)s.",
        "%(number)d answers are still missing: %(names)s.",
        len(missing),
    )
    return sentence % {"number": len(missing), "names": names}
