"""Writes about what somebody keeps. Said twice, nothing changes and nothing is recorded."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ledger.actions import record
from matching.models import Opening, SavedItem, SavedSearch
from matching.saved.searches import Asked
from profiles.models import Profile, User

Item = Opening | Profile

ITEM_SAVED = "item.saved"
ITEM_DROPPED = "item.dropped"
SEARCH_SAVED = "search.saved"
SEARCH_CHANGED = "search.changed"
SEARCH_DROPPED = "search.dropped"


@transaction.atomic
def save_item(*, item: Item, by_id: int) -> SavedItem:
    """Keep an opening or a profile. Raises ValidationError where the person keeps too many."""
    _one_at_a_time(by_id)
    found = SavedItem.objects.filter(user=by_id, **_of(item)).first()
    if found is not None:
        return found
    if SavedItem.objects.filter(user=by_id).count() >= SavedItem.MOST:
        raise ValidationError(
            _("%(most)d are saved already: remove some that you no longer need."),
            params={"most": SavedItem.MOST},
        )
    saved = SavedItem.objects.create(user_id=by_id, **_of(item))
    _record_item(ITEM_SAVED, saved)
    return saved


@transaction.atomic
def drop_item(*, item: Item, by_id: int) -> None:
    for saved in SavedItem.objects.select_for_update().filter(user=by_id, **_of(item)):
        _record_item(ITEM_DROPPED, saved)
        saved.delete()


@transaction.atomic
def save_search(*, asked: Asked, alerts: str, by_id: int) -> SavedSearch:
    """Keep a search; kept before, it only gets the new rhythm of mail.

    Raises ValidationError where the person keeps too many, or the search is too long to keep.
    """
    _one_at_a_time(by_id)
    kept = SavedSearch.objects.filter(user=by_id, list=asked.of.name, query=asked.query).first()
    if kept is not None:
        return set_alerts(search=kept, alerts=alerts)
    _check_room(asked, by_id)
    label_en, label_ar = asked.labels
    search = SavedSearch.objects.create(
        user_id=by_id, list=asked.of.name, query=asked.query, alerts=alerts,
        label_en=label_en, label_ar=label_ar,
    )  # fmt: skip
    _record_search(SEARCH_SAVED, search, alerts=alerts)
    return search


@transaction.atomic
def set_alerts(*, search: SavedSearch, alerts: str) -> SavedSearch:
    """How often mail comes. By the reader, or by whoever holds the link of their mail."""
    if search.alerts != alerts:
        search.alerts = alerts
        search.save(update_fields=["alerts"])
        _record_search(SEARCH_CHANGED, search, alerts=alerts)
    return search


@transaction.atomic
def mark_seen(*, search: SavedSearch, at: datetime) -> SavedSearch:
    """The reader has looked: what was there until now is no news any more. Reading is no event."""
    SavedSearch.objects.filter(pk=search.pk).update(told_until=at, news=0)
    return search


@transaction.atomic
def drop_search(*, search: SavedSearch) -> None:
    _record_search(SEARCH_DROPPED, search)
    search.delete()


def _one_at_a_time(user_id: int) -> None:
    """Two tabs of one person wait for each other, so that neither passes the limit."""
    User.objects.select_for_update().get(pk=user_id)


def _of(item: Item) -> dict[str, Any]:
    return {"opening" if isinstance(item, Opening) else "profile": item}


def _check_room(asked: Asked, user_id: int) -> None:
    if len(asked.query) > SavedSearch.LONGEST_QUERY:
        raise ValidationError(_("This search is too long to save: take a few filters away."))
    if SavedSearch.objects.filter(user=user_id).count() >= SavedSearch.MOST:
        raise ValidationError(
            _("%(most)d searches are saved already: remove some that you no longer need."),
            params={"most": SavedSearch.MOST},
        )


def _record_item(verb: str, saved: SavedItem) -> None:
    codes = {"opening": saved.opening_id, "profile": saved.profile_id}
    said = {name: key for name, key in codes.items() if key}
    record(verb=verb, subject=saved, actor_id=saved.user_id, codes=said)


def _record_search(verb: str, search: SavedSearch, **codes: str) -> None:
    record(verb=verb, subject=search, actor_id=search.user_id, codes={"list": search.list} | codes)
