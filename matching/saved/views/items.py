"""The buttons Save and Saved: a plain form, sent from any page, back to where it was sent from."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matching.saved.actions import Item, drop_item, save_item
from matching.saved.going_back import back
from matching.saved.queries import visible_item
from profiles.middleware import ViewedRequest


@login_required
@require_POST
def save(request: ViewedRequest) -> HttpResponse:
    """`keep` or `drop` names what it is about; sent twice, it changes nothing more."""
    keeps = "keep" in request.POST
    item = _item(request, request.POST.get("keep" if keeps else "drop", ""))
    assert request.viewer.user_id is not None
    if keeps:
        _keep(request, item, request.viewer.user_id)
    else:
        drop_item(item=item, by_id=request.viewer.user_id)
        messages.info(request, _("Removed from what you saved."))
    return back(request, "saved")


def _item(request: ViewedRequest, key: str) -> Item:
    item = visible_item(key, request.viewer)
    if item is None:
        raise Http404
    return item


def _keep(request: ViewedRequest, item: Item, user_id: int) -> None:
    try:
        save_item(item=item, by_id=user_id)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, _("Saved. Only you can see that."))
