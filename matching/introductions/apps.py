from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ledger import handlers
from matching.introductions import notices


class IntroductionsConfig(AppConfig):
    name = "matching.introductions"
    label = "introductions"
    verbose_name = _("Introductions")

    def ready(self) -> None:
        from matching.introductions import answering, lapsing  # noqa: PLC0415  models are ready now
        from matching.introductions.capacity import what_runs  # noqa: PLC0415
        from matching.introductions.meetings import carried_by, meetings  # noqa: PLC0415
        from matching.meeting import tells_of_meetings  # noqa: PLC0415
        from matching.places import tells_of_running  # noqa: PLC0415

        for heard in (lapsing.HEARD, answering.HEARD):
            for verb, handler in heard.items():
                handlers.on(verb, handler)
        notices.tell_all()
        tells_of_meetings(meetings, carried_by)
        tells_of_running(what_runs)
