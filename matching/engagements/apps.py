from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ledger import handlers


class EngagementsConfig(AppConfig):
    name = "matching.engagements"
    label = "engagements"
    verbose_name = _("Engagements")

    def ready(self) -> None:
        from matching.engagements import closing, notices  # noqa: PLC0415  models are ready now
        from matching.engagements.following import follows  # noqa: PLC0415
        from matching.engagements.referrals import memory  # noqa: PLC0415
        from matching.engagements.referrals import notices as of_referrals  # noqa: PLC0415
        from matching.engagements.reviews import following as reviews  # noqa: PLC0415
        from matching.engagements.reviews import notices as of_reviews  # noqa: PLC0415
        from matching.engagements.sessions import following as sessions  # noqa: PLC0415
        from matching.engagements.sessions import notices as of_sessions  # noqa: PLC0415
        from matching.introductions.following import tells_of_follows  # noqa: PLC0415
        from matching.introductions.ways_in import hears_of_asking  # noqa: PLC0415

        for heard in (closing.HEARD, sessions.HEARD, reviews.HEARD):
            for verb, handler in heard.items():
                handlers.on(verb, handler)
        notices.tell_all()
        of_referrals.tell_all()
        of_sessions.tell_all()
        of_reviews.tell_all()
        tells_of_follows(follows)
        hears_of_asking(memory.asked)
