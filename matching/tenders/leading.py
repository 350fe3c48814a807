"""From the page of a tender to its answers, for its owner, and to answering, for a local firm."""

from django.urls import reverse
from django.utils.translation import gettext as _

from matching.follows import Follow
from matching.models import Candidacy, Opening
from matching.pairings.contracting import PAIRING
from matching.tenders.models import Answer
from profiles.viewer import Viewer


def leads(opening: Opening, candidacy: Candidacy | None, viewer: Viewer) -> list[Follow]:
    """Registered with `matching.follows`: in one query, and in none for everybody else."""
    if opening.pairing != PAIRING.slug or opening.status == Opening.Status.DRAFT:
        return []
    if viewer.owns(opening.owner_id):
        return [_to_answers(opening, viewer)]
    if candidacy is None or not viewer.owns(candidacy.profile_id):
        return []
    return _to_answering(opening, candidacy, viewer)


def _to_answers(opening: Opening, viewer: Viewer) -> Follow:
    count = Answer.objects.received_by(viewer).live().filter(opening=opening).count()
    return Follow(
        _("Answers (%(count)d)") % {"count": count},
        _("Firms answer under an alias. You read their names when they choose, or on award."),
        _("Read the answers"),
        reverse("tender-answers", args=[opening.public_id]),
    )


def _to_answering(opening: Opening, candidacy: Candidacy, viewer: Viewer) -> list[Follow]:
    sent = Answer.objects.live().filter(opening=opening, candidacy=candidacy).first()
    if sent is not None:
        url = reverse("answer", args=[sent.public_id])
        return [Follow(_("You answered this tender"), "", _("See your answer"), url)]
    if not viewer.writes_for(candidacy.profile_id):
        return []
    return [
        Follow(
            _("Answer this tender"),
            _("You answer under an alias, and choose whether they read your name."),
            _("Answer this tender"),
            reverse("answer-tender", args=[opening.public_id]),
        )
    ]
