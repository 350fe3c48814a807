"""Staff state, change and withdraw what is known of a route. Events hold codes only."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from grants.files import read_toml
from grants.models import RouteFact
from ledger.actions import record

FILE = Path(__file__).parent / "facts.toml"
STATED, CHANGED, WITHDRAWN = "route.stated", "route.changed", "route.withdrawn"


def state_missing() -> int:
    """State the shipped facts that are not there yet; returns how many.

    What staff changed or withdrew stays as they left it.
    """
    known = set(RouteFact.objects.values_list("slug", flat=True))
    missing = [said for said in shipped() if said["slug"] not in known]
    for said in missing:
        state(said=said, by_id=None)
    return len(missing)


def shipped() -> list[dict[str, Any]]:
    """The columns of each fact that ships with the code."""
    document = read_toml(FILE)
    return [_columns(said, document["sources"]) for said in document["facts"]]


def _columns(said: Mapping[str, Any], sources: Mapping[str, Any]) -> dict[str, Any]:
    source = sources[said["source"]]
    plain = {key: value for key, value in said.items() if key not in ("text", "source")}
    return {
        **plain,
        "text_en": said["text"]["en"],
        "text_ar": said["text"]["ar"],
        "source_en": source["title"]["en"],
        "source_ar": source["title"]["ar"],
        "source_url": source["url"],
        "checked_on": date.fromisoformat(source["read_on"]),
    }


@transaction.atomic
def state(*, said: Mapping[str, Any], by_id: int | None) -> RouteFact:
    """A new fact. Raises ValidationError, by column, for what cannot stand."""
    fact = RouteFact(**said, checked_by_id=by_id)
    fact.full_clean(exclude=["checked_by"])
    fact.save()
    record(verb=STATED, subject=fact, actor_id=by_id, codes={"route": fact.route})
    return fact


@transaction.atomic
def change(*, fact: RouteFact, said: Mapping[str, Any], by_id: int | None) -> RouteFact:
    """Said as it stands already, nothing changes. Raises ValidationError likewise."""
    row = RouteFact.objects.select_for_update().get(pk=fact.pk)
    changed = [name for name, value in said.items() if getattr(row, name) != value]
    if not changed:
        return row
    for name in changed:
        setattr(row, name, said[name])
    row.checked_by_id = by_id
    row.full_clean(exclude=["checked_by"])
    row.save()
    record(verb=CHANGED, subject=row, actor_id=by_id, codes={"fields": changed})
    return row


@transaction.atomic
def withdraw(*, fact: RouteFact, by_id: int | None) -> RouteFact:
    """It does not hold, or is not to be said any more; done twice, nothing more happens."""
    row = RouteFact.objects.select_for_update().get(pk=fact.pk)
    if row.withdrawn_at is None:
        row.withdrawn_at = timezone.now()
        row.save(update_fields=["withdrawn_at"])
        record(verb=WITHDRAWN, subject=row, actor_id=by_id, codes={"route": row.route})
    return row
