"""Everything the dashboard is made of, read once in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet, Subquery

from matching.models import Candidacy, Opening, SavedSearch
from matching.pairings import registry
from matching.pairings.declaration import Side
from matching.saved import queries
from matching.views.sides import OwnSide
from profiles.models import Draft, Profile
from profiles.onboarding.tasks import Task, tasks_of
from profiles.viewer import Viewer
from profiles.visibility import card_relations

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
        sides=_sides(profile),
        news=list(queries.saved_searches(viewer).filter(news__gt=0)[:MOST_NEWS]),
        kept={name: getattr(profile, f"n_{name}") for name in ("openings", "profiles", "drafts")},
    )


def _acting(viewer: Viewer) -> Profile | None:
    """With the counts, so that they cost no query of their own."""
    if viewer.acting_profile_id is None:
        return None
    rows = Profile.objects.filter(pk=viewer.acting_profile_id).select_related(*card_relations())
    found: Profile | None = rows.annotate(
        n_openings=_count(queries.saved_openings(viewer)),
        n_profiles=_count(queries.saved_profiles(viewer)),
        n_drafts=_count(Draft.objects.filter(user=viewer.user_id)),
    ).first()
    return found


def _sides(profile: Profile) -> list[OwnSide]:
    """What the profile offers and seeks, drafts too; what its kind never does is not asked for."""
    pairings = registry.all_pairings().values()
    rows: list[tuple[Side, Opening | Candidacy]] = []
    if any(profile.kind in pairing.candidate_kinds for pairing in pairings):
        sought = Candidacy.objects.filter(profile=profile).exclude(status="withdrawn")
        rows += [("candidacy", row) for row in sought.select_related("top_matches")]
    if any(profile.kind in pairing.owner_kinds for pairing in pairings):
        offered = Opening.objects.filter(owner=profile)
        rows += [("opening", row) for row in offered.select_related("top_matches")]
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
