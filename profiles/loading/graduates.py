"""The file of graduates."""

from profiles.graduates.models import Graduate
from profiles.loading import cells, people
from profiles.loading.tables import Column, LoadTable, nothing
from profiles.loading.words import Words
from profiles.models import Profile


def table() -> LoadTable:
    words = Words()
    own = (
        Column(
            "university",
            "slug, name or e-mail domain of the taxonomy",
            "birzeit",
            words.university,
            blank=nothing,
            part="details",
            field="university_id",
        ),
        Column("degree", "as the person writes it", "BSc", cells.text(120), part="details"),
        Column(
            "graduation_year",
            "1950 to 2100",
            "2024",
            cells.whole(1950, 2100),
            blank=nothing,
            part="details",
        ),
    )
    return people.table(Profile.Kind.GRADUATE, "graduates", Graduate, own, words)
