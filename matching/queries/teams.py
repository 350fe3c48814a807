"""Teams for hire: which local firms said that theirs may be listed, and what their lines read."""

from collections.abc import Collection

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from matching.models import Candidacy
from matching.pairings.contracting import PAIRING
from matching.pairings.terms import YES
from matching.queries.candidacies import CandidacyQuerySet
from matching.queries.people import for_list
from profiles.firms.models import Firm
from profiles.firms.vouching import vouches_of
from profiles.models import Profile
from profiles.visibility import ProfileQuerySet


def teams() -> CandidacyQuerySet:
    """The active candidacies of local firms that said yes; pausing or withdrawing ends it."""
    found: CandidacyQuerySet = Candidacy.objects.active()
    return found.filter(
        pairing=PAIRING.slug, terms__listed=YES, profile__firm__type=Firm.Type.LOCAL_IT
    )


def with_teams(keys: Collection[int]) -> list[Profile]:
    """Those of the profiles that list a team, in two queries.

    Each has it as `team`, of which no more is read than a line says: never the lowest rate.
    """
    said = teams().filter(profile=OuterRef("pk"))
    offered = said.values(said=JSONObject(headcount="headcount", seniority="seniority"))
    rows: ProfileQuerySet = Profile.objects.filter(pk__in=keys)
    found = for_list(
        rows.annotate(offered=Subquery(offered[:1]), vouches=vouches_of(OuterRef("pk"))).exclude(
            offered=None
        )
    )
    for profile in found:
        profile.team = Candidacy(**profile.offered)  # type: ignore[attr-defined]
    return found
