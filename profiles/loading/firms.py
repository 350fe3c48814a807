"""The file of firms."""

from profiles.firms.models import Firm
from profiles.loading import cells, people
from profiles.loading.tables import Column, LoadTable, nothing
from profiles.loading.words import Words
from profiles.models import Profile


def table() -> LoadTable:
    own = (
        Column(
            "type",
            cells.listed(Firm.Type.choices),
            "local_it",
            cells.one_of(Firm.Type),
            part="details",
            required=True,
        ),
        Column(
            "team_size",
            "people in the team, 1 to 1000000",
            "25",
            cells.whole(1, 1_000_000),
            blank=nothing,
            part="details",
        ),
        Column(
            "founded_year",
            "1800 to 2100",
            "2016",
            cells.whole(1800, 2100),
            blank=nothing,
            part="details",
        ),
    )
    return people.table(Profile.Kind.FIRM, "firms", Firm, own, Words())
