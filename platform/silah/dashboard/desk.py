"""Everything the dashboard is made of, read once in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet, Subquery

from matching.models import SavedSearch
from matching.saved import queries
from matching.views.sides import OwnSide, own_sides
from profiles.models import Draft, Profile
from profiles.onboarding.tasks import Task, tasks_of
from profiles.viewer import Viewer

MOST_NEWS = 3


@dataclass(frozen=True, slots=True)
class Desk:
    """The profile that the reader acts as, with what belongs to it.

    kept: how many openings, profiles and searches the reader saved and may read, how many
    answers wait unsaved; news: searches that found something
    """

    profile: Profile
    tasks: Sequence[Task]
    sides: Sequence[OwnSide]
    news: Sequence[SavedSearch]
    kept: dict[str, int]

    @property
    def next_task(self) -> Task | None:
        """The first thing without which the profile cannot be sent in."""
        open_tasks = (task for task in self.tasks if task.is_needed and task.state != "met")
        return next(open_tasks, None)


def desk_of(viewer: Viewer) -> Desk | None:
    """`None` for an account that has no role."""
    profile = _acting(viewer)
    if profile is None:
        return None
    return Desk(
        profile=profile,
        tasks=[] if profile.is_verified else tasks_of(profile),
        sides=[own for own in own_sides(viewer) if own.profile.pk == profile.pk],
        news=list(queries.saved_searches(viewer).filter(news__gt=0)[:MOST_NEWS]),
        kept={name: getattr(profile, f"n_{name}") for name in ("openings", "profiles", "drafts")},
    )


def _acting(viewer: Viewer) -> Profile | None:
    """With the counts, so that they cost no query of their own."""
    if viewer.acting_profile_id is None:
        return None
    rows = Profile.objects.filter(pk=viewer.acting_profile_id).for_names()
    found: Profile | None = rows.annotate(
        n_openings=_count(queries.saved_openings(viewer)),
        n_profiles=_count(queries.saved_profiles(viewer)),
        n_drafts=_count(Draft.objects.filter(user=viewer.user_id)),
    ).first()
    return found


def _count(rows: "QuerySet[Any]") -> Subquery:
    """How many rows there are, as a column."""
    number = Func(F("pk"), function="COUNT", output_field=IntegerField())
    return Subquery(rows.order_by().annotate(number=number).values("number"))
