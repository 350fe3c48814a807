"""How often somebody did not come lately, as they themselves read it."""

from collections.abc import Collection

from django.utils import timezone

from matching.engagements.models import Absence
from matching.engagements.sessions.saying import missed_lately


def own_absences(profile_ids: Collection[int]) -> str:
    """Over all of one's own profiles, in one query; "" where there are none."""
    own = Absence.objects.counted(timezone.now()).filter(profile__in=profile_ids)
    return missed_lately(own.count())
