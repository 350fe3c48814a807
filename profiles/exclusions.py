"""Who never meets whom, without a word to either: countries, sectors and names, both ways round.

Upper floors add what they know (`adds_apart`), so that lists, pages, search and API ask one
question. The engine asks the same of pairs in `matching.queries.exclusions`.
"""

from collections.abc import Callable

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from profiles.viewer import Viewer

Apart = Callable[[Viewer, str], Q]
"""(viewer, prefix that ends in "__", or "") to a condition on the profiles never to meet."""
_sources: list[Apart] = []


def adds_apart(source: Apart) -> None:
    """Registered from an AppConfig.ready; the condition names columns behind the prefix."""
    if source not in _sources:
        _sources.append(source)


def never_met_by(viewer: Viewer, prefix: str = "") -> Q:
    """A condition on the profiles that this viewer never meets, oneself aside.

    On a model that points to a profile, `prefix` is the name of that relation. Each part is a
    column of the row at hand or a short list of keys: no part reads all profiles.
    """
    at = f"{prefix}__" if prefix else ""
    apart = _barred_by_them(viewer, at) | barred_by(viewer, prefix)
    for source in _sources:
        apart |= source(viewer, at)
    return apart


def _barred_by_them(viewer: Viewer, at: str) -> Q:
    barred = Q(pk__in=[])
    if viewer.countries:
        barred |= Q(**{f"{at}excluded_countries__overlap": sorted(viewer.countries)})
    if viewer.sectors:
        barred |= Q(**{f"{at}excluded_sectors__overlap": sorted(viewer.sectors)})
    if viewer.profile_ids:
        ours = (
            _table("Identity").filter(profile__in=sorted(viewer.profile_ids)).exclude(name_key="")
        )
        names = _table("ExcludedName").filter(key__in=ours.values("name_key"))
        barred |= Q(**{f"{at}pk__in": names.values("profile")})
    return barred


def barred_by(viewer: Viewer, prefix: str = "") -> Q:
    """Of those the part that the viewer decided: it tells nothing about what others exclude."""
    at = f"{prefix}__" if prefix else ""
    barred = Q(pk__in=[])
    if viewer.excluded_countries:
        barred |= Q(**{f"{at}country__in": sorted(viewer.excluded_countries)})
    if viewer.excluded_sectors:
        barred |= Q(**{f"{at}sectors__overlap": sorted(viewer.excluded_sectors)})
    if viewer.profile_ids:
        names = _table("ExcludedName").filter(profile__in=sorted(viewer.profile_ids))
        theirs = _table("Identity").filter(name_key__in=names.values("key"))
        barred |= Q(**{f"{at}pk__in": theirs.values("profile")})
    return barred


def _table(name: str) -> "QuerySet[Model]":
    """By name: the models' own querysets import this module."""
    rows: QuerySet[Model] = apps.get_model("profiles", name)._default_manager.all()
    return rows
