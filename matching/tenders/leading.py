"""From the page of a tender to its answers, for its owner, and to answering, for a local firm."""

from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _

from matching.follows import Follow
from matching.models import Candidacy, Opening
from matching.pairings.contracting import PAIRING
from matching.tenders.models import Answer
from profiles.viewer import Viewer


def answers_to(viewer: Viewer) -> JSONObject:
    """Registered with `matching.follows`: how many the viewer received, and the one they sent."""
    here = Answer.objects.live().filter(opening=OuterRef("pk")).order_by()
    received = here.received_by(viewer).values("opening").annotate(n=Count("pk")).values("n")
    sent = here.sent_by(viewer).values("public_id")[:1]
    return JSONObject(received=Coalesce(Subquery(received), 0), sent=Subquery(sent))


def leads(
    opening: Opening, candidacy: Candidacy | None, viewer: Viewer, told: dict[str, Any]
) -> list[Follow]:
    """Registered with it too; told: what `answers_to` found."""
    if opening.pairing != PAIRING.slug or opening.status == Opening.Status.DRAFT:
        return []
    if viewer.owns(opening.owner_id):
        return [_to_answers(opening, told["received"])]
    if candidacy is None:
        return []
    if told["sent"]:
        url = reverse("answer", args=[told["sent"]])
        return [Follow(_("You answered this tender"), "", _("See your answer"), url)]
    return [_to_answering(opening)] if viewer.writes_for(candidacy.profile_id) else []


def _to_answers(opening: Opening, count: int) -> Follow:
    return Follow(
        _("Answers (%(count)d)") % {"count": count},
        _("Firms answer under an alias. You read their names when they choose, or on award."),
        _("Read the answers"),
        reverse("tender-answers", args=[opening.public_id]),
    )


def _to_answering(opening: Opening) -> Follow:
    return Follow(
        _("Answer this tender"),
        _("You answer under an alias, and choose whether they read your name."),
        _("Answer this tender"),
        reverse("answer-tender", args=[opening.public_id]),
    )
