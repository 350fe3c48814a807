"""Saved profiles and searches as the page shows them: texts and numbers only."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import ngettext

from matching.models import SavedSearch
from matching.saved import lists
from matching.saved.queries import PROFILE, save_key
from matching.views.lines import Tag, cut
from profiles.disclosure import Card, disclose
from profiles.models import Profile
from profiles.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A saved profile, as far as its reader may know it; url "" while profiles have no page."""

    kind: str
    title: str
    url: str
    language: str
    owner: str
    where: str
    facts: list[str]
    tags: list[Tag]
    key: str


@dataclass(frozen=True, slots=True)
class SearchLine:
    """A saved search; news: what its reader has not seen yet, "" where nothing."""

    key: str
    label: str
    list: str
    url: str
    change_url: str
    alerts: str
    news: str


def profile_line(profile: Profile, viewer: Viewer) -> ProfileLine:
    card = disclose(profile, viewer)
    return ProfileLine(
        kind=card.kind_label,
        title=card.headline or card.title,
        url=_profile_url(card),
        language=card.language if card.headline else "",
        owner=card.title if card.headline else "",
        where=card.region,
        facts=[value for _label, value in card.details],
        tags=cut([(skill.label, "") for skill in card.skills]),
        key=save_key(PROFILE, card.public_id),
    )


def _profile_url(card: Card) -> str:
    try:
        return reverse("profile", args=[card.public_id])
    except NoReverseMatch:
        return ""


def search_line(search: SavedSearch, viewer: Viewer) -> SearchLine:
    entry = lists.get(search.list)
    return SearchLine(
        key=str(search.public_id),
        label=search.label,
        list=str(entry.label) if entry else "",
        url=reverse("saved-search", args=[search.public_id]),
        change_url=reverse("change-search", args=[search.public_id]),
        alerts=search.alerts,
        news=_news(search.news),
    )


def _news(new: int) -> str:
    return ngettext("One new", "%(new)d new", new) % {"new": new} if new else ""
