"""People and firms as the lists show them: what `disclose` hands out, as texts."""

from dataclasses import dataclass

from django.urls import reverse

from matching.saved.queries import PROFILE, save_key
from matching.views.lines import Tag, cut
from profiles.disclosure import disclose
from profiles.models import Profile
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One profile of a list. `kind` is empty where the title, an alias, or a fact says it already.

    key is what Save names, "" of one's own.
    """

    kind: str
    title: str
    url: str
    headline: str
    language: str
    facts: list[str]
    tags: list[Tag]
    key: str


def profile_line(profile: Profile, viewer: Viewer) -> ProfileLine:
    card = disclose(profile, viewer)
    return ProfileLine(
        kind=card.kind_label if card.is_named and card.kind != Profile.Kind.FIRM else "",
        title=card.title,
        url=reverse("profile", args=[card.public_id]),
        headline=card.headline,
        language=card.language,
        facts=[fact for fact in (card.region, *card.facts) if fact],
        tags=cut([(skill.label, "") for skill in card.skills]),
        key="" if card.is_own else save_key(PROFILE, card.public_id),
    )
