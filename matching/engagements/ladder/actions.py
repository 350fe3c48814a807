"""Not now: a step that somebody set aside is not named to them for half a year."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ledger.actions import record
from matching.engagements.ladder.rungs import Rung
from matching.engagements.models import RestingStep
from profiles.models import User

RESTS = timedelta(days=180)


@transaction.atomic
def rest(*, user: User, rung: Rung) -> RestingStep:
    """Pressed twice, it rests once, from the later day on."""
    until = timezone.localdate() + RESTS
    row, _made = RestingStep.objects.update_or_create(
        user=user, rung=rung.slug, defaults={"until": until}
    )
    record(verb="ladder.rested", subject=row, actor_id=user.pk, codes={"rung": rung.slug})
    return row
