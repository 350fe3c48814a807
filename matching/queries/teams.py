"""Teams for hire: which local firms said that theirs may be listed, and what their lines read."""

from collections.abc import Collection

from django.db.models import OuterRef

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
    """Those of the profiles that have a listed team, as `team`, in three queries."""
    rows: ProfileQuerySet = Profile.objects.filter(pk__in=keys)
    by_firm = {row.profile_id: row for row in teams().filter(profile__in=keys)}
    found = for_list(rows.filter(pk__in=by_firm).annotate(vouches=vouches_of(OuterRef("pk"))))
    for profile in found:
        profile.team = by_firm[profile.pk]  # type: ignore[attr-defined]
    return found
