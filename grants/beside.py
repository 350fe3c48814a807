"""The line about grants on pages of openings, raises and what came of introductions.

For whoever's it is, read with what their records say; for others the programmes that may help.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from grants import known, saying
from grants.eligibility import Reading, current, read_as
from grants.models import Programme, RuleSet
from grants.rules import Value
from grants.sources import in_language
from grants.standing import Standing, State, standings, tally
from matching.engagements.models import Engagement
from matching.follows import Follow
from matching.models import Candidacy, Opening
from profiles.viewer import Viewer

PLANS = {
    "hiring": "hire",
    "internships": "internship",
    "contracting": "team",
    "investing": "raise",
}
"""What an opening, or a raise, is the plan of; mentoring is helped by no grant."""
MOST_MISSING = 3
Told = Sequence[dict[str, Any]]


def programmes(viewer: Viewer) -> ArraySubquery:
    """Registered with `matching.follows`: the newest version of each programme, with its window."""
    newest = RuleSet.objects.order_by("programme_id", "-version").distinct("programme_id")
    told = JSONObject(
        pk="pk",
        published_at="published_at",
        slug="programme__slug",
        status="programme__status",
        checked_on="programme__status_checked_on",
    )
    return ArraySubquery(newest.values(told=told))


def of_opening(
    opening: Opening, candidacy: Candidacy | None, viewer: Viewer, told: Told
) -> list[Follow]:
    """Registered with it too; told: what `programmes` found. Of a mandate there is none."""
    plan = PLANS.get(opening.pairing)
    if plan in (None, "raise") or opening.status == Opening.Status.DRAFT:
        return []
    rule_sets = [_rule_set(each) for each in told]
    if not viewer.writes_for(opening.owner_id):
        return _for_others(_readings(rule_sets, plan, {}), plan)
    facts = {**known.of_profile(opening.owner), **known.of_opening(opening)}
    facts |= known.buyers_of(opening.owner)
    return _for_owner(_readings(rule_sets, plan, _values(facts)), str(opening.public_id))


def of_engagement(row: Engagement, viewer: Viewer) -> list[Follow]:
    """Registered with `matching.engagements.beside`: for the employer of a hire or an intern."""
    plan = PLANS.get(row.pairing)
    if plan not in ("hire", "internship") or not viewer.writes_for(row.owner_id):
        return []
    facts = {**known.of_profile(row.owner), **known.of_engagement(row)}
    facts |= known.buyers_of(row.owner)
    return _for_owner(_readings(current(), plan, _values(facts)), str(row.public_id))


def _rule_set(told: Mapping[str, Any]) -> RuleSet:
    programme = Programme(
        slug=told["slug"],
        status=told["status"],
        status_checked_on=date.fromisoformat(told["checked_on"]),
    )
    published_at = datetime.fromisoformat(told["published_at"])
    return RuleSet(pk=told["pk"], programme=programme, published_at=published_at)


def _values(facts: Mapping[str, known.Known]) -> dict[str, Value]:
    return {name: each.value for name, each in facts.items()}


def _readings(
    rule_sets: Sequence[RuleSet], plan: str | None, facts: Mapping[str, Value]
) -> list[Reading]:
    """Those that help with the plan, what fits best first; what is ruled out last."""
    today = timezone.localdate()
    read = [read_as(rule_set, facts, as_of=today) for rule_set in rule_sets]
    helping = [each for each in read if plan in each.read.document["helps"]]
    return sorted(helping, key=lambda each: (each.is_ruled_out, -_met(each)))


def _met(reading: Reading) -> int:
    return tally(_standings(reading))[State.MET]


def _standings(reading: Reading) -> list[Standing]:
    return standings(reading.read.rules.rule, reading.evaluation)


def _for_others(found: Sequence[Reading], plan: str | None) -> list[Follow]:
    if not found:
        return []
    titles = _(", ").join(in_language(each.read.document["title"]) for each in found)
    url = f"{reverse('grants')}?{urlencode({'plan': plan})}"
    return [Follow(_("Grants that may help"), titles, _("Read the rules"), url)]


def _for_owner(found: Sequence[Reading], about: str) -> list[Follow]:
    """The one that fits best, in a line, and how many others there are."""
    open_ones = [each for each in found if not each.is_ruled_out]
    if not open_ones:
        return []
    best, others = open_ones[0], len(open_ones) - 1
    title = in_language(best.read.document["title"])
    standing = saying.standing_of(tally(_standings(best)))
    said = [_("%(title)s: %(standing)s.") % {"title": title, "standing": standing}]
    missing = _missing(best)
    if missing:
        said.append(_("Not said yet: %(what)s.") % {"what": _(", ").join(missing)})
    if others:
        more = ngettext(
            "%(count)d other programme may help.", "%(count)d other programmes may help.", others
        )
        said.append(more % {"count": others})
    url = f"{reverse('grant', args=[best.read.slug])}?{urlencode({'for': about})}"
    return [Follow(_("A grant for this?"), " ".join(said), _("See each rule"), url)]


def _missing(reading: Reading) -> list[str]:
    """What waits for an answer, by its title."""
    waits = (each for each in _standings(reading) if each.state is State.ASKED and each.criterion)
    named = [reading.read.criterion(each.criterion.id)["title"] for each in waits if each.criterion]
    return [in_language(title) for title in named[:MOST_MISSING]]
