"""What the page of an introduction says of what came of it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from matching.engagements import saying
from matching.engagements.models import Engagement
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.statements import waiting_of
from matching.follows import Follow
from matching.introductions.models import Introduction
from matching.introductions.parties import Parties
from profiles.viewer import Viewer

MAY_HAVE = (Introduction.State.ACCEPTED, Introduction.State.ENDED, Introduction.State.LAPSED)


def follows(row: Introduction, parties: Parties, viewer: Viewer) -> list[Follow]:
    """How what came of it stands; where nothing has yet, the way to record it."""
    if row.state not in MAY_HAVE:
        return []
    came = Engagement.objects.filter(introduction=row).exclude(state=Engagement.State.DROPPED)
    found = came.with_agreements().order_by("-pk").first()
    if found is not None:
        return [_of(found, parties)]
    may_begin = row.state == Introduction.State.ACCEPTED and parties.is_seen
    return [_begin(row)] if may_begin and viewer.writes_for(parties.own.pk) else []


def _begin(row: Introduction) -> Follow:
    return Follow(
        heading=_("What came of it?"),
        text=_("Once you have agreed, one of you records it here and the other confirms it."),
        action=str(outcome_of(row.opening.pairing).begin),
        url=reverse("begin-engagement", args=[row.public_id]),
    )


def _of(found: Engagement, parties: Parties) -> Follow:
    waiting = waiting_of(found)
    is_due = waiting is not None and waiting.by_id == parties.other.pk
    label = str(outcome_of(found.pairing).label)
    return Follow(
        heading=label,
        text=saying.heading_of(found, parties.own.pk),
        action=_("Read and answer") if is_due else _("See it"),
        url=reverse("engagement", args=[found.public_id]),
        is_first=is_due,
        ends_too=_ends_too(label) if found.is_live else "",
    )


def _ends_too(label: str) -> str:
    return _(
        "What came of it ends with it, today: %(what)s. To choose the day, or to record that it is "
        "completed, do so there."
    ) % {"what": label}
