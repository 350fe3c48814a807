"""One opening: for strangers, for those who may be matched with it, and for its owner."""

from typing import Any

from django.db.models import OuterRef
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from matching.follows import follows_of_opening, with_follows
from matching.lists import Match, ranked
from matching.loaded import complete
from matching.meeting import meetings
from matching.models import Candidacy, Opening
from matching.pairs import explain_many, reasons
from matching.queries.exclusions import candidacies_apart_from
from matching.views import criteria
from matching.views.authoring.rows import Addresses
from matching.views.first_step import first_step
from matching.views.lines import match_line
from matching.views.reading import as_read
from matching.weights import carried
from profiles.disclosure import disclose
from profiles.firms.vouching import vouches_of
from profiles.middleware import ViewedRequest
from profiles.reveals import note_reveal
from profiles.viewer import Viewer

BEST_CANDIDATES = 5


@require_safe
def opening(request: ViewedRequest, public_id: str) -> HttpResponse:
    found = _visible(public_id, request.viewer)
    candidacy, best = _own_candidacy(found, request.viewer), _best(found, request.viewer)
    complete([found, *([candidacy] if candidacy else []), *(match.candidacy for match in best)])
    owner = disclose(found.owner, request.viewer)
    note_reveal(found.owner, request.viewer)
    return render(
        request,
        "matching/opening.html",
        {
            **as_read(found),
            "owner": owner,
            "change_url": _change_url(found, request.viewer),
            "follows": follows_of_opening(found, candidacy, request.viewer),
            **(_for_owner(found, best, request.viewer) if owner.is_own else {}),
            "first_step": None if owner.is_own or candidacy else first_step(found, request.viewer),
            **(_for_candidate(found, candidacy, request.viewer) if candidacy else {}),
        },
    )


def _change_url(found: Opening, viewer: Viewer) -> str:
    """Where its owner changes it; those who only read for the firm do not."""
    return Addresses(found).check() if viewer.writes_for(found.owner_id) else ""


def _visible(public_id: str, viewer: Viewer) -> Opening:
    rows = Opening.objects.visible_to(viewer).with_owner().select_related("top_matches")
    rows = rows.annotate(vouches=vouches_of(OuterRef("owner")))
    asked = with_follows(carried(rows.prefetch_related(rows.asked())), viewer)
    found: Opening | None = asked.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    found.owner.vouches = found.vouches  # type: ignore[attr-defined]
    return found


def _own_candidacy(found: Opening, viewer: Viewer) -> Candidacy | None:
    """The candidacy that makes the viewer somebody who may be matched with this opening."""
    own = Candidacy.objects.active().filter(
        profile__in=sorted(viewer.profile_ids - {found.owner_id}), pairing=found.pairing
    )
    return carried(own.exclude(candidacies_apart_from(found)).with_profile()).first()


def _best(found: Opening, viewer: Viewer) -> list[Match]:
    """The best candidates of one's own opening."""
    if not viewer.owns(found.owner_id):
        return []
    stored = found.top_matches if hasattr(found, "top_matches") else None
    return ranked(found, stored, viewer)[:BEST_CANDIDATES]


def _for_candidate(found: Opening, candidacy: Candidacy, viewer: Viewer) -> dict[str, Any]:
    """The score, where it is explained, and how the two come to meet."""
    view = explain_many(candidacy, [found])[found.pk]
    rows = criteria.in_order(view.rows)
    return {
        "pair": view,
        "fit": None if view.score is None else criteria.fit(view.score),
        "fills": [row.value or 0 for row in rows],
        "both": _("%(own)d for you, %(their)d for them")
        % {"own": criteria.fit(view.own_total), "their": criteria.fit(view.their_total)},
        "why": reasons(view),
        "match_url": reverse("match", args=[found.public_id, candidacy.public_id]),
        "meeting": meetings([(found, candidacy)], viewer)[0],
    }


def _for_owner(found: Opening, best: list[Match], viewer: Viewer) -> dict[str, Any]:
    views = explain_many(found, [match.candidacy for match in best]) if best else {}
    told = meetings([(found, match.candidacy) for match in best], viewer)
    return {
        "candidates": [
            match_line(match, views[match.candidacy.pk], viewer, meeting)
            for match, meeting in zip(best, told, strict=True)
        ],
        "all_url": f"{reverse('my-matches')}?of={found.public_id}",
        "is_own": True,
    }
