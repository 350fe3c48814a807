"""Which people and firms a list may show: visible, and listed."""

from django.db.models import Prefetch

from profiles.browsing.skills import skill_names
from profiles.models import Profile, ProfileLanguage
from profiles.viewer import Viewer
from profiles.visibility import ProfileQuerySet, card_relations


def listed_to(viewer: Viewer) -> ProfileQuerySet:
    """Active and verified profiles that the viewer may see."""
    rows: ProfileQuerySet = Profile.objects.visible_to(viewer)
    return rows.filter(status=Profile.Status.ACTIVE, verified_at__isnull=False)


def for_list(rows: ProfileQuerySet) -> list[Profile]:
    """In two queries: what the card of a list says, no languages on it."""
    found = list(
        rows.defer("folded")
        .select_related(*card_relations())
        .prefetch_related(
            "held_skills", Prefetch("spoken_languages", queryset=ProfileLanguage.objects.none())
        )
    )
    for row in found:
        for held in row.held_skills.all():
            held.skill = skill_names.skill(held.skill_id)
    return found
