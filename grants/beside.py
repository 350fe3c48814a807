"""The line about grants on pages of openings, raises and what came of introductions.

For whoever's it is, read with what their records say; for others the programmes that may help.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from grants import known, saying
from grants.eligibility import Reading, read_each
from grants.models import Programme, RuleSet
from grants.rounds import PROGRAMME, match_with, may_read, sentences_of
from grants.rules import Value
from grants.sources import in_language
from grants.standing import State
from matching.engagements.models import Engagement
from matching.follows import Follow
from matching.models import Candidacy, Opening
from profiles.isolation import isolated
from profiles.viewer import Viewer

PLANS = {
    "hiring": "hire",
    "internships": "internship",
    "contracting": "team",
    "investing": "raise",
}
"""What an opening, or a raise, is the plan of; mentoring is helped by no grant."""
MOST_MISSING = 3
Told = Mapping[str, Any]


def programmes(viewer: Viewer) -> JSONObject:
    """Registered with `matching.follows`: the newest version of each programme with its window.

    And whether the owner has a buyer abroad already: so the line costs no query.
    """
    told = JSONObject(
        pk="pk",
        published_at="published_at",
        slug="programme__slug",
        status="programme__status",
        checked_on="programme__status_checked_on",
        title="document__title",
        helps="document__helps",
    )
    return JSONObject(
        programmes=ArraySubquery(RuleSet.objects.newest().values(told=told)),
        has_buyer=Exists(known.contracts_abroad(OuterRef("owner"))),
    )


def of_opening(
    opening: Opening, candidacy: Candidacy | None, viewer: Viewer, told: Told
) -> list[Follow]:
    """Registered with it too; told: what `programmes` found. Of a mandate there is none."""
    plan = PLANS.get(opening.pairing)
    if plan in (None, "raise") or opening.status == Opening.Status.DRAFT:
        return []
    helping = [each for each in told["programmes"] if plan in each["helps"]]
    if not viewer.writes_for(opening.owner_id):
        return _for_others([isolated(in_language(each["title"])) for each in helping], plan)
    facts = {**known.of_profile(opening.owner), **known.of_opening(opening)}
    facts |= known.letter_of(has_buyer=told["has_buyer"])
    read = read_each(list(map(_rule_set, helping)), _values(facts), as_of=timezone.localdate())
    return _for_owner(read, str(opening.public_id))


def of_raise(candidacy: Candidacy, viewer: Viewer) -> list[Follow]:
    """Registered with it too: how the round stands beside the grant, for whoever raises."""
    if candidacy.pairing != "investing" or candidacy.status != Candidacy.Status.ACTIVE:
        return []
    match = match_with(known.outside_money(candidacy.profile_id))
    if match is None or match.reading.is_ruled_out:
        return []
    url = f"{reverse('grant', args=[PROGRAMME])}?{urlencode({'for': str(candidacy.public_id)})}"
    text = " ".join(sentences_of(match))
    return [Follow(_("A co-investment grant"), text, _("See each rule"), url)]


def of_engagement(row: Engagement, viewer: Viewer) -> list[Follow]:
    """Registered with `matching.engagements.beside`: the way to what may help, and to a round."""
    plan = PLANS.get(row.pairing)
    if row.pairing == "investing" and row.is_running and may_read(row, viewer):
        return [_to_round(row)]
    if plan not in ("hire", "internship") or not viewer.writes_for(row.owner_id):
        return []
    query = urlencode({"plan": plan, "for": str(row.public_id)})
    text = _("Each rule of the programmes that may help, read with what both of you confirmed.")
    url = f"{reverse('grants')}?{query}"
    return [Follow(_("A grant for this?"), text, _("See what fits"), url)]


def _to_round(row: Engagement) -> Follow:
    return Follow(
        _("A co-investment grant"),
        _("What is confirmed in this round, what a grant could add, and what is still needed."),
        _("Read how it stands"),
        reverse("grant-round", args=[row.public_id]),
    )


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


def _for_others(titles: Sequence[str], plan: str | None) -> list[Follow]:
    if not titles:
        return []
    url = f"{reverse('grants')}?{urlencode({'plan': plan})}"
    return [Follow(_("Grants that may help"), _(", ").join(titles), _("Read the rules"), url)]


def _for_owner(found: Sequence[Reading], about: str) -> list[Follow]:
    """The one that fits best, in a line, and how many others there are."""
    open_ones = sorted(
        (each for each in found if not each.is_ruled_out), key=lambda each: -each.tally[State.MET]
    )
    if not open_ones:
        return []
    best, others = open_ones[0], len(open_ones) - 1
    title = isolated(in_language(best.read.document["title"]))
    standing = saying.standing_of(best.tally)
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
    waits = (each for each in reading.standings if each.state is State.ASKED and each.criterion)
    named = [reading.read.criterion(each.criterion.id)["title"] for each in waits if each.criterion]
    return [in_language(title) for title in named[:MOST_MISSING]]
