"""Finds openings and candidacies by the ids that files and partners use."""

from uuid import UUID

from django.db.models import Q

from matching.models import Candidacy, Opening
from matching.pairings.declaration import Pairing


def opening_called(pairing: Pairing, name: str) -> Opening:
    """By external or public id. Raises LookupError, a sentence."""
    called = _called(name)
    found = Opening.objects.filter(called, pairing=pairing.slug).first()
    if isinstance(found, Opening):
        return found
    elsewhere = Opening.objects.filter(called).first()
    if elsewhere is not None:
        raise LookupError(f"Opening “{name}” is one of {elsewhere.pairing}: ask there.")
    raise LookupError(f"There is no opening “{name}” in {pairing.slug}: load it first.")


def candidacy_called(pairing: Pairing, name: str) -> Candidacy:
    """By the profile's external or public id, or the candidacy's own public id.

    Of several the active one. Raises LookupError, a sentence.
    """
    called = _called(name, "profile__") | _public(name)
    found = Candidacy.objects.filter(called, pairing=pairing.slug)
    kinds = sorted(set(found.values_list("profile__kind", flat=True)))
    if not kinds:
        raise LookupError(
            f"“{name}” has no candidacy in {pairing.slug}: "
            "load a candidacies file; only a candidacy is consent to be matched."
        )
    if len(kinds) > 1:
        raise LookupError(f"A {' and a '.join(kinds)} are called “{name}”: give the public id.")
    best = sorted(found, key=lambda row: (row.status == Candidacy.Status.ACTIVE, row.pk))[-1]
    assert isinstance(best, Candidacy)
    return best


def _called(name: str, at: str = "") -> Q:
    return Q(**{f"{at}external_id": name}) | _public(name, at)


def _public(name: str, at: str = "") -> Q:
    try:
        return Q(**{f"{at}public_id": UUID(name)})
    except ValueError:
        return Q(pk__in=[])
