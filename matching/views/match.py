"""One pair, explained to one of its two sides or to staff; anyone else gets a 404."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from matching.meeting import meeting
from matching.models import Candidacy, Exclusion, Opening
from matching.pairings.declaration import Side
from matching.pairs import CriterionRow, LiftRow, PairView, explain_many
from matching.views import criteria
from matching.views.authoring.rows import Addresses
from matching.views.lines import candidate_heading, opening_heading, pair_name
from matching.views.pairs import own_side_of, pair_of, sides_of
from profiles.disclosure import Card, disclose
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.reveals import note_reveal
from profiles.steps import Step
from profiles.viewer import Viewer

Stage = tuple[bool, str, str]


@require_safe
def match(request: ViewedRequest, opening_id: str, candidacy_id: str) -> HttpResponse:
    opening, candidacy = pair_of(opening_id, candidacy_id, request.viewer)
    own_side = own_side_of(candidacy, request.viewer)
    view = _view(opening, candidacy, own_side, request.viewer)
    own, other = sides_of(opening, candidacy, own_side)
    is_party = request.viewer.owns(own.pk)
    card = disclose(other, request.viewer)
    note_reveal(other, request.viewer)
    return render(
        request,
        "matching/match.html",
        {
            "opening": opening,
            "own_side": own_side,
            "heading": _heading(opening, candidacy, own_side, request.viewer),
            "card": card,
            "as_staff": not is_party,
            "keeps_amounts": own_side == "candidacy" and _has_private(view),
            "stages": _stages(own, _given(candidacy, own_side), disclose(own, request.viewer)),
            "back_url": _back_url(opening, candidacy, own_side),
            "pair": pair_name(opening, candidacy),
            "may_set_aside": request.viewer.writes_for(own.pk),
            "because": Exclusion.Because.choices,
            "meeting": meeting(opening, candidacy, request.viewer) if is_party else None,
            "lifts": _lifts(view, own, _terms_url(opening, candidacy, own_side, request.viewer)),
            **_explained(view),
        },
    )


def _view(opening: Opening, candidacy: Candidacy, own_side: Side, viewer: Viewer) -> PairView:
    """The pair explained; both rows are complete afterwards."""
    own, other = (opening, candidacy) if own_side == "opening" else (candidacy, opening)
    views = explain_many(own, [other], discloses_all=viewer.is_staff, with_lifts=True)
    return views[other.pk]


def _back_url(opening: Opening, candidacy: Candidacy, own_side: Side) -> str:
    own = opening if own_side == "opening" else candidacy
    return f"{reverse('my-matches')}?of={own.public_id}"


def _explained(view: PairView) -> dict[str, Any]:
    rows = criteria.in_order(view.rows)
    return {
        "fit": None if view.score is None else criteria.fit(view.score),
        "you": criteria.fit(view.own_total),
        "them": criteria.fit(view.their_total),
        "own_band": criteria.own_band(rows),
        "their_band": criteria.their_band(rows),
        "rows": criteria.table(view),
        "skills": view.skills,
        "vetoes": [_veto(row, view) for row in rows if row.state == "veto"],
    }


def _veto(row: CriterionRow, view: PairView) -> tuple[str, str]:
    """(what rules the pair out, why and what could be done)."""
    return row.label, criteria.veto_reason(row, view)


def _terms_url(opening: Opening, candidacy: Candidacy, own_side: Side, viewer: Viewer) -> str:
    """Where the reader changes the own terms, "" for those who only read them."""
    own, profile = (
        (opening, opening.owner_id) if own_side == "opening" else (candidacy, candidacy.profile_id)
    )
    return Addresses(own).check() if viewer.writes_for(profile) else ""


def _lifts(view: PairView, own: Profile, terms_url: str) -> list[dict[str, Any]]:
    return [_lift(lift, *_where(lift, view, own, terms_url)) for lift in view.lifts]


def _where(lift: LiftRow, view: PairView, own: Profile, terms_url: str) -> tuple[str, str]:
    """Where the change is made, in words and as an address."""
    if view.pairing.rule(lift.name).measured:
        return _("In your introductions."), reverse("introductions")
    if lift.name == "skills" and view.pairing.holder == view.own_side:
        return _("Skills, in your profile."), f"{reverse('my-skills')}?profile={own.public_id}"
    return _("In your terms."), terms_url


def _lift(lift: LiftRow, where: str, url: str) -> dict[str, Any]:
    before, after = criteria.before_and_after(lift.before, lift.after)
    return {
        "change": lift.text,
        "url": url,
        "where": where,
        "before": before,
        "after": after,
    }


def _heading(
    opening: Opening, candidacy: Candidacy, own_side: Side, viewer: Viewer
) -> dict[str, object]:
    """The counterpart: the opening for its candidate, the candidate for the opening's owner."""
    if own_side == "candidacy":
        return opening_heading(opening, viewer)
    return candidate_heading(candidacy, viewer)


def _has_private(view: PairView) -> bool:
    return any(view.pairing.rule(row.name).private for row in view.rows)


def _given(candidacy: Candidacy, own_side: Side) -> Step:
    """How far the viewer's own side lets the other read; of a candidacy by `pair_of`."""
    row: Any = candidacy
    given = row.from_candidate if own_side == "candidacy" else row.from_owner
    return Step(given or Step.ALIAS)


def _stages(own: Profile, given: Step, card: Card) -> list[Stage]:
    """The steps in which the viewer's own identity is disclosed to the other side."""
    region = (
        _("%(region)s. Visible now.") % {"region": card.region} if card.region else _("Not said.")
    )
    withheld, agreed = _("Not shown to them."), _("Visible, because you gave it to them.")
    name = agreed if given >= Step.NAME else withheld
    named = _("Visible, because you chose to be named to everyone.")
    return [
        (True, _("Capability"), _("Skills, languages, years of work. Visible now.")),
        (bool(card.region), _("Region"), region),
        (own.is_named or given >= Step.NAME, _("Name"), named if own.is_named else name),
        (given >= Step.CONTACT, _("Contact"), agreed if given >= Step.CONTACT else withheld),
    ]
