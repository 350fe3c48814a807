from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ledger.notices import Rhythm, mailed_by, tells

TOLD = {
    "profile.verified": ("those_in_charge", "lines_of_verified"),
    "profile.sent_back": ("those_in_charge", "lines_of_sent_back"),
    "skill_proposal.refused": ("those_who_proposed", "lines_of_skill_refused"),
}


class ProfilesConfig(AppConfig):
    name = "profiles"
    verbose_name = _("Profiles")

    def ready(self) -> None:
        for verb, (recipients, lines) in TOLD.items():
            tells(
                verb,
                recipients=f"profiles.notices.{recipients}",
                lines=f"profiles.notices.{lines}",
                mail=Rhythm.AT_ONCE,
            )
        mailed_by("profiles.letters.at_once.send_at_once")
