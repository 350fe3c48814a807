"""Plan, ask for, give, drop and read a review: each in one transaction with its event."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledger.actions import record
from matching.engagements.models import Engagement, Review, Session
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.reviews.planning import Planned, planned
from matching.engagements.statements import holding_of
from matching.introductions.languages import language_of
from matching.moves import RefusedError
from profiles.models import Profile

Kind = Review.Kind


@dataclass(frozen=True, slots=True)
class Word:
    """rating: 1 to 5; again: of the end alone, `None` elsewhere; text: personal"""

    rating: int
    text: str
    again: bool | None = None


@transaction.atomic
def plan(*, engagement: Engagement) -> None:
    """What is asked from today on, as now agreed; done twice, it changes nothing.

    What would have been asked before it was recorded is not asked any more.
    """
    row: Engagement = Engagement.objects.select_for_update().get(pk=engagement.pk)
    terms = holding_of(row)
    if not row.is_running or terms is None:
        return
    today = timezone.localdate()
    wanted = {each for each in planned(row, outcome_of(row.pairing), terms) if each.due_on >= today}
    waiting = row.reviews.filter(asked_at__isnull=True, due_on__gte=today)
    old = [each for each in waiting if Planned(each.by_id, each.kind, each.due_on) not in wanted]
    Review.objects.filter(pk__in=[each.pk for each in old], asked_at__isnull=True).delete()
    rows = [Review(engagement=row, **each._asdict()) for each in sorted(wanted)]
    Review.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def ask(*, review: Review) -> bool:
    """Its day has come; whether it was asked for just now. It is asked for once and never again."""
    row: Review | None = (
        Review.objects.select_for_update(of=("self",))
        .select_related("engagement")
        .filter(pk=review.pk, asked_at__isnull=True)
        .first()
    )
    if row is None or not row.engagement.is_running:
        return False
    row.asked_at = timezone.now()
    row.save(update_fields=["asked_at"])
    _record("asked", row, None)
    return True


@transaction.atomic
def ask_both(*, engagement: Engagement, kind: str, session: Session | None = None) -> None:
    """Ask both sides now, once: after a session, or at the end."""
    for side in (engagement.owner_id, engagement.candidate_id):
        row, is_new = Review.objects.get_or_create(
            engagement=engagement,
            session=session,
            by_id=side,
            kind=kind,
            defaults={"due_on": timezone.localdate(), "asked_at": timezone.now()},
        )
        if is_new:
            _record("asked", row, None)


@transaction.atomic
def drop(*, engagement: Engagement) -> int:
    """It is over: what was planned is not asked any more; returns how many those are."""
    count, _models = engagement.reviews.filter(asked_at__isnull=True).delete()
    return count


@transaction.atomic
def give(*, review: Review, by: Profile, said: Word, by_id: int | None) -> Review:
    """One side says how it goes. Sent twice it counts once.

    Raises RefusedError where a colleague gave it, or its time has passed.
    """
    row: Review = Review.objects.select_for_update().get(pk=review.pk, by=by)
    if row.is_given and row.author_id == by_id:
        return row
    if row.is_given:
        raise RefusedError(_("A colleague has given it already. Nothing was changed."))
    if not row.is_open(timezone.now()):
        raise RefusedError(_("The time to give it has passed. Nothing was changed."))
    row.rating, row.text, row.again = said.rating, said.text, said.again
    row.language = language_of(said.text, by.language)
    row.author_id, row.given_at = by_id, timezone.now()
    row.save()
    _record("given", row, by_id)
    return row


@transaction.atomic
def read(*, review: Review, by_id: int | None) -> None:
    """Programme staff read it: who did is recorded each time."""
    _record("read", review, by_id)


def _record(verb: str, row: Review, by_id: int | None) -> None:
    codes = {"engagement": row.engagement_id, "by": row.by_id, "kind": row.kind}
    codes |= {"session": row.session_id} if row.session_id else {}
    record(verb=f"review.{verb}", subject=row, actor_id=by_id, codes=codes)
