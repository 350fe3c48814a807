from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ledger import handlers

HEARD = {
    "profile.verified": "profiles.notices.tell_verified",
    "profile.sent_back": "profiles.notices.tell_sent_back",
    "skill_proposal.refused": "profiles.notices.tell_skill_refused",
}


class ProfilesConfig(AppConfig):
    name = "profiles"
    verbose_name = _("Profiles")

    def ready(self) -> None:
        for verb, handler in HEARD.items():
            handlers.on(verb, handler)
