"""How it goes is asked of one side: told once, and nothing of what anybody answered."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ledger.models import Event
from ledger.notices import Line, Rhythm, tells
from matching.engagements.counterparts import met_by, other_side, relations
from matching.engagements.models import Review
from matching.engagements.reviews.saying import last_day_of, question_of
from profiles.queries import EDITORS, accounts_of
from profiles.viewer import Viewer

ASKED = "review.asked"


def tell_all() -> None:
    """Called from `AppConfig.ready`. That one was given is told to nobody."""
    at = f"{__name__}."
    tells(ASKED, recipients=f"{at}recipients", lines=f"{at}lines", mail=Rhythm.DAILY)


def recipients(events: Sequence[Event]) -> dict[int, list[int]]:
    """Whoever may write for the side that is asked."""
    accounts = accounts_of({event.codes["by"] for event in events}, EDITORS)
    return {event.pk: accounts.get(event.codes["by"], []) for event in events}


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """As long as it can be given, and the other side is there to be met."""
    rows = Review.objects.filter(
        met_by(reader, "engagement__"),
        pk__in={event.subject_id for event in events},
        by__in=sorted(reader.profile_ids),
    ).select_related("engagement", "session", *relations("engagement__"))
    now = timezone.now()
    found = {row.pk: _line(row, reader) for row in rows.defer("text") if row.is_open(now)}
    return {event.pk: found[event.subject_id] for event in events if event.subject_id in found}


def _line(row: Review, reader: Viewer) -> Line:
    said = {"who": other_side(row.engagement, reader), "question": question_of(row)}
    return Line(
        text=_("%(who)s: %(question)s") % said,
        url=reverse("review", args=[row.public_id]),
        more=_("Can be answered until %(day)s.") % {"day": last_day_of(row)},
    )
