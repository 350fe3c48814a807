"""A profile with all that its questions ask about, in few queries."""

from datetime import timedelta
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from profiles.models import Profile, ProfileLanguage, ProfileSkill, SkillProposer, User
from profiles.queries import editable_by
from profiles.visibility import ProfileQuerySet, card_relations

REFUSAL_SHOWN = timedelta(days=60)
"""So long after the decision those who proposed a skill read why it was refused."""


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
    return [
        Prefetch("held_skills", ProfileSkill.objects.select_related("skill")),
        Prefetch("spoken_languages", ProfileLanguage.objects.select_related("language")),
        Prefetch("wished_skills", _wishes().select_related("proposal")),
    ]


def _wishes() -> "QuerySet[SkillProposer]":
    """Of skills that are still open, and of those refused not long ago."""
    is_news = Q(proposal__state="refused", proposal__decided_at__gte=timezone.now() - REFUSAL_SHOWN)
    return SkillProposer.objects.filter(Q(proposal__state="open") | is_news, level__isnull=False)


def own_profile(user: User, acting_id: int | None) -> Profile | None:
    """The profile that the person acts as, where they may edit it."""
    profile: Profile | None = with_answers(editable_by(user)).filter(pk=acting_id).first()
    return profile
