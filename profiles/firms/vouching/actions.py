"""Staff say that they checked a fact, and take it back. Events hold ids and codes only."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledger.actions import record
from profiles.firms.models import Firm, Vouch
from profiles.models import Profile

FIRM_VOUCHED = "firm.vouched"
VOUCH_WITHDRAWN = "vouch.withdrawn"


class UnfitVouchError(ValueError):
    """A check that cannot be true as it was written; the message says what to change."""


@transaction.atomic
def vouch(
    *, profile: Profile, fact: str, number: int | None, checked_on: date, by_id: int | None
) -> Vouch:
    """Staff checked this fact of the firm on that day. Said again as it stands, nothing changes.

    number: what was counted, None for Vouch.WITHOUT_NUMBER; raises UnfitVouchError
    """
    for sentence in unfit(fact, number, checked_on).values():
        raise UnfitVouchError(sentence)
    firm = Firm.objects.select_for_update().get(pk=profile.pk)
    of_day = {"fact": Vouch.Fact(fact), "checked_on": checked_on}
    latest = firm.vouches.filter(**of_day).order_by("pk").last()
    if latest and latest.withdrawn_at is None and latest.number == number:
        return latest
    return _made(firm, {**of_day, "number": number}, by_id)


@transaction.atomic
def withdraw(*, vouch: Vouch, by_id: int | None) -> Vouch:
    """It turned out not to hold, or is not to be said any more."""
    row = Vouch.objects.select_for_update().get(pk=vouch.pk)
    if row.withdrawn_at is None:
        row.withdrawn_at = timezone.now()
        row.save(update_fields=["withdrawn_at"])
        codes = {"firm": row.firm_id, "fact": row.fact}
        record(verb=VOUCH_WITHDRAWN, subject=row, actor_id=by_id, codes=codes)
    return row


def unfit(fact: str, number: int | None, checked_on: date) -> dict[str, str]:
    """What is wrong with it: the field, and a sentence that says what to change."""
    wrong = {}
    if checked_on > timezone.localdate():
        wrong["checked_on"] = _("That day is still to come. Give the day of the check.")
    if fact in Vouch.WITHOUT_NUMBER:
        if number is not None:
            wrong["number"] = _("This fact has no number. Leave it empty.")
    elif number is None or not 1 <= number <= Vouch.MOST:
        most = {"most": Vouch.MOST}
        wrong["number"] = _("Give the number that was counted, 1 to %(most)d.") % most
    return wrong


def _made(firm: Firm, said: dict[str, Any], by_id: int | None) -> Vouch:
    made: Vouch = firm.vouches.create(**said, by_id=by_id)
    record(verb=FIRM_VOUCHED, subject=firm.profile, actor_id=by_id, codes={"fact": made.fact})
    return made
