"""What an investor's task list says of the track record."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from matching.authoring.tasks import STATES
from matching.track_records.models import PastInvestment
from profiles.models import Profile
from profiles.onboarding.tasks import Task


def tasks(profile: Profile) -> list[Task]:
    state = "met" if PastInvestment.objects.of(profile.pk).exists() else "not"
    return [
        Task(
            _("Say what you have funded before"),
            _("Startups like those come first. No other member reads a single round."),
            reverse("track-record", args=[profile.public_id]),
            state,
            STATES[state],
        )
    ]
