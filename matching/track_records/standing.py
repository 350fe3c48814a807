"""What an investor's task list says of the track record."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from profiles.models import Profile
from profiles.onboarding.tasks import Task


def tasks(profile: Profile) -> list[Task]:
    """Done once anything is told."""
    return [
        Task(
            _("Say what you have funded before"),
            _("Startups like those come first. No other member reads a single round."),
            reverse("track-record", args=[profile.public_id]),
            "met" if profile.funded else "not",
            _("Done") if profile.funded else _("Optional"),
        )
    ]
