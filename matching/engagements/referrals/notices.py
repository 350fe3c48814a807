"""That a firm is recommended, and that it was stopped, as the side that did not do it reads it."""

from collections.abc import Callable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from ledger.models import Event
from ledger.notices import Line, Rhythm, tells
from matching.engagements.models import Referral
from matching.engagements.referrals.queries import CLIENT, FIRM
from matching.views.wording import on_day
from profiles.disclosure import heading
from profiles.exclusions import never_met_by
from profiles.isolation import isolated
from profiles.queries import EDITORS, accounts_of
from profiles.viewer import Viewer

SIDES = ("owner", "candidate")


def tell_all() -> None:
    """Called from `AppConfig.ready`. That somebody followed it is told by the introduction."""
    for verb in WORDS:
        paths = {name: f"{__name__}.{name}" for name in ("recipients", "lines")}
        tells(verb, **paths, mail=Rhythm.DAILY)


def recipients(events: Sequence[Event]) -> dict[int, list[int]]:
    """Whoever decides for the other side."""
    accounts = accounts_of({event.codes[side] for event in events for side in SIDES}, EDITORS)
    return {event.pk: _told(event, accounts) for event in events}


def _told(event: Event, accounts: dict[int, list[int]]) -> list[int]:
    others = {event.codes[side] for side in SIDES} - {event.codes["by"]}
    users = [user for other in others for user in accounts.get(other, [])]
    return [user for user in users if user != event.actor_id]


def lines(events: Sequence[Event], reader: Viewer) -> dict[int, Line]:
    """None of a side that vanished, or is not to be met any more."""
    rows = _known_to(reader, {event.subject_id for event in events if event.subject_id})
    return {
        event.pk: WORDS[event.verb](rows[event.subject_id], reader)
        for event in events
        if event.subject_id in rows
    }


def _known_to(reader: Viewer, keys: set[int]) -> dict[int | None, Referral]:
    own = reader.profile_ids
    rows = Referral.objects.filter(pk__in=keys).exclude(never_met_by(reader, CLIENT))
    rows = rows.exclude(never_met_by(reader, FIRM))
    for side in (CLIENT, FIRM):
        rows = rows.exclude(**{f"{side}__status": "hidden"})
    named = (f"{side}__{part}" for side in (CLIENT, FIRM) for part in ("identity", "governorate"))
    found = rows.select_related("engagement", *named)
    return {row.pk: row for row in found if own & _parties(row)}


def _parties(row: Referral) -> set[int]:
    return {row.engagement.owner_id, row.engagement.candidate_id}


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
    """The other side, named as this reader may name it."""
    engagement = row.engagement
    is_client = engagement.owner_id in reader.profile_ids
    other = engagement.candidate if is_client else engagement.owner
    return {"who": isolated(heading(other, reader)[0])}


def _url(row: Referral) -> str:
    return reverse("recommend", args=[row.engagement.public_id])
