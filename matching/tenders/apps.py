from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ledger import handlers
from matching.tenders import notices


class TendersConfig(AppConfig):
    name = "matching.tenders"
    label = "tenders"
    verbose_name = _("Tenders")

    def ready(self) -> None:
        from matching.follows import tells_of_openings  # noqa: PLC0415  models are ready only now
        from matching.tenders.closing import HEARD  # noqa: PLC0415
        from matching.tenders.leading import answers_to, leads  # noqa: PLC0415

        for verb, handler in HEARD.items():
            handlers.on(verb, handler)
        notices.tell_all()
        tells_of_openings(leads, answers_to)
