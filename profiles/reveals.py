"""Whoever reads more of a profile than others of their kind do, by consent, leaves a trace."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from ledger.actions import record
from ledger.models import Event
from profiles.actions.consents import CONSENT_READ
from profiles.disclosure import step_for
from profiles.models import Consent, Profile
from profiles.steps import Step
from profiles.viewer import Viewer


def note_reveal(profile: Profile, viewer: Viewer) -> None:
    """Called by a page about this one profile once its card is made; lists do not call it.

    One `consent.read` event a day, by the clock of the owner, for each account that looks: the
    owner reads that the party looked, and staff could say who of it did.
    """
    step = step_for(profile, viewer)
    if step == step_for(profile, viewer.without_consents()):
        return
    for consent in _unnoted(profile, viewer, step):
        _note(consent, viewer)


def _unnoted(profile: Profile, viewer: Viewer, step: Step) -> list[Consent]:
    """The consents that gave this step and are not noted today."""
    given = Consent.objects.in_force().filter(
        owner=profile, to__in=sorted(viewer.profile_ids), step=step
    )
    noted = _reads_today(profile, viewer).filter(subject_id=OuterRef("pk"))
    return list(given.filter(~Exists(noted)))


def _reads_today(profile: Profile, viewer: Viewer) -> QuerySet[Event]:
    return Event.objects.filter(
        subject_kind=Consent._meta.label_lower,
        verb=CONSENT_READ,
        actor_id=viewer.user_id,
        at__gte=beginning_of_day(profile.time_zone),
    )


def beginning_of_day(zone: str) -> datetime:
    """The last midnight on the clock of this zone."""
    now = timezone.now().astimezone(ZoneInfo(zone))
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


@transaction.atomic
def _note(consent: Consent, viewer: Viewer) -> None:
    """Of two requests at once the second finds the first one's event."""
    row = Consent.objects.select_for_update(of=("self",)).select_related("owner").get(pk=consent.pk)
    if _reads_today(row.owner, viewer).filter(subject_id=row.pk).exists():
        return
    codes = {"owner": row.owner_id, "to": row.to_id, "step": int(row.step)}
    record(verb=CONSENT_READ, subject=row, actor_id=viewer.user_id, codes=codes)
