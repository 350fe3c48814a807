"""That a firm is recommended, and that it was stopped, as the side that did not do it reads it."""

from collections.abc import Callable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from ledger.models import Event
from ledger.notices import Line, Rhythm, tells
from matching.engagements import counterparts
from matching.engagements.counterparts import met_by, other_side, relations
from matching.engagements.models import Referral
from matching.views.wording import on_day
from profiles.viewer import Viewer


def tell_all() -> None:
    """Called from `AppConfig.ready`. That somebody followed it is told by the introduction."""
    recipients = f"{counterparts.__name__}.recipients"
    for verb in WORDS:
        tells(verb, recipients=recipients, lines=f"{__name__}.lines", mail=Rhythm.DAILY)


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """None of a side that vanished, or is not to be met any more."""
    rows = Referral.objects.filter(
        met_by(reader, "engagement__"), pk__in={event.subject_id for event in events}
    ).select_related("engagement", *relations("engagement__"))
    known = {row.pk: row for row in rows}
    return {
        event.pk: WORDS[event.verb](known[event.subject_id], reader)
        for event in events
        if event.subject_id in known
    }


def _made(row: Referral, reader: Viewer) -> Line:
    """Of one that is over by now, that it is over."""
    more = _("Read what they say, and stop it if you like. It is open until %(day)s.")
    more = more % {"day": on_day(row.until)}
    if row.state != Referral.State.LIVE:
        more = _("It is not open any more.")
    return Line(_("%(who)s recommends your firm") % _who(row, reader), _url(row), more)


def _stopped(row: Referral, reader: Viewer) -> Line:
    return Line(
        _("%(who)s stopped a recommendation") % _who(row, reader),
        _url(row),
        _("Its link opens nothing any more."),
    )


WORDS: dict[str, Callable[[Referral, Viewer], Line]] = {
    "referral.made": _made,
    "referral.stopped": _stopped,
}


def _who(row: Referral, reader: Viewer) -> dict[str, str]:
    return {"who": other_side(row.engagement, reader)}


def _url(row: Referral) -> str:
    return reverse("recommend", args=[row.engagement.public_id])
