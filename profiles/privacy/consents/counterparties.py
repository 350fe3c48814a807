"""Whom an owner may let read more: whoever they may meet themselves, on no page but that one's."""

from profiles.disclosure import step_for
from profiles.models import Profile
from profiles.recognition import standing_of
from profiles.steps import Step
from profiles.viewer import Viewer
from profiles.visibility import ProfileQuerySet


def met_by(viewer: Viewer) -> ProfileQuerySet:
    """Parties that the owner may see: not oneself, nobody excluded either way, nobody hidden.

    Staff, who see everybody, meet as an owner no more than any other owner does.
    """
    rows: ProfileQuerySet = Profile.objects.visible_to(viewer.as_member())
    own = viewer.profile_ids | viewer.hidden_ids
    return rows.exclude(pk__in=sorted(own)).exclude(status=Profile.Status.HIDDEN)


def read_anyway(owner: Profile, to: Profile) -> Step:
    """How far that party reads the owner without any consent."""
    return step_for(owner, standing_of(to))
