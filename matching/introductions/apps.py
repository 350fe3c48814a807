from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from matching.introductions import notices


class IntroductionsConfig(AppConfig):
    name = "matching.introductions"
    label = "introductions"
    verbose_name = _("Introductions")

    def ready(self) -> None:
        notices.tell_all()
