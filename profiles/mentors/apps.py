from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MentorsConfig(AppConfig):
    name = "profiles.mentors"
    verbose_name = _("Mentors")

    def ready(self) -> None:
        from profiles.disclosure import show_details  # noqa: PLC0415  models are ready only now
        from profiles.joining import makes_row  # noqa: PLC0415
        from profiles.mentors.card import details  # noqa: PLC0415
        from profiles.mentors.joining import make  # noqa: PLC0415
        from profiles.mentors.questions import FLOW  # noqa: PLC0415
        from profiles.onboarding.flows import asks  # noqa: PLC0415

        show_details("mentor", details)
        makes_row("mentor", make)
        asks("mentor", FLOW)
