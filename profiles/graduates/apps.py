from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GraduatesConfig(AppConfig):
    name = "profiles.graduates"
    verbose_name = _("Graduates")

    def ready(self) -> None:
        from ledger.files import readable  # noqa: PLC0415  models are ready only now
        from profiles.browsing.text import search_details  # noqa: PLC0415
        from profiles.disclosure import show_details  # noqa: PLC0415
        from profiles.graduates.card import details  # noqa: PLC0415
        from profiles.graduates.cv import gate, todo  # noqa: PLC0415
        from profiles.graduates.joining import make  # noqa: PLC0415
        from profiles.graduates.questions import FLOW  # noqa: PLC0415
        from profiles.graduates.university import proof  # noqa: PLC0415
        from profiles.joining import makes_row  # noqa: PLC0415
        from profiles.onboarding.actions import proves  # noqa: PLC0415
        from profiles.onboarding.flows import asks  # noqa: PLC0415
        from profiles.onboarding.tasks import adds_tasks  # noqa: PLC0415

        show_details("graduate", details)
        university = ("graduate__university__name_en", "graduate__university__name_ar")
        search_details("graduate", ("graduate__degree", *university))
        makes_row("graduate", make)
        asks("graduate", FLOW)
        proves("graduate", proof)
        adds_tasks("graduate", todo.tasks)
        readable(gate.PURPOSE, gate.may_read)
