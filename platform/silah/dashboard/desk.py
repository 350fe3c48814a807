"""Everything the dashboard is made of, read once in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import JSONObject

from matching.models import Candidacy, Opening, SavedSearch
from matching.pairings.declaration import Side
from matching.saved import queries
from matching.views.sides import OwnSide
from matching.weights import carried
from profiles.models import Draft, Profile
from profiles.onboarding.queries import answer_relations, answer_rows
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
        sides=_sides(profile, profile.has),  # type: ignore[attr-defined]
        news=[SavedSearch(**search) for search in profile.found],  # type: ignore[attr-defined]
        kept={name: getattr(profile, f"n_{name}") for name in ("openings", "profiles", "drafts")},
    )


def _acting(viewer: Viewer) -> Profile | None:
    """With counts, news and what there is to ask for, so that they cost no query of their own.

    Until it is verified the task list reads every answer, so they come at once.
    """
    if viewer.acting_profile_id is None:
        return None
    rows = Profile.objects.filter(pk=viewer.acting_profile_id).select_related(*answer_relations())
    found: Profile | None = rows.annotate(
        found=_news(viewer),
        has=JSONObject(
            candidacy=Exists(_sought(OuterRef("pk"))), opening=Exists(_offered(OuterRef("pk")))
        ),
        n_openings=_count(queries.saved_openings(viewer)),
        n_profiles=_count(queries.saved_profiles(viewer)),
        n_drafts=_count(Draft.objects.filter(user=viewer.user_id)),
    ).first()
    if found is not None and not found.is_verified:
        prefetch_related_objects([found], *answer_rows())
    return found


def _news(viewer: Viewer) -> ArraySubquery:
    """The newest saved searches that found something, as what a `Need` reads of them."""
    searches = queries.saved_searches(viewer).filter(news__gt=0)
    told = JSONObject(**{name: name for name in ("public_id", "label_en", "label_ar", "news")})
    return ArraySubquery(searches.values(told=told)[:MOST_NEWS])


def _sought(profile: Any) -> "QuerySet[Candidacy]":
    return Candidacy.objects.filter(profile=profile).exclude(status="withdrawn")


def _offered(profile: Any) -> "QuerySet[Opening]":
    return Opening.objects.filter(owner=profile)


def _sides(profile: Profile, has: dict[Side, bool]) -> list[OwnSide]:
    """What the profile offers and seeks, drafts too; of which it has none is not asked for."""
    rows: list[tuple[Side, Opening | Candidacy]] = []
    if has["candidacy"]:
        sought = carried(_sought(profile).select_related("top_matches"))
        rows += [("candidacy", row) for row in sought]
    if has["opening"]:
        offered = carried(_offered(profile).select_related("top_matches"))
        rows += [("opening", row) for row in offered]
    return [_side(side, row, profile) for side, row in rows]


def _side(side: Side, row: Opening | Candidacy, profile: Profile) -> OwnSide:
    """The profile is at hand: no side fetches it again."""
    if isinstance(row, Opening):
        row.owner = profile
    else:
        row.profile = profile
    return OwnSide(row, side, getattr(row, "top_matches", None))


def _count(rows: "QuerySet[Any]") -> Subquery:
    """How many rows there are, as a column."""
    number = Func(F("pk"), function="COUNT", output_field=IntegerField())
    return Subquery(rows.order_by().annotate(number=number).values("number"))
