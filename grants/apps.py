from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class GrantsConfig(AppConfig):
    name = "grants"
    verbose_name = _("Grants")

    def ready(self) -> None:
        from grants.beside import of_engagement, of_opening, of_raise, programmes  # noqa: PLC0415
        from matching.engagements.beside import tells_beside  # noqa: PLC0415
        from matching.follows import tells_of_candidacies, tells_of_openings  # noqa: PLC0415

        post_migrate.connect(_publish_shipped, sender=self)
        tells_of_openings(of_opening, programmes)
        tells_of_candidacies(of_raise)
        tells_beside(of_engagement)


def _publish_shipped(**_sent: Any) -> None:
    """A release brings new documents and facts: they are there as soon as its tables are."""
    from grants.actions import publish_missing  # noqa: PLC0415  models are ready now
    from grants.routes.actions import state_missing  # noqa: PLC0415

    publish_missing()
    state_missing()
