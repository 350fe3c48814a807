"""Which times may be proposed: to come, within 60 days, and while neither of the two is booked."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from matching.engagements.models import Engagement, Session
from matching.engagements.models.sessions import MOST_TIMES
from matching.introductions.saying import moment
from matching.moves import RefusedError
from profiles.queries import together_with

FURTHEST = timedelta(days=60)
LONGEST = timedelta(minutes=max(Session.Minutes.values))


def check_times(
    engagement: Engagement, times: Sequence[datetime], minutes: int, session: Session | None = None
) -> None:
    """Raises RefusedError with the first thing that is wrong; `session` is the one that is moved.

    Call it while the two are held, so that nobody is booked twice.
    """
    now = timezone.now()
    if not 1 <= len(times) <= MOST_TIMES or len(set(times)) < len(times):
        raise RefusedError(_("Propose one to three different times."))
    for start in times:
        _check_near(start, now)
        if _is_taken(engagement, start, minutes, session):
            raise RefusedError(
                _("One of you has another session then: %(moment)s. Choose another time.")
                % {"moment": moment(start)}
            )


def _check_near(start: datetime, now: datetime) -> None:
    if start <= now:
        raise RefusedError(_("This time has passed: %(moment)s.") % {"moment": moment(start)})
    if start > now + FURTHEST:
        raise RefusedError(_("Choose times within the next 60 days."))


def _is_taken(
    engagement: Engagement, start: datetime, minutes: int, session: Session | None
) -> bool:
    """Whether either of the two, in any of their roles, is booked at that time."""
    persons = together_with(engagement.owner) | together_with(engagement.candidate)
    own = persons.values("pk")
    near = Session.objects.filter(
        Q(engagement__owner__in=own) | Q(engagement__candidate__in=own),
        state=Session.State.BOOKED,
        starts_at__gt=start - LONGEST,
        starts_at__lt=start + timedelta(minutes=minutes),
    )
    others = near.exclude(pk=session.pk) if session else near
    return any(other.ends_at > start for other in others)
