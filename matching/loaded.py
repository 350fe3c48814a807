"""What cards and explanations need of rows at hand, fetched for all of them together."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects

from matching.models import Candidacy, Opening
from profiles.models import Profile
from profiles.visibility import card_rows


def complete(rows: Iterable[Opening | Candidacy]) -> None:
    """Load the skills and languages of the profiles on both sides, and what one side asks for.

    The rows are of one pairing and were loaded with their profiles. Three queries however many
    they are; what is there already is not fetched again.
    """
    parties = list(rows)
    prefetch_related_objects([profile_of(row) for row in parties], *card_rows())
    asking = [row for row in parties if isinstance(row, Opening) == _opening_asks(row)]
    if asking:
        prefetch_related_objects(asking, type(asking[0]).objects.all().asked())


def _opening_asks(row: Opening | Candidacy) -> bool:
    return row.declaration.requirer == "opening"


def profile_of(row: Opening | Candidacy) -> Profile:
    return row.owner if isinstance(row, Opening) else row.profile
