"""Mail about what is new in a saved search: only what its reader may read now, and only once."""

from datetime import datetime, timedelta
from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext

from ledger.actions import record
from ledger.links import absolute
from ledger.stopping import headers_for
from matching.models import SavedSearch
from matching.saved.searches import Asked, asked_by
from matching.saved.tokens import stop_url
from profiles.isolation import own_words
from profiles.letters.reading import as_read_by
from profiles.recognition import viewer_of
from profiles.viewer import Viewer

SEARCH_ALERTED = "search.alerted"
MOST_ITEMS = 10
SETTLED = timedelta(minutes=1)
"""What was saved this recently may not be committed yet: it waits for the next mail."""


def due_searches(now: datetime) -> list[int]:
    return list(SavedSearch.objects.due(now).order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def send_news(search_id: int, now: datetime) -> int:
    """Count what is new since the last time and mail it, if wanted; returns how much it was.

    The row is locked and looked at again: of two workers the second finds nothing to do. Row
    and mail are written in one transaction.
    """
    due = SavedSearch.objects.due(now).select_related("user").filter(pk=search_id)
    search = due.select_for_update(of=("self",)).first()
    if search is None:
        return 0
    until = now - SETTLED
    with as_read_by(search.user):
        total = _tell(search, viewer_of(search.user), until)
    search.told_until, search.news = until, search.news + total
    search.save(update_fields=["told_until", "news"])
    return total


def _tell(search: SavedSearch, viewer: Viewer, until: datetime) -> int:
    asked = asked_by(search, viewer)
    if asked is None:
        return 0
    rows = asked.came((search.told_until, until), viewer)
    total: int = rows.count()
    if total and search.alerts != SavedSearch.Alerts.NEVER:
        lines = [asked.of.line(row, viewer) for row in rows[:MOST_ITEMS]]
        _message(search, asked, lines, total).send()
        record(verb=SEARCH_ALERTED, subject=search, codes={"new": total})
    return total


def _message(search: SavedSearch, asked: Asked, lines: list[Any], total: int) -> EmailMessage:
    stop = stop_url(search)
    text = render_to_string(
        "mail/saved_search.txt",
        {
            "label": own_words(search.label),
            "total": total,
            "lines": [(line, absolute(line.url)) for line in lines],
            "more_url": absolute(asked.of.url(search.query)) if total > len(lines) else "",
            "left_out": ", ".join(asked.left_out),
            "change_url": absolute(f"{reverse('saved')}?show=searches"),
            "stop_url": stop,
        },
    )
    headers = headers_for(stop)
    return EmailMessage(_subject(total), text, to=[search.user.email], headers=headers)


def _subject(total: int) -> str:
    """Says nothing of what is searched for: a subject is read over shoulders."""
    return ngettext(
        "One new result for a search you saved",
        "%(total)d new results for a search you saved",
        total,
    ) % {"total": total}
