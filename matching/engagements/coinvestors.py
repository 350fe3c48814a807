"""What the two of an investment read of the others in the same round.

No amount of a single one is ever read: there is a total from three on, in two digits, so that
whoever joins is not the difference between two days. It counts the same for every reader, apart
or not, so that nobody learns who is in it by never meeting them. Names are those of investors who
said that they may be read, as this reader may name them.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.engagements.models import Agreement, Engagement
from matching.engagements.models.agreements import InvestmentStage, Shown
from matching.engagements.outcomes.registry import outcome_of
from matching.engagements.statements import holding_of
from matching.views.wording import dollars
from profiles.disclosure import heading
from profiles.exclusions import never_met_by
from profiles.models import Profile
from profiles.viewer import Viewer
from profiles.visibility import card_relations

FEWEST = 3
DIGITS = 2
GIVEN = (InvestmentStage.COMMITTED, InvestmentStage.INVESTED)


@dataclass(frozen=True, slots=True)
class Others:
    """said: the total, or why there is none; names: who says that they take part

    total: whole US dollars in two digits, `None` where it is not to be read
    """

    said: str
    names: list[str]
    total: int | None = None


def others_of(row: Engagement, viewer: Viewer) -> Others | None:
    """`None` until both say that this one gives. The reader's own are no others.

    Of a row `with_agreements`. Whoever only looks reads of no others, and no others read of them.
    """
    if not (outcome_of(row.pairing).is_round and row.is_running and gives(row)):
        return None
    reader = viewer.as_party
    given = [each for each in _terms_of_others(row, reader) if each.stage in GIVEN]
    terms = [each for each in given if each.shown != Shown.NOTHING]
    named = [each for each in terms if each.shown == Shown.NAMED and each.is_met]  # type: ignore[attr-defined]
    names = [heading(each.engagement.owner, reader)[0] for each in named]
    amounts = [each.usd for each in terms if each.usd]
    total = rounded(sum(amounts)) if len(amounts) >= FEWEST else None
    return Others(_said(len(amounts), total), names, total)


def gives(row: Engagement) -> bool:
    """Whether both say that it is committed or invested; of a row `with_agreements`."""
    holds = holding_of(row)
    return holds is not None and holds.stage in GIVEN


def _terms_of_others(row: Engagement, reader: Viewer) -> list[Agreement]:
    """What holds now of each other investor that is there, in one query."""
    own = {row.owner_id, *reader.profile_ids}
    live = Engagement.objects.filter(
        pairing=row.pairing, candidate=row.candidate_id, state=Engagement.State.RUNNING
    )
    others = live.exclude(owner__in=own).exclude(owner__status=Profile.Status.HIDDEN)
    confirmed = Agreement.objects.filter(engagement__in=others, state=Agreement.State.CONFIRMED)
    met = Profile.objects.filter(~never_met_by(reader), pk=OuterRef("engagement__owner"))
    return list(
        confirmed.exclude(kind=Agreement.Kind.COMPLETION)
        .select_related("engagement__owner", *card_relations("engagement__owner__"))
        .annotate(is_met=Exists(met))
        .order_by("engagement", "-pk")
        .distinct("engagement")
    )


def _said(count: int, total: int | None) -> str:
    if total is None:
        return _(
            "Fewer than three of the others let their amounts be counted, so no total is shown."
        )
    return ngettext(
        "%(count)d other investor has committed or invested about %(usd)s.",
        "%(count)d other investors have committed or invested about %(usd)s together.",
        count,
    ) % {"count": count, "usd": dollars(total, total)}


def rounded(usd: int) -> int:
    """Down to its first two digits: 431,900 is 430,000."""
    unit: int = 10 ** max(len(str(usd)) - DIGITS, 0)
    return usd // unit * unit
