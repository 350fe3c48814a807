"""A firm as the company reads it in an answer: capability from this list alone, and no name.

Whatever else a profile says, and its alias and address most of all, would tell who it is, also of
a firm that is publicly named elsewhere. A name is read only where the firm gave it to this company.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.authoring.saying import asked_by
from matching.models import Opening
from matching.pairings.rules import DEFAULT_SHARED_HOURS
from matching.tenders.models import Answer
from profiles.disclosure import heading
from profiles.firms.filters import team_band
from profiles.firms.models import Vouch
from profiles.firms.vouching import vouched_many
from profiles.models import Profile
from profiles.viewer import Viewer
from profiles.visibility import card_rows

AT_LEAST = (1, 3, 5, 10, 25, 50, 100)
"""What is said of a number that was checked: the next of these below it."""


@dataclass(frozen=True, slots=True)
class Team:
    """held: labels of the skills that are asked for and there, missing: how many are not

    languages: (label, CEFR level); size: of the team, in a band, "" where unsaid
    hours, hours_word: as components/state.html has them; vouched: by programme staff
    """

    held: tuple[str, ...]
    missing: int
    languages: tuple[tuple[str, str], ...]
    size: str
    hours: str
    hours_word: str
    vouched: tuple[str, ...]


def title_of(row: Answer, viewer: Viewer) -> tuple[str, str]:
    """What the company calls the firm, and where it is: both of a named one alone."""
    return heading(row.firm, viewer) if row.is_named else (row.alias, "")


def teams_of(firms: Iterable[Profile], opening: Opening) -> dict[int, Team]:
    """By the firm's key, in four queries however many they are."""
    all_firms = list(firms)
    prefetch_related_objects(all_firms, *card_rows())
    prefetch_related_objects([opening], Opening.objects.all().asked())
    vouched = vouched_many(all_firms)
    return {firm.pk: _team(firm, opening, vouched[firm.pk]) for firm in all_firms}


def _team(firm: Profile, opening: Opening, vouched: list[tuple[str, int | None]]) -> Team:
    skills = {skill.pk for skill, _level in firm.held}
    asked = asked_by(opening)
    held = tuple(each.skill.label for each in asked if each.skill_id in skills)
    hours, word = _hours(firm, opening)
    return Team(
        held=held,
        missing=len(asked) - len(held),
        languages=tuple((language.label, cefr) for language, cefr in firm.spoken),
        size=team_band(firm.firm.team_size) if hasattr(firm, "firm") else "",
        hours=hours,
        hours_word=word,
        vouched=tuple(_vouched(fact, number) for fact, number in vouched),
    )


def _vouched(fact: str, number: int | None) -> str:
    """Its number in a band, and without the month: a firm's own page has both."""
    if number is None:
        return str(Vouch.Fact(fact).label)
    if fact == Vouch.Fact.STAFF:
        return _("%(people)s employed") % {"people": team_band(number)}
    least = max((each for each in AT_LEAST if each <= number), default=number)
    said = {
        Vouch.Fact.CONTRACTS: ngettext(
            "at least %(count)d contract delivered", "at least %(count)d contracts delivered", least
        ),
        Vouch.Fact.REFERENCES: ngettext(
            "at least %(count)d reference spoken to",
            "at least %(count)d references spoken to",
            least,
        ),
    }
    return said[Vouch.Fact(fact)] % {"count": least}


def _hours(firm: Profile, opening: Opening) -> tuple[str, str]:
    """Whether as many hours a day are shared as are asked for: (state, in words)."""
    theirs, ours = firm.utc_hours, opening.owner.utc_hours
    if theirs is None or ours is None:
        return "unknown", _("Working hours not said")
    shared = (theirs & ours).bit_count()
    if shared >= (opening.hours_overlap or DEFAULT_SHARED_HOURS):
        return "met", _("Free at your working hours")
    if shared:
        return "partly", _("Free for a part of your working hours")
    return "not", _("Not free at your working hours")
