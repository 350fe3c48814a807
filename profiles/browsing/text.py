"""What a profile is searched by: everything that whoever sees it may read, and nothing else."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import override

from profiles.browsing.words import searchable
from profiles.models import Profile, ProfileSkill, Sector

AT_ONCE = 2000
LANGUAGES = ("en", "ar")
STORE = """
UPDATE profiles_profile AS kept SET folded = written.folded
FROM unnest(%s::bigint[], %s::text[]) AS written (id, folded)
WHERE kept.id = written.id AND kept.folded <> written.folded
"""
Labels = dict[str, tuple[str, str]]
_details: dict[str, tuple[tuple[str, ...], dict[str, str | Promise]]] = {}


def search_details(kind: str, paths: Iterable[str], words: dict[str, Any] | None = None) -> None:
    """A kind registers which of its own facts are searched, as lookups from the profile.

    words: what a code among them is called
    """
    _details[kind] = (tuple(paths), dict(words or {}))


def fold_profiles(ids: Iterable[int]) -> None:
    """Write the text of these profiles anew; call it in the transaction that changed them."""
    keys = sorted(ids)
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        texts = list(_texts(some))
        with connection.cursor() as cursor:
            cursor.execute(STORE, [[key for key, _ in texts], [text for _, text in texts]])


def _texts(ids: list[int]) -> Iterator[tuple[int, str]]:
    sectors = {row.slug: f"{row.label_en} {row.label_ar}" for row in Sector.objects.all()}
    skills = _skills(ids)
    paths = sorted({path for own, _ in _details.values() for path in own})
    columns = ("pk", "kind", "headline", "about", "sectors", "is_named", "identity__legal_name")
    for row in Profile.objects.filter(pk__in=ids).values(*columns, *paths):
        own, words = _details.get(row["kind"], ((), {}))
        said = [_in_both(words.get(row[path], row[path] or "")) for path in own]
        name = (row["identity__legal_name"] or "") if row["is_named"] else ""
        yield (
            row["pk"],
            searchable(
                f"{name} {row['headline']}",
                _in_both(Profile.Kind(row["kind"]).label),
                *said,
                *(sectors.get(slug, "") for slug in row["sectors"]),
                *skills.get(row["pk"], ()),
                row["about"],
            ),
        )


def _skills(ids: list[int]) -> dict[int, list[str]]:
    """Both labels of every skill held, by profile."""
    held = ProfileSkill.objects.filter(profile__in=ids).order_by().values("profile_id")
    labels = held.annotate(
        english=ArrayAgg("skill__label_en"), arabic=ArrayAgg("skill__label_ar")
    ).values_list("profile_id", "english", "arabic")
    return {key: [*english, *arabic] for key, english, arabic in labels}


def _in_both(text: str | Promise) -> str:
    """An interface word in both languages; a person's own text as it is."""
    if not isinstance(text, Promise):
        return str(text)
    said = []
    for language in LANGUAGES:
        with override(language):
            said.append(str(text))
    return " ".join(said)
