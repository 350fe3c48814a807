"""Shortlist, award, decline, withdraw: each asked on a page of its own, done by its button."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from matching.moves import RefusedError
from matching.tenders.acts import ACTS, Act, Acting
from matching.tenders.models import Answer
from matching.tenders.views.one import answer_url, found, other_title, side_of
from profiles.middleware import ViewedRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def act_on_answer(request: ViewedRequest, public_id: str, name: str) -> HttpResponse:
    viewer = request.viewer.as_party
    row, chosen = found(public_id, viewer), ACTS.get(name)
    _is_ours, own = side_of(row, viewer)
    if chosen is None or not viewer.writes_for(own.pk):
        raise Http404
    acting = Acting(row, own, viewer.user_id)
    if request.method == "POST":
        return _done(request, acting, chosen)
    refusal = chosen.refusal(acting)
    if refusal:
        messages.error(request, refusal)
        return HttpResponseRedirect(answer_url(row))
    return _asked(request, acting, chosen, chosen.form())


def _done(request: ViewedRequest, acting: Acting, chosen: Act) -> HttpResponse:
    form = chosen.form(request.POST)
    if not form.is_valid():
        return _asked(request, acting, chosen, form, status=422)
    try:
        chosen.act(acting, form.cleaned_data)
    except Answer.DoesNotExist:
        raise Http404 from None
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, str(chosen.done))
    return HttpResponseRedirect(answer_url(acting.row))


def _asked(
    request: ViewedRequest, acting: Acting, chosen: Act, form: forms.Form, *, status: int = 200
) -> HttpResponse:
    who, where = other_title(acting.row, request.viewer.as_party)
    page = {
        "act": chosen,
        "form": form,
        "who": who,
        "where": where,
        "opening": acting.row.opening,
        "takes": chosen.takes(acting.row),
        "back": _("Back to the answer"),
        "back_url": answer_url(acting.row),
    }
    return render(request, "introductions/act.html", page, status=status)
