"""A profile with all that its questions ask about, in few queries."""

from typing import Any

from django.db.models import Prefetch

from profiles.models import Profile, ProfileLanguage, ProfileSkill, SkillProposer, User
from profiles.queries import editable_by
from profiles.visibility import ProfileQuerySet, card_relations


def with_answers(profiles: "ProfileQuerySet | None" = None) -> ProfileQuerySet:
    """Four queries, whatever is answered."""
    rows = Profile.objects.all() if profiles is None else profiles
    found: ProfileQuerySet = rows.select_related(*answer_relations())
    return found.prefetch_related(*answer_rows())


def answer_relations() -> list[str]:
    """What the row itself is joined with."""
    return [*card_relations(), "graduate__university_mail", "cv"]


def answer_rows() -> "list[Prefetch[Any]]":
    """The rows that the questions read, each kind in one query."""
    wishes = SkillProposer.objects.filter(proposal__state="open", level__isnull=False)
    return [
        Prefetch("held_skills", ProfileSkill.objects.select_related("skill")),
        Prefetch("spoken_languages", ProfileLanguage.objects.select_related("language")),
        Prefetch("wished_skills", wishes.select_related("proposal")),
    ]


def own_profile(user: User, acting_id: int | None) -> Profile | None:
    """The profile that the person acts as, where they may edit it."""
    profile: Profile | None = with_answers(editable_by(user)).filter(pk=acting_id).first()
    return profile
