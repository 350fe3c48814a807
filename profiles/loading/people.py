"""The columns that the four kinds of profiles share."""

from django.db import models

from profiles.loading import cells, lists
from profiles.loading.saving import ProfileWriter
from profiles.loading.tables import Column, LoadTable, nothing
from profiles.loading.words import Words
from profiles.models import Profile

PROFILES_LOADED = "profiles.loaded"


class TextLanguage(models.TextChoices):
    ENGLISH = "en"
    ARABIC = "ar"


def columns(words: Words) -> tuple[Column, ...]:
    """The columns of every kind, `external_id` first."""
    return (*_own(words), *_identity())


def _own(words: Words) -> tuple[Column, ...]:
    statuses = Profile.Status
    return (
        Column(
            "external_id",
            "the profile's id in your system; the same id again updates the same profile",
            "G-1042",
            cells.identifier,
            required=True,
        ),
        Column("headline", "one line, without a name", "Backend developer", cells.text(120)),
        Column("about", "some sentences, without a name", "I build APIs.", cells.text(5000)),
        Column(
            "language",
            "language of the text: en, ar; empty: en",
            "en",
            cells.one_of(TextLanguage),
            blank=lambda: "en",
        ),
        Column("country", "ISO 3166 code of two letters", "PS", cells.country),
        Column(
            "governorate",
            "code or label of the taxonomy",
            "PS-NBS",
            words.governorate,
            blank=nothing,
            field="governorate_id",
        ),
        Column(
            "time_zone",
            "name of the tz database; empty: Asia/Hebron",
            "Asia/Hebron",
            cells.zone,
            blank=lambda: "Asia/Hebron",
        ),
        Column(
            "availability",
            "days and whole hours of a week, in that time zone",
            "Sun-Thu 09:00-17:00; Sat 10-14",
            cells.week,
            blank=nothing,
            field="week",
        ),
        Column(
            "experience_years", "years of work, 0 to 70", "3", cells.whole(0, 70), blank=nothing
        ),
        Column(
            "skills",
            "names, labels or synonyms, each with `:level` 1 to 4 (2 where not given)",
            "React:3; PostgreSQL:2; Docker",
            lists.held_skills(words),
            blank=dict,
            part="skills",
        ),
        Column(
            "languages",
            "codes or labels, each with `:level` A1 to C2 (B2 where not given)",
            "ar:C2; en:B2",
            lists.spoken_languages(words),
            blank=dict,
            part="languages",
        ),
        Column(
            "sectors",
            "slugs, labels or synonyms",
            "fintech; health",
            lists.sector_slugs(words),
            blank=list,
        ),
        Column(
            "named",
            "yes: the name is shown to everyone who may see the profile; empty: no",
            "no",
            cells.yes_no,
            blank=bool,
            field="is_named",
        ),
        Column(
            "status",
            f"{cells.listed(statuses.choices)}; empty: active",
            "active",
            cells.one_of(statuses),
            blank=lambda: statuses.ACTIVE.value,
        ),
        Column(
            "verified",
            "no: staff have yet to check who it is; empty: yes (recorded as “imported”)",
            "yes",
            cells.yes_no,
            blank=lambda: True,
            part="verified",
        ),
    )


def _identity() -> tuple[Column, ...]:
    return (
        Column(
            "legal_name", "disclosed step by step", "Rana Saleh", cells.text(200), part="identity"
        ),
        Column("email", "disclosed with contact", "rana@example.org", cells.email, part="identity"),
        Column(
            "phone", "disclosed with contact", "+970 59 000 0000", cells.text(40), part="identity"
        ),
        Column("address", "disclosed with contact", "12 Main St", cells.text(300), part="identity"),
        Column(
            "website",
            "disclosed with the name",
            "https://example.org",
            cells.website,
            part="identity",
        ),
    )


def table(
    kind: Profile.Kind,
    plural: str,
    details: type[models.Model],
    own: tuple[Column, ...],
    words: Words,
) -> LoadTable:
    """The table of one kind; its own columns have part="details"."""
    all_columns = (*columns(words), *own)
    return LoadTable(
        kind=plural,
        columns=all_columns,
        keys=("external_id",),
        write=ProfileWriter(kind, details, all_columns),
        verb=PROFILES_LOADED,
        touches=lambda _row: str(kind),
    )
