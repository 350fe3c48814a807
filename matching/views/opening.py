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
from matching.views import criteria
from matching.views.authoring.rows import Addresses, account
from matching.views.lines import match_line
from matching.views.reading import as_read
from profiles.disclosure import disclose
from profiles.middleware import ViewedRequest
from profiles.models import Profile
from profiles.queries import editable_by
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
            **as_read(found),
            "owner": owner,
            "owner_in_full": _may_list(found.owner, request.viewer),
            **(_for_owner(found, request.viewer) if owner.is_own else {}),
            "change_url": _change_url(request, found) if owner.is_own else "",
            **_for_candidate(found, request.viewer),
        },
    )


def _change_url(request: ViewedRequest, found: Opening) -> str:
    """Where its owner changes it; those who only read for the firm do not."""
    may = editable_by(account(request)).filter(pk=found.owner_id).exists()
    return Addresses(found).check() if may else ""


def _visible(public_id: str, viewer: Viewer) -> Opening:
    rows = Opening.objects.visible_to(viewer).for_cards()
    found: Opening | None = rows.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def _may_list(owner: Profile, viewer: Viewer) -> bool:
    """Strangers may read an unnamed owner's opening, but nothing that describes the owner."""
    return bool(Profile.objects.visible_to(viewer).filter(pk=owner.pk).exists())


def _for_candidate(found: Opening, viewer: Viewer) -> dict[str, Any]:
    """The score and where it is explained, for a viewer who may be matched with this opening."""
    own = Candidacy.objects.active().filter(
        profile__in=sorted(viewer.profile_ids - {found.owner_id}), pairing=found.pairing
    )
    candidacy = own.first()
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
    best = top_for(found, viewer, limit=BEST_CANDIDATES)
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
