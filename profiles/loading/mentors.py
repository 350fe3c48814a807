"""The file of mentors."""

from profiles.loading import cells, people
from profiles.loading.tables import Column, LoadTable, nothing
from profiles.loading.words import Words
from profiles.mentors.models import Mentor
from profiles.models import Profile


def table() -> LoadTable:
    own = (
        Column(
            "hours_month",
            "hours a month to give in all, 0 to 200",
            "6",
            cells.whole(0, 200),
            blank=nothing,
            part="details",
        ),
    )
    return people.table(Profile.Kind.MENTOR, "mentors", Mentor, own, Words())
