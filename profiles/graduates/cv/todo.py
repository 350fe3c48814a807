"""The CV in the task list of a graduate: never needed, but it saves most of the typing."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from profiles.graduates.models import CV
from profiles.models import Profile
from profiles.onboarding.tasks import Task


def tasks(profile: Profile) -> list[Task]:
    is_there = CV.objects.filter(profile=profile).exists()
    return [
        Task(
            label=_("CV"),
            hint=_("Suggests skills, languages and studies for you to tick: less to type."),
            url=reverse("my-cv"),
            state="met" if is_there else "not",
            word=_("Uploaded") if is_there else _("Not uploaded"),
        )
    ]
