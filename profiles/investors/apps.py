from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InvestorsConfig(AppConfig):
    name = "profiles.investors"
    verbose_name = _("Investors")

    def ready(self) -> None:
        from profiles.browsing.text import search_details  # noqa: PLC0415
        from profiles.disclosure import show_details  # noqa: PLC0415  models are ready only now
        from profiles.investors.card import details  # noqa: PLC0415
        from profiles.investors.joining import make  # noqa: PLC0415
        from profiles.investors.models import Investor  # noqa: PLC0415
        from profiles.investors.questions import FLOW  # noqa: PLC0415
        from profiles.joining import makes_row  # noqa: PLC0415
        from profiles.onboarding.flows import asks  # noqa: PLC0415

        show_details("investor", details)
        types = {type_.value: type_.label for type_ in Investor.Type}
        search_details("investor", ("investor__type",), types)
        makes_row("investor", make)
        asks("investor", FLOW)
