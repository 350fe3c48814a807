"""A check is kept as it was made, can be worked out again, and forgets its facts when asked."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from grants.eligibility import Reading, read_as
from grants.evaluation import Result
from grants.facts import FACTS, Kind
from grants.models import Check
from grants.rules import Facts, Value
from ledger.actions import record

KEPT = "check.kept"
FORGOTTEN = "check.forgotten"
MOST_AT_ONCE = 1000


def as_json(facts: Facts) -> dict[str, Any]:
    """Amounts as text, so that no cent is lost."""
    return {
        name: str(value) if isinstance(value, Decimal) else value for name, value in facts.items()
    }


def from_json(said: dict[str, Any]) -> dict[str, Value]:
    """What `as_json` stored; a fact there is no more is left out."""
    return {
        name: Decimal(value) if FACTS[name].kind is Kind.USD else value
        for name, value in said.items()
        if name in FACTS
    }


@transaction.atomic
def keep(*, reading: Reading, facts: Facts, profile_id: int | None, user_id: int | None) -> Check:
    """Keep a reading with the facts that it was made of."""
    check: Check = Check.objects.create(
        rule_set=reading.rule_set,
        profile_id=profile_id,
        user_id=user_id,
        as_of=reading.as_of,
        facts=as_json(facts),
        verdict=str(reading.verdict),
        results=_results(reading),
        low=reading.amount.low if reading.amount else None,
        high=reading.amount.high if reading.amount else None,
    )
    codes = {
        "rule_set": reading.rule_set.pk,
        "verdict": check.verdict,
        "criteria": len(check.results),
    }
    record(verb=KEPT, subject=check, actor_id=user_id, codes=codes)
    return check


def replay(check: Check) -> Reading:
    """The reading as it was made, by the version and for the day of the check."""
    return read_as(check.rule_set, from_json(check.facts), as_of=check.as_of)


@transaction.atomic
def forget(*, check: Check, by_id: int | None) -> Check:
    """Its facts are deleted, its verdict stays counted; done twice, nothing more happens."""
    row: Check = Check.objects.select_for_update().get(pk=check.pk)
    if row.forgotten_at is None:
        row.facts, row.results, row.forgotten_at = {}, {}, timezone.now()
        row.profile = row.user = None
        row.low = row.high = None
        row.save()
        record(verb=FORGOTTEN, subject=row, actor_id=by_id)
    return row


def forget_left_behind(*, before: datetime) -> int:
    """Forget the facts of checks that no account holds, made before that; returns how many."""
    rows = Check.objects.filter(user__isnull=True, forgotten_at__isnull=True)
    left = list(rows.filter(made_at__lt=before).order_by("pk")[:MOST_AT_ONCE])
    for check in left:
        forget(check=check, by_id=None)
    return len(left)


def _results(reading: Reading) -> dict[str, list[str]]:
    return {name: _result(each) for name, each in reading.evaluation.results.items()}


def _result(result: Result) -> list[str]:
    return [str(result.truth), str(result.why or "")]
