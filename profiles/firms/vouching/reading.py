"""What staff checked of firms, in words: one query for however many firms, or none of its own."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from profiles.disclosure import Detail
from profiles.firms.models import Vouch
from profiles.models import Profile

SHOWN_FOR = timedelta(days=731)
"""24 months: what was checked longer ago may not hold any more."""
Checked = dict[str, Any]
"""The latest check of a fact: fact, number, checked_on as text, withdrawn_at."""


def vouched_many(profiles: Iterable[Profile]) -> dict[int, list[tuple[str, int | None]]]:
    """(fact, number) of what stands for each of these profiles, by key; in one query.

    For whoever may not learn which firm it is: in words, number and month would tell.
    """
    latest: dict[int, list[Checked]] = {profile.pk: [] for profile in profiles}
    rows = Profile.objects.filter(pk__in=latest).annotate(vouches=vouches_of(OuterRef("pk")))
    latest |= rows.values_list("pk", "vouches")
    return {
        key: [(row["fact"], row["number"]) for row in _standing(rows)]
        for key, rows in latest.items()
    }


def vouched_facts(profile: Profile) -> list[tuple[str, int | None]]:
    """The same of one profile: what was read with it, else asked for."""
    if not hasattr(profile, "vouches"):
        return vouched_many([profile])[profile.pk]
    return [(row["fact"], row["number"]) for row in _standing(profile.vouches)]


def vouches_of(firm: OuterRef) -> ArraySubquery:
    """For a query: a profile that bears it as `vouches` says on its card what was checked.

    `annotate(vouches=vouches_of(OuterRef("pk")))`, or of a row that points to the firm.
    """
    latest = Vouch.objects.filter(firm=firm).order_by("fact", "-checked_on", "-pk").distinct("fact")
    names = ("fact", "number", "checked_on", "withdrawn_at")
    return ArraySubquery(latest.values(said=JSONObject(**{name: name for name in names})))


def vouched_details(profile: Profile) -> list[Detail]:
    """For the card: what was read with the profile, nothing where it was not asked for."""
    return [_detail(row) for row in _standing(getattr(profile, "vouches", ()))]


def _standing(rows: Iterable[Checked]) -> list[Checked]:
    """Those that were neither withdrawn nor are too old, in the order of Vouch.Fact."""
    since = timezone.localdate() - SHOWN_FOR
    standing = {
        row["fact"]: row
        for row in rows
        if row["withdrawn_at"] is None and date.fromisoformat(row["checked_on"]) >= since
    }
    return [standing[fact] for fact in Vouch.Fact.values if fact in standing]


def _detail(row: Checked) -> Detail:
    """The number and its month under the fact's name, and both in one phrase."""
    label, count = str(Vouch.Fact(row["fact"]).label), row["number"]
    day = date.fromisoformat(row["checked_on"])
    checked = _("checked %(month)s") % {"month": date_format(day, "YEAR_MONTH_FORMAT")}
    if count is None:
        return Detail(label, checked, _joined(label, checked))
    number = number_format(count, use_l10n=True)
    return Detail(label, _joined(number, checked), _joined(_counted(row["fact"], count), checked))


def _joined(fact: str, checked: str) -> str:
    return _("%(fact)s, %(checked)s") % {"fact": fact, "checked": checked}


def _counted(fact: str, count: int) -> str:
    """The number with what it counts."""
    if fact == Vouch.Fact.STAFF:
        words = ngettext("%(count)s person employed", "%(count)s people employed", count)
    elif fact == Vouch.Fact.CONTRACTS:
        words = ngettext("%(count)s contract delivered", "%(count)s contracts delivered", count)
    else:
        words = ngettext("%(count)s reference spoken to", "%(count)s references spoken to", count)
    return words % {"count": number_format(count, use_l10n=True)}
