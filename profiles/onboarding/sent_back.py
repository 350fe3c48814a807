"""The first task of whoever was sent back by staff: to read why."""

from django.utils.translation import gettext_lazy as _

from profiles.models import Profile
from profiles.onboarding.tasks import Task
from profiles.reviewing import reason_sent_back


def tasks(profile: Profile) -> list[Task]:
    reason = reason_sent_back(profile)
    if not reason:
        return []
    label, word = _("Programme staff sent it back"), _("To be mended")
    return [Task(label=label, hint=reason, url="", state="partly", word=word, is_needed=False)]
