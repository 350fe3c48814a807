from django.apps import AppConfig

from ledger import handlers

HEARD = {
    "profile.saved": "matching.listeners.rescore_profiles",
    "weights.published": "matching.listeners.rescore_pairings",
}


class MatchingConfig(AppConfig):
    name = "matching"

    def ready(self) -> None:
        for verb, handler in HEARD.items():
            handlers.on(verb, handler)
