"""A saved search has found something: its mail is written by `alerts`, so this is for the page."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import ngettext

from ledger.models import Event
from ledger.notices import Line
from matching.models import SavedSearch
from profiles.isolation import isolated
from profiles.viewer import Viewer


def recipients(events: Sequence[Event]) -> dict[int, list[int]]:
    searches = SavedSearch.objects.filter(pk__in={event.subject_id for event in events})
    users = dict(searches.values_list("pk", "user"))
    return {event.pk: [users[event.subject_id]] for event in events if event.subject_id in users}


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """As long as the search is kept."""
    own = SavedSearch.objects.filter(user=reader.user_id)
    searches = own.in_bulk({event.subject_id for event in events})
    return {e.pk: _line(e, searches[e.subject_id]) for e in events if e.subject_id in searches}


def _line(event: Event, search: SavedSearch) -> Line:
    new = event.codes["new"]
    said = ngettext("One new result: %(label)s", "%(news)d new results: %(label)s", new)
    return Line(
        text=said % {"news": new, "label": isolated(search.label)},
        url=reverse("saved-search", args=[search.public_id]),
    )
