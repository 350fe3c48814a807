"""Coding Coach's volunteers become mentors with one mentoring offer each."""

from collections.abc import Iterable, Iterator

from tests.real.sheets import Row, several
from tests.real.spellings import Spellings

# The set writes "EU" where a mentor named no country.
NO_COUNTRY = frozenset({"EU"})


def mentors(rows: Iterable[Row], skills: Spellings, languages: Spellings) -> Iterator[Row]:
    """They said which languages they speak, not how well: `load` takes that for B2."""
    for row in rows:
        yield {
            "external_id": row["mentor_id"],
            "headline": row["title"],
            "about": row["description"],
            "country": "" if row["country"] in NO_COUNTRY else row["country"],
            "skills": several(skills.find_all(tags(row))),
            "languages": several(languages.find_all(_split(row["spoken_languages"]))),
        }


def offers(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield {
            "external_id": f"offer-{row['mentor_id']}",
            "pairing": "mentorship",
            "owner": row["mentor_id"],
            "title": row["title"],
            "description": row["description"],
        }


def tags(row: Row) -> Iterator[str]:
    return _split(row["tags"])


def _split(cell: str) -> Iterator[str]:
    """Tags stand apart by "|"; one volunteer typed a comma."""
    texts = (text.strip() for text in cell.replace(",", "|").split("|"))
    return (text for text in texts if text)
