from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ledger.notices import Rhythm, mailed_by, tells

TOLD = {
    "profile.verified": "profiles.notices.lines_of_verified",
    "profile.sent_back": "profiles.notices.lines_of_sent_back",
}


class ProfilesConfig(AppConfig):
    name = "profiles"
    verbose_name = _("Profiles")

    def ready(self) -> None:
        for verb, lines in TOLD.items():
            recipients = "profiles.notices.those_in_charge"
            tells(verb, recipients=recipients, lines=lines, mail=Rhythm.AT_ONCE)
        mailed_by("profiles.letters.at_once.send_at_once")
