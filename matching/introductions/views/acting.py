"""Accept, decline, withdraw, end, report, never meet: each asked on a page, done by its button."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from matching.introductions.acting import Act, Acting
from matching.introductions.acts import ACTS
from matching.introductions.parties import parties_of
from matching.introductions.views.one import found
from matching.moves import RefusedError
from profiles.middleware import ViewedRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def act(request: ViewedRequest, public_id: str, name: str) -> HttpResponse:
    row = found(public_id, request.viewer)
    acting = Acting(row, row.opening, parties_of(row, request.viewer), request.viewer)
    back_url = reverse("introduction", args=[row.public_id])
    return ask_or_do(request, acting, ACTS.get(name), back_url)


def ask_or_do(
    request: ViewedRequest, acting: Acting[Any], chosen: Act[Any] | None, back_url: str
) -> HttpResponse:
    """The page that asks; sent back, the act is done and the reader is where they came from.

    Not found where there is no such act, or its party is not the reader's to write for.
    """
    if chosen is None or not acting.may_write:
        raise Http404
    if request.method == "POST":
        return _done(request, acting, chosen, back_url)
    refusal = chosen.refusal(acting)
    if refusal:
        messages.error(request, refusal)
        return HttpResponseRedirect(back_url)
    return _asked(request, acting, chosen, chosen.form_of(acting), back_url)


def _done(
    request: ViewedRequest, acting: Acting[Any], chosen: Act[Any], back_url: str
) -> HttpResponse:
    form = chosen.form_of(acting, request.POST)
    if not form.is_valid():
        return _asked(request, acting, chosen, form, back_url, status=422)
    try:
        chosen.do(acting, form.cleaned_data)
    except ObjectDoesNotExist:
        raise Http404 from None
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, str(chosen.done))
    return HttpResponseRedirect(back_url)


def _asked(
    request: ViewedRequest,
    acting: Acting[Any],
    chosen: Act[Any],
    form: object,
    back_url: str,
    *,
    status: int = 200,
) -> HttpResponse:
    who, where = acting.parties.title(acting.viewer)
    page = {
        "act": chosen,
        "form": form,
        "who": who,
        "where": where,
        "opening": acting.opening,
        "takes": chosen.takes(acting),
        "terms": chosen.terms(acting),
        "quoted": chosen.quoted,
        "back": chosen.back,
        "back_url": back_url,
    }
    return render(request, "introductions/act.html", page, status=status)
