"""Which people and firms a list may show: visible, and listed."""

from collections import defaultdict

from profiles.browsing.lookup import governorates, skills, universities
from profiles.models import Profile, ProfileSkill, Skill
from profiles.viewer import Viewer
from profiles.visibility import ProfileQuerySet


def listed_to(viewer: Viewer) -> ProfileQuerySet:
    """Active and verified profiles that the viewer may see."""
    rows: ProfileQuerySet = Profile.objects.visible_to(viewer)
    return rows.filter(status=Profile.Status.ACTIVE, verified_at__isnull=False)


def for_list(rows: ProfileQuerySet) -> list[Profile]:
    """In two queries: what the card of a list says, no languages on it; words from memory."""
    found = list(
        rows.defer("folded").select_related("identity", "graduate", "firm", "investor", "mentor")
    )
    held = _held_by(found)
    for row in found:
        row.held, row.spoken = held[row.pk], []
        row.governorate = governorates.row_if_said(row.governorate_id)
        if graduate := getattr(row, "graduate", None):
            graduate.university = universities.row_if_said(graduate.university_id)
    return found


def _held_by(profiles: list[Profile]) -> dict[int, list[tuple[Skill, int]]]:
    rows = ProfileSkill.objects.filter(profile__in=[profile.pk for profile in profiles])
    held = defaultdict(list)
    for profile, skill, level in rows.values_list("profile", "skill", "level"):
        held[profile].append((skills.row(skill), level))
    return held
