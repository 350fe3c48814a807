from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FirmsConfig(AppConfig):
    name = "profiles.firms"
    verbose_name = _("Firms")

    def ready(self) -> None:
        from profiles.browsing.text import search_details  # noqa: PLC0415
        from profiles.disclosure import show_details  # noqa: PLC0415  models are ready only now
        from profiles.firms.card import details  # noqa: PLC0415
        from profiles.firms.joining import make  # noqa: PLC0415
        from profiles.firms.models import Firm  # noqa: PLC0415
        from profiles.firms.questions import FLOW  # noqa: PLC0415
        from profiles.joining import makes_row  # noqa: PLC0415
        from profiles.onboarding.flows import asks  # noqa: PLC0415

        show_details("firm", details)
        types = {type_.value: type_.label for type_ in Firm.Type}
        search_details("firm", ("firm__type",), types)
        makes_row("firm", make)
        asks("firm", FLOW)
