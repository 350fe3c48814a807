"""That somebody came by a link: kept in their session until they ask the firm."""

from django.contrib.sessions.backends.base import SessionBase

from matching.engagements.models import Referral
from matching.engagements.referrals.actions import follow
from matching.introductions.models import Introduction
from profiles.middleware import ViewedRequest

CAME_BY = "recommended"
"""Where the session keeps the public id of the recommendation that was opened last."""


def remember(session: SessionBase, referral: Referral) -> None:
    if session.get(CAME_BY) != str(referral.public_id):
        session[CAME_BY] = str(referral.public_id)


def asked(request: ViewedRequest, row: Introduction) -> None:
    """Where the company asked the firm of that recommendation, it was followed."""
    came_by = request.session.get(CAME_BY)
    if came_by is None or row.opening.pairing != "contracting":
        return
    firm = row.candidacy.profile_id
    found = Referral.objects.live().filter(public_id=came_by, engagement__candidate=firm).first()
    if found is not None and row.asker_id == row.opening.owner_id:
        follow(referral=found, introduction=row, by_id=request.viewer.user_id)
        del request.session[CAME_BY]
