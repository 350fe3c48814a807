"""Whose profile one may edit, and which skill somebody means."""

from difflib import get_close_matches

from django.db.models import Q

from profiles.folding import skill_key
from profiles.models import Profile, Skill, SkillSynonym, User
from profiles.visibility import ProfileQuerySet

EDITORS = ("owner", "recruiter")
NEAR = 0.75


def editable_by(user: User) -> ProfileQuerySet:
    """One's own profiles, and those of firms one acts for as more than a reader."""
    acts_for = Q(firm__members__user=user, firm__members__role__in=EDITORS)
    profiles: ProfileQuerySet = Profile.objects.filter(Q(user=user) | acts_for)
    return profiles.exclude(status=Profile.Status.HIDDEN).distinct().order_by("pk")


def governed_by(user: User) -> ProfileQuerySet:
    """One's own profiles and the firms one owns: whose privacy one decides."""
    owned = Q(firm__members__user=user, firm__members__role="owner")
    profiles: ProfileQuerySet = Profile.objects.filter(Q(user=user) | owned)
    return profiles.exclude(status=Profile.Status.HIDDEN).distinct().order_by("pk")


def together_with(profile: Profile) -> ProfileQuerySet:
    """The profile; of a person's own all that are theirs, since they mean themselves."""
    same = Q(user=profile.user_id) if profile.user_id else Q(pk=profile.pk)
    rows: ProfileQuerySet = Profile.objects.filter(same)
    return rows


def skill_called(name: str) -> Skill | None:
    """The skill of that label or synonym, in either language."""
    row = SkillSynonym.objects.filter(key=skill_key(name)).select_related("skill").first()
    return row.skill if row else None


def skill_like(name: str) -> Skill | None:
    """The skill whose spelling is nearest, where one is near enough to be meant."""
    key = skill_key(name)
    near = get_close_matches(key, SkillSynonym.objects.values_list("key", flat=True), 1, NEAR)
    return Skill.objects.filter(synonyms__key__in=near).first()
