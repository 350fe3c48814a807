from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ledger import handlers
from ledger.notices import Rhythm, tells

HEARD = {
    "profile.saved": "matching.listeners.rescore_profiles",
    "profile.verified": "matching.listeners.rescore_profiles",
    "profile.unverified": "matching.listeners.rescore_profiles",
    "profile.exclusions": "matching.listeners.rescore_profiles",
    "profile.answering": "matching.listeners.rescore_profiles",
    "profile.funded": "matching.listeners.rescore_profiles",
    "firm.members": "matching.listeners.rescore_profiles",
    "profile.paused": "matching.listeners.rescore_profiles",
    "profile.resumed": "matching.listeners.rescore_profiles",
    "profile.vanished": "matching.listeners.rescore_profiles",
    "profile.returned": "matching.listeners.rescore_profiles",
    "opening.saved": "matching.listeners.rescore_openings",
    "candidacy.saved": "matching.listeners.rescore_candidacies",
    "exclusion.added": "matching.listeners.rescore_the_two",
    "exclusion.lifted": "matching.listeners.rescore_the_two",
    "weights.published": "matching.listeners.rescore_pairings",
    "profiles.loaded": "matching.listeners.rescore_loaded_kinds",
    "openings.loaded": "matching.listeners.rescore_loaded",
    "candidacies.loaded": "matching.listeners.rescore_loaded",
    "investments.loaded": "matching.listeners.rescore_loaded",
}


class MatchingConfig(AppConfig):
    name = "matching"
    verbose_name = _("Matching")

    def ready(self) -> None:
        from matching.queries.exclusions import parties_apart  # noqa: PLC0415  models are ready now
        from profiles.exclusions import adds_apart  # noqa: PLC0415

        for verb, handler in HEARD.items():
            handlers.on(verb, handler)
        adds_apart(parties_apart)
        tells(
            "search.alerted",
            recipients="matching.saved.notices.recipients",
            lines="matching.saved.notices.lines",
            mail=Rhythm.NEVER,
        )
        from matching.authoring.tasks import add_all  # noqa: PLC0415  models are ready only now

        add_all()
