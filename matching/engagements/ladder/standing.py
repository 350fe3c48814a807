"""How somebody stands on the ladder, from rows."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Coalesce, JSONObject
from django.utils import timezone

from matching.engagements.ladder.rungs import PROPOSED, ROLES
from matching.engagements.ladder.steps import Standing
from matching.engagements.models import Agreement, Engagement, RestingStep
from matching.engagements.models.agreements import InvestmentStage
from matching.introductions.models import Introduction
from matching.models import Candidacy, Opening
from matching.queries.exclusions import candidacies_never_met
from profiles.models import Profile
from profiles.viewer import Viewer

LASTED = timedelta(weeks=4)
"""From when on something has come true, if nobody completed it earlier."""
QUIET = timedelta(days=90)
"""How long nothing is proposed after something ended in danger, or because it did not fit."""
BADLY = (Engagement.Because.DANGER, Engagement.Because.NO_FIT)
PAIRINGS = tuple(rung.pairing for rung in PROPOSED)


def role_on_ladder(profile: Profile) -> str:
    """The kind, of a firm its type; "" for whom the ladder is not."""
    firm = getattr(profile, "firm", None)
    role = firm.type if firm else profile.kind
    return role if role in ROLES else ""


def standing_of(viewer: Viewer) -> Standing:
    """Over all profiles that the reader decides for, whichever they act as, in one query."""
    return standing_from([row["stands"] for row in _rows(viewer)])


def standing_column(viewer: Viewer) -> ArraySubquery:
    """What `standing_from` reads, as a column of another query, so that it costs none itself."""
    return ArraySubquery(_rows(viewer))


def standing_from(rows: Sequence[dict[str, Any]]) -> Standing:
    return Standing(
        roles=frozenset(row["role"] for row in rows) & ROLES,
        done=_union(rows, "done"),
        begun=_union(rows, "offered") | _union(rows, "engaged"),
        met=frozenset(name for row in rows for name in PAIRINGS if row[f"meets_{name}"]),
        rests=_union(rows, "rests"),
        is_calm=not any(row[why] for row in rows for why in ("asked", "stated", "hurt")),
    )


def _union(rows: Sequence[dict[str, Any]], column: str) -> frozenset[str]:
    return frozenset(value for row in rows for value in row[column])


def _rows(viewer: Viewer) -> "QuerySet[Profile, dict[str, Any]]":
    """One for each profile; none where all are graduates, who have nothing to climb."""
    climbs = any(role.kind != Profile.Kind.GRADUATE for role in viewer.roles)
    own = sorted(viewer.written_ids) if climbs else []
    columns: dict[str, Any] = {
        "role": Coalesce(Cast("firm__type", CharField()), Cast("kind", CharField())),
        "done": _pairings(_came_true()),
        "offered": _pairings(Opening.objects.filter(owner=OuterRef("pk")).exclude(status="closed")),
        "engaged": _pairings(Engagement.objects.live().filter(owner=OuterRef("pk"))),
        "rests": ArraySubquery(_resting(viewer).values("rung")),
        "asked": Exists(Introduction.objects.filter(asked=OuterRef("pk"), state="waiting")),
        "stated": Exists(_stated_to_them()),
        "hurt": Exists(_ended_badly()),
        **{f"meets_{name}": Exists(_to_be_met(name, viewer)) for name in PAIRINGS},
    }
    active = Profile.objects.filter(pk__in=own, status=Profile.Status.ACTIVE)
    return active.values(stands=JSONObject(**columns))


def _pairings(rows: "QuerySet[Any]") -> ArraySubquery:
    return ArraySubquery(rows.order_by().values("pairing").distinct())


def _came_true() -> "QuerySet[Engagement]":
    """Completed, or it has lasted; of an investment only what was committed."""
    today = timezone.localdate()
    lasted = Q(state="completed") | Q(state="running", began_on__lte=today - LASTED)
    lasted |= Q(state="ended", ended_on__gte=F("began_on") + LASTED)
    committed = Agreement.objects.filter(
        engagement=OuterRef("pk"),
        state=Agreement.State.CONFIRMED,
        stage__in=(InvestmentStage.COMMITTED, InvestmentStage.INVESTED),
    )
    mine: QuerySet[Engagement] = Engagement.objects.filter(lasted, owner=OuterRef("pk"))
    return mine.filter(~Q(pairing="investing") | Exists(committed))


def _resting(viewer: Viewer) -> "QuerySet[RestingStep]":
    return RestingStep.objects.filter(user=viewer.user_id, until__gte=timezone.localdate())


def _stated_to_them() -> "QuerySet[Agreement]":
    """What the other side stated, and waits for their word."""
    theirs = Q(engagement__owner=OuterRef("pk")) | Q(engagement__candidate=OuterRef("pk"))
    waiting: QuerySet[Agreement] = Agreement.objects.waiting().filter(theirs)
    return waiting.exclude(by=OuterRef("pk"))


def _ended_badly() -> "QuerySet[Engagement]":
    theirs = Q(owner=OuterRef("pk")) | Q(candidate=OuterRef("pk"))
    since = timezone.localdate() - QUIET
    rows: QuerySet[Engagement] = Engagement.objects.filter(
        theirs, state="ended", because__in=BADLY, ended_on__gt=since
    )
    return rows


def _to_be_met(pairing: str, viewer: Viewer) -> "QuerySet[Candidacy]":
    """Whoever seeks it now, oneself and all whom one never meets apart."""
    seeks: QuerySet[Candidacy] = Candidacy.objects.active().filter(pairing=pairing)
    return seeks.exclude(candidacies_never_met(viewer)).exclude(
        profile__in=sorted(viewer.profile_ids)
    )
