from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrackRecordsConfig(AppConfig):
    name = "matching.track_records"
    label = "track_records"
    verbose_name = _("Track records")

    def ready(self) -> None:
        from matching.track_records.standing import tasks  # noqa: PLC0415  models are ready now
        from profiles.onboarding.tasks import adds_tasks  # noqa: PLC0415

        adds_tasks("investor", tasks)
