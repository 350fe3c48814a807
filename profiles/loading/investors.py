"""The file of investors."""

from profiles.investors.models import Investor
from profiles.loading import cells, people
from profiles.loading.tables import Column, LoadTable
from profiles.loading.words import Words
from profiles.models import Profile


def table() -> LoadTable:
    types = Investor.Type
    own = (
        Column(
            "type",
            f"{cells.listed(types.choices)}; empty: angel",
            "fund",
            cells.one_of(types),
            blank=lambda: types.ANGEL.value,
            part="details",
        ),
    )
    return people.table(Profile.Kind.INVESTOR, "investors", Investor, own, Words())
