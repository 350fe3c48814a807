"""Never to meet again, from the page of an introduction: whatever runs between the two is over."""

from django.db import transaction

from matching.actions import never_meet
from matching.introductions.actions.elapsing import lapse
from matching.introductions.models import Introduction
from profiles.actions import consents
from profiles.models import Profile
from profiles.queries import together_with


@transaction.atomic
def block(*, introduction: Introduction, by: Profile, by_id: int | None) -> None:
    """Both become exclusions, in each of the person's own roles; what runs between them lapses.

    The other side reads what it reads of every introduction that lapsed. Done twice, it changes
    nothing more. Raises DoesNotExist for whoever is not one of the two.
    """
    if by.pk not in (introduction.asker_id, introduction.asked_id):
        raise Introduction.DoesNotExist
    other = introduction.party(by.pk)
    never_meet(profile=by, other=other, by_id=by_id)
    for own in together_with(by).exclude(pk=other.pk).order_by("pk"):
        for row in Introduction.objects.live().between(own.pk, other.pk).order_by("pk"):
            lapse(introduction=row)
        for owner, to in ((own, other), (other, own)):
            consents.revoke(owner=owner, to=to, by_id=by_id)
