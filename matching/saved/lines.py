"""Saved searches as the page shows them: texts and numbers only."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from matching.models import SavedSearch
from matching.saved import lists
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class SearchLine:
    """A saved search; news: what its reader has not seen yet, "" where nothing."""

    key: str
    label: str
    list: str
    url: str
    change_url: str
    alerts: str
    news: str


def search_line(search: SavedSearch, viewer: Viewer) -> SearchLine:
    entry = lists.get(search.list)
    return SearchLine(
        key=str(search.public_id),
        label=search.label,
        list=str(entry.label) if entry else "",
        url=reverse("saved-search", args=[search.public_id]),
        change_url=reverse("change-search", args=[search.public_id]),
        alerts=search.alerts,
        news=_news(search.news),
    )


def _news(new: int) -> str:
    return ngettext("One new", "%(new)d new", new) % {"new": new} if new else ""
