"""What became of what one party was let read: given, read, revoked, from the ledger's events."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ledger.models import Event
from profiles.actions.consents import CONSENT_GIVEN, CONSENT_READ, CONSENT_REVOKED
from profiles.middleware import ViewedRequest
from profiles.models import Consent
from profiles.privacy.consents.lines import ConsentLine, for_lines
from profiles.privacy.consents.pages import owner_of
from profiles.steps import Step
from profiles.zones import zone_city

MOST = 100


@dataclass(frozen=True, slots=True)
class Happening:
    """mark: its lozenge; what: one sentence; at: on the clock of whoever reads it."""

    at: datetime
    mark: str
    what: str


@login_required
@require_safe
@never_cache
def history(request: ViewedRequest, public_id: str, to_id: str) -> HttpResponse:
    owner = owner_of(request, public_id)
    given = Consent.objects.filter(owner=owner, to__public_id=to_id)
    rows = list(for_lines(given, request.viewer))
    if not rows:
        raise Http404
    events = _events(rows)
    page = {
        "owner": owner,
        "line": ConsentLine.of(rows[0], request.viewer),
        "is_in_force": rows[0].is_in_force,
        "happenings": [_happening(event) for event in events[:MOST]],
        "read": _read(events),
        "clock": zone_city(timezone.get_current_timezone_name()),
    }
    return render(request, "profiles/privacy/consents/history.html", page)


def _events(rows: list[Consent]) -> list[Event]:
    """The last first; a year of daily reads is the most that one consent has."""
    of_these = Event.objects.filter(
        subject_kind=Consent._meta.label_lower, subject_id__in=[row.pk for row in rows]
    )
    return list(of_these.filter(verb__in=SAID).order_by("-at", "-pk"))


def _happening(event: Event) -> Happening:
    mark, say = SAID[event.verb]
    return Happening(event.at, mark, say(event))


def _given(event: Event) -> str:
    purpose = Consent.Purpose(event.codes["purpose"]).label
    until = parse_date(event.codes["until"])
    return _("You let them read up to “%(step)s”: %(purpose)s, until %(day)s.") % {
        "step": Step(event.codes["step"]).label,
        "purpose": purpose,
        "day": date_format(until) if until else "",
    }


def _looked(event: Event) -> str:
    return _("They read you, up to “%(step)s”.") % {"step": Step(event.codes["step"]).label}


def _revoked(event: Event) -> str:
    return _("Revoked: they read no more of you than others like them.")


SAID: dict[str, tuple[str, Callable[[Event], str]]] = {
    CONSENT_GIVEN: ("met", _given),
    CONSENT_READ: ("partly", _looked),
    CONSENT_REVOKED: ("not", _revoked),
}


def _read(events: list[Event]) -> str:
    """How often they looked; a day on which they did counts once for each of them."""
    reads = [event for event in events if event.verb == CONSENT_READ]
    if not reads:
        return _("They have not read it.")
    said = ngettext("They read it once", "They read it %(count)d times", len(reads))
    return _("%(times)s, last on %(day)s.") % {
        "times": said % {"count": len(reads)},
        "day": date_format(timezone.localtime(reads[0].at)),
    }
