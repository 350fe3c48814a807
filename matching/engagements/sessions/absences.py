"""How often somebody did not come lately, as they themselves read it."""

from django.utils import timezone

from matching.engagements.models import Absence
from matching.engagements.sessions.saying import missed_lately
from profiles.models import Profile
from profiles.queries import together_with


def own_absences(own: Profile) -> str:
    """Over all roles of the person, in one query; "" where there are none."""
    persons = together_with(own).values("pk")
    return missed_lately(
        Absence.objects.counted(timezone.now()).filter(profile__in=persons).count()
    )
