"""Whose profile one may edit, and which skill somebody means."""

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q

from profiles.folding import skill_key
from profiles.models import Profile, Skill, SkillSynonym, User
from profiles.visibility import ProfileQuerySet

EDITORS = ("owner", "recruiter")
LEAST_ALIKE = 0.3


def editable_by(user: User) -> ProfileQuerySet:
    """One's own profiles, and those of firms one acts for as more than a reader."""
    acts_for = Q(firm__members__user=user, firm__members__role__in=EDITORS)
    profiles: ProfileQuerySet = Profile.objects.filter(Q(user=user) | acts_for)
    return profiles.exclude(status=Profile.Status.HIDDEN).distinct().order_by("pk")


def skill_called(name: str) -> Skill | None:
    """The skill of that label or synonym, in either language."""
    row = SkillSynonym.objects.filter(key=skill_key(name)).select_related("skill").first()
    return row.skill if row else None


def skill_like(name: str) -> Skill | None:
    """The skill whose spelling is nearest, where one is near enough to be meant."""
    alike = SkillSynonym.objects.annotate(alike=TrigramSimilarity("key", skill_key(name)))
    near = alike.filter(alike__gte=LEAST_ALIKE).order_by("-alike", "pk").select_related("skill")
    row = near.first()
    return row.skill if row else None
