"""Never to meet a party again, and to undo it; the other side is told of neither."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matching import actions
from matching.models import Exclusion
from profiles.disclosure import Card, disclose
from profiles.middleware import ViewedRequest
from profiles.models import Profile, User
from profiles.queries import editable_by
from profiles.viewer import Viewer
from profiles.visibility import card_relations, card_rows


@login_required
@require_POST
def never_meet(request: ViewedRequest, public_id: str) -> HttpResponse:
    own, other = _acting(request), _other(request, public_id)
    actions.never_meet(profile=own, other=other, by_id=request.viewer.user_id)
    messages.success(request, _("Done. You never meet again, and they are not told."))
    return HttpResponseRedirect(reverse("privacy-of", args=[own.public_id]))


@login_required
@require_POST
def meet_again(request: ViewedRequest, public_id: str) -> HttpResponse:
    own, other = _acting(request), _other(request, public_id)
    if actions.meet_again(profile=own, other=other, by_id=request.viewer.user_id):
        messages.success(request, _("Undone. You may meet again, unless they excluded you."))
    return HttpResponseRedirect(reverse("privacy-of", args=[own.public_id]))


def _acting(request: ViewedRequest) -> Profile:
    """The profile named in the form, else the one acted as; who may only read it gets a 404."""
    assert isinstance(request.user, User)
    rows = editable_by(request.user)
    named, acting = request.POST.get("profile", ""), request.viewer.acting_profile_id
    chosen = (row for row in rows if (str(row.public_id) == named if named else row.pk == acting))
    found: Profile | None = next(chosen, None)
    if found is None:
        raise Http404
    return found


def _other(request: ViewedRequest, public_id: str) -> Profile:
    """A party that the reader may see, or excluded before: twice is as good as once."""
    viewer = request.viewer
    seen = Profile.objects.visible_to(viewer).exclude(pk__in=viewer.profile_ids)
    excluded = Exclusion.objects.filter(a__in=viewer.profile_ids, b__public_id=public_id)
    found: Profile | None = seen.filter(public_id=public_id).first()
    found = found or next((row.b for row in excluded.select_related("b")), None)
    if found is None:
        raise Http404
    return found


def parties_excluded_by(profile: Profile, viewer: Viewer) -> list[Card]:
    """Whom the profile excluded by a button, as far as the viewer may know them, the last first."""
    rows = Exclusion.objects.filter(a=profile, reason__in=actions.BY_ONESELF).order_by("-pk")
    rows = rows.select_related("b", *card_relations("b__")).prefetch_related(*card_rows("b__"))
    return [disclose(row.b, viewer) for row in rows]
