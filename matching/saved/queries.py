"""What somebody keeps, as far as they may still read it: what has gone is simply not there."""

from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from matching.models import Opening, SavedItem, SavedSearch
from matching.queries.openings import OpeningQuerySet
from matching.queries.saved import SavedSearchQuerySet
from matching.saved import lists
from profiles.models import Profile
from profiles.viewer import Viewer
from profiles.visibility import ProfileQuerySet

OPENING, PROFILE = "opening", "profile"


def save_key(kind: str, public_id: object) -> str:
    """How a form names what is saved: "opening:<public id>" or "profile:<public id>"."""
    return f"{kind}:{public_id}"


def visible_item(key: str, viewer: Viewer) -> Opening | Profile | None:
    """The row behind a key, if the viewer may read it; `None` for nonsense too."""
    kind, _, public_id = key.partition(":")
    rows = {OPENING: Opening.objects.visible_to, PROFILE: Profile.objects.visible_to}.get(kind)
    if rows is None or not _is_uuid(public_id):
        return None
    found: Opening | Profile | None = rows(viewer).filter(public_id=public_id).first()
    return found


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def saved_keys(user_id: int | None) -> set[str]:
    """Keys of all that this account keeps, in one query."""
    if user_id is None:
        return set()
    rows = SavedItem.objects.filter(user=user_id)
    pairs = rows.values_list("opening__public_id", "profile__public_id")
    return {
        save_key(OPENING, opening) if opening else save_key(PROFILE, profile)
        for opening, profile in pairs
    }


def saved_openings(viewer: Viewer) -> OpeningQuerySet:
    rows: OpeningQuerySet = _kept_by(viewer, Opening.objects.visible_to(viewer), OPENING)
    return rows


def saved_profiles(viewer: Viewer) -> ProfileQuerySet:
    rows: ProfileQuerySet = _kept_by(viewer, Profile.objects.visible_to(viewer), PROFILE)
    return rows


def _kept_by(viewer: Viewer, rows: Any, kind: str) -> Any:
    """Of these rows those that the viewer saved, the last saved first."""
    own = SavedItem.objects.filter(user=viewer.user_id)
    saved_at = Subquery(own.filter(**{kind: OuterRef("pk")}).values("saved_at"))
    kept = rows.filter(pk__in=own.exclude(**{kind: None}).values(kind))
    return kept.annotate(saved_at=saved_at).order_by("-saved_at", "-pk")


def saved_searches(viewer: Viewer) -> SavedSearchQuerySet:
    """The newest first; those of a list that is no more are not shown."""
    rows: SavedSearchQuerySet = SavedSearch.objects.filter(user=viewer.user_id)
    return rows.filter(list__in=lists.names()).order_by("-created_at", "-pk")
