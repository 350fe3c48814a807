from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ledger import handlers


class EngagementsConfig(AppConfig):
    name = "matching.engagements"
    label = "engagements"
    verbose_name = _("Engagements")

    def ready(self) -> None:
        from matching.engagements.closing import HEARD  # noqa: PLC0415  models are ready now
        from matching.engagements.referrals import memory, notices  # noqa: PLC0415
        from matching.introductions.ways_in import hears_of_asking  # noqa: PLC0415

        for verb, handler in HEARD.items():
            handlers.on(verb, handler)
        notices.tell_all()
        hears_of_asking(memory.asked)
