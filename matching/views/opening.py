"""One opening: for strangers, for those who may be matched with it, and for its owner."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from matching.lists import top_for
from matching.models import Candidacy, Opening
from matching.pairs import explain_many, explain_pair, reasons
from matching.queries.exclusions import candidacies_apart_from
from matching.views import criteria
from matching.views.lines import match_line
from matching.views.wording import short_facts, stated_terms
from profiles.disclosure import disclose
from profiles.labels import language_label, sector_label
from profiles.middleware import ViewedRequest
from profiles.viewer import Viewer

BEST_CANDIDATES = 5


@require_safe
def opening(request: ViewedRequest, public_id: str) -> HttpResponse:
    found = _visible(public_id, request.viewer)
    owner = disclose(found.owner, request.viewer)
    return render(
        request,
        "matching/opening.html",
        {
            "opening": found,
            "kind": found.declaration.opening_label,
            "facts": short_facts(found),
            "terms": stated_terms(found),
            "skills": list(found.asked_skills.all()),
            "sectors": _(", ").join(map(sector_label, found.sectors)),
            "languages": _(", ").join(map(language_label, found.languages)),
            "owner": owner,
            **(_for_owner(found, request.viewer) if owner.is_own else {}),
            **_for_candidate(found, request.viewer),
        },
    )


def _visible(public_id: str, viewer: Viewer) -> Opening:
    rows = Opening.objects.visible_to(viewer).for_cards()
    found: Opening | None = rows.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def _for_candidate(found: Opening, viewer: Viewer) -> dict[str, Any]:
    """The score and where it is explained, for a viewer who may be matched with this opening."""
    own = Candidacy.objects.active().filter(
        profile__in=sorted(viewer.profile_ids - {found.owner_id}), pairing=found.pairing
    )
    candidacy = own.exclude(candidacies_apart_from(found)).first()
    if candidacy is None:
        return {}
    view = explain_pair(found.declaration, found.pk, candidacy.pk, own_side="candidacy")
    if view is None:
        return {}
    rows = criteria.in_order(view.rows)
    return {
        "pair": view,
        "fit": None if view.score is None else criteria.fit(view.score),
        "fills": [row.value or 0 for row in rows],
        "both": _("%(own)d for you, %(their)d for them")
        % {"own": criteria.fit(view.own_total), "their": criteria.fit(view.their_total)},
        "why": reasons(view),
        "match_url": reverse("match", args=[found.public_id, candidacy.public_id]),
    }


def _for_owner(found: Opening, viewer: Viewer) -> dict[str, Any]:
    """The best candidates of one's own opening."""
    best = top_for(found, viewer, limit=BEST_CANDIDATES, in_full=False)
    others = [match.candidacy.pk for match in best]
    views = explain_many(found.declaration, found.pk, others, own_side="opening")
    return {
        "candidates": [
            match_line(match, views[match.candidacy.pk], viewer)
            for match in best
            if match.candidacy.pk in views
        ],
        "all_url": f"{reverse('my-matches')}?of={found.public_id}",
        "is_own": True,
    }
