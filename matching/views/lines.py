"""Openings and matches as the lists show them: texts and numbers only, for the components."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.lists import Match
from matching.meeting import Meeting
from matching.models import Candidacy, Opening
from matching.pairs import CriterionRow, PairView
from matching.saved.queries import OPENING, save_key
from matching.views import criteria
from matching.views.wording import short_facts
from profiles.browsing.lookup import skills
from profiles.disclosure import disclose, heading
from profiles.viewer import Viewer

MOST_TAGS = 8
MOST_REASONS = 4
Tag = tuple[str, str]
Reason = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """One opening of a list. Tags are (label, state), state "" here; key is what Save names."""

    kind: str
    title: str
    url: str
    language: str
    owner: str
    where: str
    facts: list[str]
    tags: list[Tag]
    key: str


@dataclass(frozen=True, slots=True)
class MatchLine:
    """One match of a list. Fit is 0..100, fills are 0..1000, reasons (state, text).

    pair is how "not for me" names the two; meeting how they come to meet, where that is told.
    """

    kind: str
    title: str
    url: str
    language: str
    owner: str
    where: str
    facts: list[str]
    tags: list[Tag]
    fit: int
    both: str
    fills: list[int]
    reasons: list[Reason]
    pair: str
    meeting: Meeting | None = None


def opening_line(opening: Opening, viewer: Viewer) -> OpeningLine:
    """Of `for_list`; labels of skills are those in memory: hundreds a page."""
    asked = [skills.row(key).label for key in opening.asked_ids]
    return OpeningLine(
        **opening_heading(opening, viewer),
        url=reverse("opening", args=[opening.public_id]),
        tags=cut([(label, "") for label in asked]),
        key=save_key(OPENING, opening.public_id),
    )


def match_line(
    match: Match, view: PairView, viewer: Viewer, meeting: Meeting | None = None
) -> MatchLine:
    """The counterpart's card with the score and why; `view` is this pair explained."""
    rows = criteria.in_order(view.rows)
    return MatchLine(
        **_heading(match, view, viewer),
        url=pair_url(match),
        tags=_skill_tags(view),
        fit=match.fit,
        both=_("%(own)d for you, %(their)d for them")
        % {"own": criteria.fit(view.own_total), "their": criteria.fit(view.their_total)},
        fills=[row.value or 0 for row in rows],
        reasons=_reasons(rows, view),
        pair=pair_name(match.opening, match.candidacy),
        meeting=meeting,
    )


def _heading(match: Match, view: PairView, viewer: Viewer) -> dict[str, Any]:
    if view.own_side == "candidacy":
        return opening_heading(match.opening, viewer)
    return candidate_heading(match.candidacy, viewer)


def pair_url(match: Match) -> str:
    return reverse("match", args=[match.opening.public_id, match.candidacy.public_id])


def pair_name(opening: Opening, candidacy: Candidacy) -> str:
    """How a form names a match."""
    return f"{opening.public_id}/{candidacy.public_id}"


def opening_heading(opening: Opening, viewer: Viewer) -> dict[str, Any]:
    owner, where = heading(opening.owner, viewer)
    return {
        "kind": str(opening.declaration.opening_label),
        "title": opening.title,
        "language": opening.language,
        "owner": owner,
        "where": where,
        "facts": short_facts(opening),
    }


def candidate_heading(candidacy: Candidacy, viewer: Viewer) -> dict[str, Any]:
    card = disclose(candidacy.profile, viewer)
    return {
        "kind": str(candidacy.declaration.candidate_label),
        "title": card.headline or card.title,
        "language": card.language if card.headline else "",
        "owner": card.title if card.headline else "",
        "where": card.region,
        "facts": card.facts,
    }


def _skill_tags(view: PairView) -> list[Tag]:
    return cut([(skill.label, str(skill.state)) for skill in view.skills])


def cut(tags: list[Tag]) -> list[Tag]:
    """The first few, and how many more there are."""
    if len(tags) <= MOST_TAGS:
        return tags
    more = len(tags) - MOST_TAGS
    return [
        *tags[:MOST_TAGS],
        (ngettext("%(count)d more", "%(count)d more", more) % {"count": more}, ""),
    ]


def _reasons(rows: Iterable[CriterionRow], view: PairView) -> list[Reason]:
    """The skills first, then the two best and the worst of the rest, by what they count for you."""
    ordered = [row for row in rows if criteria.is_news(row)]
    skills = [row for row in ordered if row.name == "skills"]
    others = [row for row in ordered if row.name != "skills"]
    best = others[: MOST_REASONS - 2]
    chosen = [*skills, *best, *others[len(best) :][-1:]]
    return [(criteria.mark(row), criteria.brief(row, view)) for row in chosen]
