"""Who may recommend whom: the client of a contract that has lasted, or was completed."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from matching.engagements.models import Engagement, Referral
from profiles.viewer import Viewer

LASTED = timedelta(days=30)
MOST = 5
"""Open recommendations of one client at a time."""


def may_be_recommended(engagement: Engagement) -> bool:
    if engagement.pairing != "contracting" or engagement.began_on is None:
        return False
    has_lasted = engagement.began_on <= timezone.localdate() - LASTED
    is_completed = engagement.state == Engagement.State.COMPLETED
    return is_completed or (engagement.is_running and has_lasted)


def recommend_url(engagement: Engagement, viewer: Viewer) -> str:
    """The page on which the client recommends the firm, and the firm reads and stops it.

    "" for whoever has nothing to do there: the page of the engagement shows no link then.
    """
    url = reverse("recommend", args=[engagement.public_id])
    if viewer.writes_for(engagement.owner_id):
        return url if may_be_recommended(engagement) else ""
    if not viewer.writes_for(engagement.candidate_id) or engagement.pairing != "contracting":
        return ""
    return url if Referral.objects.live().filter(engagement=engagement).exists() else ""
