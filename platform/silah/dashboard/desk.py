"""Everything the dashboard is made of, read once in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import JSONObject
from django.utils import timezone

from matching.engagements.ladder.standing import standing_column, standing_from
from matching.engagements.ladder.steps import Standing
from matching.engagements.models import Agreement
from matching.introductions.models import Introduction
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
MOST_INTRODUCTIONS = 6
MOST_STATEMENTS = 3
LATELY = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Meets:
    """An introduction that waits for an answer of the profile, or was accepted lately."""

    public_id: str
    title: str
    state: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Stated:
    """What the other side of an engagement recorded, which waits for the profile's word."""

    public_id: str
    title: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Desk:
    """The profile that the reader acts as, with what belongs to it.

    kept: how many openings, profiles and searches the reader saved and may read, how many
    answers wait unsaved; news: searches that found something; standing: on the ladder, over all
    roles; meets, stated: the soonest due first
    """

    profile: Profile
    tasks: Sequence[Task]
    sides: Sequence[OwnSide]
    news: Sequence[SavedSearch]
    kept: dict[str, int]
    standing: Standing
    meets: Sequence[Meets] = ()
    stated: Sequence[Stated] = ()

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
        meets=[_meets(told) for told in profile.meets],  # type: ignore[attr-defined]
        standing=standing_from(profile.stands or []),  # type: ignore[attr-defined]
        stated=[_stated(told) for told in profile.stated],  # type: ignore[attr-defined]
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
        meets=_introductions(OuterRef("pk")),
        stands=standing_column(viewer),
        stated=_statements(OuterRef("pk")),
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


def _introductions(profile: Any) -> ArraySubquery:
    """As what `_meets` reads of them: those to answer, then those that were accepted lately."""
    to_answer = Q(asked=profile, state="waiting")
    lately = Q(state="accepted", answered_at__gte=timezone.now() - LATELY)
    rows = Introduction.objects.filter(to_answer | lately & (Q(asked=profile) | Q(asker=profile)))
    told = JSONObject(public_id="public_id", title="opening__title", state="state", due_at="due_at")
    return ArraySubquery(rows.live_first().values(told=told)[:MOST_INTRODUCTIONS])


def _meets(told: dict[str, str | None]) -> Meets:
    return Meets(
        public_id=str(told["public_id"]),
        title=str(told["title"]),
        state=str(told["state"]),
        due_at=_moment(told["due_at"]),
    )


def _statements(profile: Any) -> ArraySubquery:
    """As what `_stated` reads of them."""
    waiting = Agreement.objects.waiting().exclude(by=profile)
    theirs = waiting.filter(Q(engagement__owner=profile) | Q(engagement__candidate=profile))
    told = JSONObject(
        public_id="engagement__public_id",
        title="engagement__introduction__opening__title",
        due_at="due_at",
    )
    soonest = theirs.order_by(F("due_at").asc(nulls_last=True), "pk")
    return ArraySubquery(soonest.values(told=told)[:MOST_STATEMENTS])


def _stated(told: dict[str, str | None]) -> Stated:
    return Stated(str(told["public_id"]), str(told["title"]), _moment(told["due_at"]))


def _moment(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said) if said else None


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
