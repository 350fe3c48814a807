"""What whoever holds the link reads: an allow-list, the same for every reader.

Of the firm it is what its client may read, and of that the skills, the languages and how large
the team is, roughly. A name stands there only where strangers may read it anyway.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.engagements.models import Referral
from profiles.disclosure import HeldSkill, alias, disclose, heading
from profiles.firms.filters import team_band
from profiles.models import Profile
from profiles.recognition import standing_of
from profiles.viewer import ANONYMOUS

MONTH = 30


@dataclass(frozen=True, slots=True)
class Shown:
    """name, client: "" where they are withheld; team: "50 to 199", "" where it is not said

    worked: "4 people for 6 months"; growth: "" where there was none
    """

    name: str
    client: str
    sentence: str
    language: str
    skills: Sequence[HeldSkill]
    languages: Sequence[tuple[str, str]]
    team: str
    worked: str
    growth: str


def shown_of(row: Referral) -> Shown:
    """Of a row that `with_all` fetched."""
    engagement = row.engagement
    card = disclose(engagement.candidate, standing_of(engagement.owner))
    heads = row.heads or [1]  # type: ignore[attr-defined]
    return Shown(
        name=public_name(engagement.candidate),
        client=public_name(engagement.owner) if row.names_client else "",
        sentence=row.sentence,
        language=row.language,
        skills=card.skills,
        languages=card.languages,
        team="" if card.is_alias else team_band(engagement.candidate.firm.team_size),
        worked=_worked(max(heads), engagement.began_on, engagement.ended_on),
        growth=_growth(heads[0], heads[-1]),
    )


def public_name(profile: Profile) -> str:
    """As a stranger reads it, "" where they read none."""
    title = heading(profile, ANONYMOUS)[0]
    return "" if title == alias(profile) else title


def _worked(people: int, first: date | None, last: date | None) -> str:
    today = timezone.localdate()
    months = max(1, ((last or today) - (first or today)).days // MONTH)
    return _("%(people)s for %(months)s") % {
        "people": ngettext("%(count)d person", "%(count)d people", people) % {"count": people},
        "months": ngettext("%(count)d month", "%(count)d months", months) % {"count": months},
    }


def _growth(first: int, last: int) -> str:
    if last <= first:
        return ""
    return ngettext(
        "The team grew from %(first)d to %(last)d person.",
        "The team grew from %(first)d to %(last)d people.",
        last,
    ) % {"first": first, "last": last}
