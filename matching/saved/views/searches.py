"""Saving a search, looking what it has found, changing its mail, removing it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matching.models import SavedSearch
from matching.saved import actions, lists
from matching.saved.going_back import back
from matching.saved.queries import saved_searches
from matching.saved.searches import Asked
from profiles.middleware import ViewedRequest

ALERTS = SavedSearch.Alerts


@login_required
@require_POST
def save_search(request: ViewedRequest) -> HttpResponse:
    """`list` and `query` say what is kept; a search kept before only gets its new rhythm."""
    entry = lists.get(request.POST.get("list", ""))
    if entry is None:
        raise Http404
    asked = Asked.by(entry, request.POST.get("query", ""), request.viewer)
    assert request.viewer.user_id is not None
    try:
        actions.save_search(asked=asked, alerts=_alerts(request), by_id=request.viewer.user_id)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, _("The search is saved. You find it under “Saved”."))
    return back(request, "saved")


@login_required
@require_safe
def open_search(request: ViewedRequest, public_id: str) -> HttpResponse:
    """Lead to the list; what is there now counts as seen, as a letter that was opened is read."""
    search = _own(request, public_id)
    actions.mark_seen(search=search, at=timezone.now())
    entry = lists.get(search.list)
    assert entry is not None
    return HttpResponseRedirect(entry.url(search.query))


@login_required
@require_POST
def change_search(request: ViewedRequest, public_id: str) -> HttpResponse:
    """With `remove` the search goes, else its mail comes as `alerts` says."""
    search = _own(request, public_id)
    if "remove" in request.POST:
        actions.drop_search(search=search)
        messages.info(request, _("The search is removed. No mail comes for it any more."))
    else:
        actions.set_alerts(search=search, alerts=_alerts(request))
        messages.success(request, _("Saved: %(how)s.") % {"how": search.get_alerts_display()})
    return back(request, "saved")


def _own(request: ViewedRequest, public_id: str) -> SavedSearch:
    found = saved_searches(request.viewer).filter(public_id=public_id).first()
    if not isinstance(found, SavedSearch):
        raise Http404
    return found


def _alerts(request: ViewedRequest) -> str:
    """The rhythm that was chosen; anything else asks for no mail."""
    wanted = request.POST.get("alerts", "")
    return wanted if wanted in ALERTS.values else ALERTS.NEVER
